/** A wall clock's reading. */
export type Wall = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
};

const DAY_MS = 86_400_000;

export type Zone = {
  wallAt(instant: Date): Wall;
  /** The first instant at which the zone's clocks show this; undefined when they skip it (a spring night). */
  instantOf(wall: Wall): Date | undefined;
};

/** The clocks of an IANA time zone, `Europe/London`. Throws RangeError on an unknown name. */
export function zone(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });

  function wallAt(instant: Date): Wall {
    const found: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant)) found[type] = Number(value);
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = found;
    return { year, month, day, hour, minute };
  }

  function offsetAt(instant: number): number {
    return asUtc(wallAt(new Date(instant))) - Math.floor(instant / 60_000) * 60_000;
  }

  return {
    wallAt,
    instantOf(wall) {
      const utc = asUtc(wall);
      // The zone's offset is one of those in force a day before and a day after.
      const candidates = [utc - offsetAt(utc - DAY_MS), utc - offsetAt(utc + DAY_MS)].sort((a, b) => a - b);
      const found = candidates.find((instant) => asUtc(wallAt(new Date(instant))) === utc);
      return found === undefined ? undefined : new Date(found);
    },
  };
}

function asUtc({ year, month, day, hour, minute }: Wall): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}
