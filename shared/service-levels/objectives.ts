/** A promise about the platform: at least `target` of all events of a month are good. */
export type Objective = {
  readonly id: 'api-availability' | 'drop-to-dashboard';
  readonly title: string;
  /** What an event is, and when it is good. */
  readonly counts: string;
  /** Share of good events, 0–1. */
  readonly target: number;
};

/** Milliseconds from the put of a file until it shows, beyond which it counts as late. */
export const SHOWN_WITHIN_MS = 5 * 60_000;

/** The hour in England by which, on a working day, a late file of the day before has been told of. */
export const NOTICE_BY_HOUR = 10;

export const objectives: Readonly<Record<Objective['id'], Objective>> = {
  'api-availability': {
    id: 'api-availability',
    title: 'The API answers',
    counts: 'Requests to the API; good is any answer but a server error (5xx).',
    target: 0.999,
  },
  'drop-to-dashboard': {
    id: 'drop-to-dashboard',
    title: 'A file shows within five minutes',
    counts:
      'Versions of files that a run shows for the first time; good is five minutes or less after the put.',
    target: 0.99,
  },
};
