import type { Clock } from '../shared/clock.ts';
import { optional } from './environment.ts';

/** Product time: real time, moved by `CLOCK_OFFSET_MS` where a local system runs on another day. */
export const clock: Clock = { now: () => new Date(Date.now() + Number(optional('CLOCK_OFFSET_MS') ?? 0)) };
