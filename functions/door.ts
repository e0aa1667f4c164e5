import type { DoorPorts } from '../shared/api/ports.ts';
import { clock } from './clock.ts';
import { optional, servedAreas } from './environment.ts';
import { tokenVerifier } from './verify-token.ts';

const release = optional('RELEASE');

/** What every function that answers requests has: who may come in, the clock, the areas. Made once a process. */
export const door: DoorPorts = {
  verify: tokenVerifier(),
  clock,
  areas: servedAreas(),
  ...(release !== undefined && { release }),
};
