import type { Clock } from '../../shared/clock.ts';
import { writeFileAtomically } from '../atomic-file.ts';
import { messageOf } from '../cannot-start.ts';
import { type StoredTime, timeFile } from './stored-time.ts';

/** How far ahead time is promised on disk. A kill costs at most this when the data directory is started again at once. */
const PROMISE_MS = 5000;

/** The product's clock, whose time never runs backwards on a data directory, whatever happens to the process. */
export type ProductClock = Clock & {
  /** Product time minus real time, milliseconds. */
  readonly offsetMs: number;
  /** Writes the exact time and stops the writing. */
  stop(): void;
};

/**
 * A time is handed out only when the disk already says that it may have been: `toldUntil` is written ahead.
 * `real` is the machine's clock. When the disk takes nothing, time goes on and `report` is told.
 */
export function startProductClock(
  dataDir: string,
  offsetMs: number,
  real: Clock,
  report: (text: string) => void,
): ProductClock {
  const file = timeFile(dataDir);
  let latest = real.now().getTime() + offsetMs;
  let promised = 0;

  function promise(until: number): void {
    const stored: StoredTime = { offsetMs, toldUntil: until };
    promised = until;
    try {
      writeFileAtomically(file, `${JSON.stringify(stored)}\n`);
    } catch (thrown) {
      report(`Cannot keep the clock in ${file}: ${messageOf(thrown)}`);
    }
  }

  function now(): Date {
    latest = Math.max(latest, real.now().getTime() + offsetMs);
    if (latest > promised) promise(latest + PROMISE_MS);
    return new Date(latest);
  }

  now();
  // The functions tell the same time by the offset alone, so the promise is renewed before it is used up.
  const renewal = setInterval(() => promise(Math.max(latest, now().getTime()) + PROMISE_MS), PROMISE_MS / 2);
  renewal.unref();
  return {
    offsetMs,
    now,
    stop() {
      clearInterval(renewal);
      promise(now().getTime());
    },
  };
}
