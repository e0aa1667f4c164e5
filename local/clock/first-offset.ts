import { dayInLondon, startOfDay } from '../../shared/period/london.ts';
import { CannotStart } from '../cannot-start.ts';
import type { StoredTime } from './stored-time.ts';

/** The day of the source of the samples: with samples and nothing else said, the clock starts here. */
export const SAMPLE_DAY = '2025-01-09';

const NINE_HOURS_MS = 9 * 3_600_000;
/** A real clock that was set back by no more than this is a correction, not another time. */
const CORRECTION_MS = 3_600_000;

export type StartChoice = {
  readonly samples: boolean;
  /** `YYYY-MM-DD`, a real day. */
  readonly today: string | undefined;
};

/**
 * Product time minus real time, in milliseconds, with which a start begins, so that time never runs backwards on a data
 * directory. `realNow` is in milliseconds since 1970. Throws CannotStart when what is asked for lies before stored time.
 */
export function firstOffset(choice: StartChoice, stored: StoredTime | undefined, realNow: number): number {
  if (choice.samples && choice.today !== undefined && choice.today < SAMPLE_DAY) {
    throw new CannotStart(
      `Cannot start on ${choice.today}: the samples were put on ${SAMPLE_DAY}. Give a day from then on, or leave the samples out with --empty.`,
    );
  }
  if (choice.today !== undefined) return offsetOfDay(choice.today, stored, realNow);
  if (!choice.samples) return offsetOfRealClock(stored, realNow);
  const fromSampleDay = nineInLondon(SAMPLE_DAY) - realNow;
  return stored ? Math.max(stored.offsetMs, stored.toldUntil - realNow, fromSampleDay) : fromSampleDay;
}

function offsetOfDay(today: string, stored: StoredTime | undefined, realNow: number): number {
  const wanted = nineInLondon(today);
  if (!stored || stored.toldUntil <= wanted) {
    if (stored && dayInLondon(new Date(stored.toldUntil)) === today) return stored.toldUntil - realNow;
    return wanted - realNow;
  }
  const storedDay = dayInLondon(new Date(stored.toldUntil));
  if (storedDay !== today) {
    throw new CannotStart(
      `Cannot start on ${today}: this data directory has reached ${storedDay}, and time does not run backwards. Give ${storedDay} or later, or use another BELLWETHER_DATA_DIR.`,
    );
  }
  const goneOn = realNow + stored.offsetMs;
  const stillToday = goneOn >= stored.toldUntil && dayInLondon(new Date(goneOn)) === today;
  return (stillToday ? goneOn : stored.toldUntil) - realNow;
}

function offsetOfRealClock(stored: StoredTime | undefined, realNow: number): number {
  const behind = (stored?.toldUntil ?? realNow) - realNow;
  if (behind <= 0) return 0;
  if (behind <= CORRECTION_MS) return behind;
  const day = dayInLondon(new Date(realNow + behind));
  throw new CannotStart(
    `Cannot use the real clock: this data directory has reached ${day}, and time does not run backwards. Give --today ${day} or later, or use another BELLWETHER_DATA_DIR.`,
  );
}

function nineInLondon(day: string): number {
  return startOfDay(day).getTime() + NINE_HOURS_MS;
}
