import { assumed, newTable } from './limits.ts';
import { type Arrival, type Job, type Station, type StationLoad, simulate } from './queueing.ts';
import type { Seconds, Units } from './seconds.ts';

/** What a message is about: whose, since when somebody waits for it, and when its file was taken. */
type Detail = { readonly area: string; readonly put: number; readonly taken: number };

/** How the queues are worked off, as the template has it. */
export type Wiring = Readonly<
  Record<'ingest' | 'recompute' | 'notify', { batchSize: number; concurrency: number; window: number }>
>;

export type Day = {
  readonly loads: readonly StationLoad[];
  /** Seconds from each put to the run that shows it. */
  readonly fresh: readonly number[];
  /** The same of the councils that are not named as the one that floods. */
  readonly freshOfOthers: readonly number[];
  /** Most units of the table asked for in one second, and how many over a new table's limit. */
  readonly table: { readonly writes: number; readonly reads: number; readonly throttled: number };
};

export type Put = { readonly at: number; readonly area: string };

/** Every council puts so many files within an hour: the worst day. Spread by a fixed sequence, so that each run is alike. */
export function withinAnHour(councils: number, files: number): readonly Put[] {
  return Array.from({ length: councils * files }, (_, at) => ({
    // Weyl's sequence: even, and without a pattern that councils share.
    at: 3600 * ((at * 0.618_033_988_749_894_9) % 1),
    area: `council ${at % councils}`,
  }));
}

export type DayOptions = {
  readonly seconds: Seconds;
  readonly units: Units;
  readonly wiring: Wiring;
  readonly fair: boolean;
  /** Whether runs find nothing to keep: after a change of the catalogue. */
  readonly anew: boolean;
  /** The council that floods. */
  readonly flooding?: string;
};

/** Runs files through ingest, recompute and notify. */
export function dayOf(puts: readonly Put[], options: DayOptions): Day {
  const arrivals = puts.map(
    ({ at, area }): Arrival<Detail> => ({
      at: at + assumed.event,
      to: 'ingest',
      job: { group: undefined, detail: { area, put: at, taken: -1 } },
    }),
  );
  return run(arrivals, options);
}

/** Runs the recompute of every council at once. */
export function recomputeOfAll(councils: number, options: DayOptions): Day {
  const arrivals = Array.from({ length: councils }, (_, at): Arrival<Detail> => {
    const area = `council ${at}`;
    // One invocation lists the councils and sends each its message, one after the other.
    const put = at * assumed.queueCall;
    return { at: put, to: 'recompute', job: { group: area, detail: { area, put: 0, taken: put } } };
  });
  return run(arrivals, options);
}

function run(arrivals: readonly Arrival<Detail>[], options: DayOptions): Day {
  const { seconds, units, wiring, fair, flooding } = options;
  const fresh: { readonly area: string; readonly seconds: number }[] = [];
  /** When the run began that shows what was taken before. */
  const shown = new Map<string, number>();
  const table = meter();

  const ingest: Station<Detail> = {
    ...{ name: 'ingest', ...wiring.ingest, fair },
    work(batch, now) {
      let at = assumed.coldStart;
      const sent = batch.map(({ group, detail }) => {
        const isEvent = group === undefined;
        at += isEvent ? seconds.lineUp : seconds.ingest;
        if (!isEvent) table.add(now + at, units.ingestWrites, 0);
        const job: Job<Detail> = {
          group: detail.area,
          detail: isEvent ? detail : { ...detail, taken: now + at },
        };
        return { after: at, to: isEvent ? 'ingest' : 'recompute', job };
      });
      return { seconds: at, sent };
    },
  };
  const recompute: Station<Detail> = {
    ...{ name: 'recompute', ...wiring.recompute, fair },
    work(batch, now) {
      let at = assumed.coldStart;
      const areas = Map.groupBy(batch, ({ detail }) => detail.area);
      const sent = [...areas].map(([area, jobs]) => {
        const begun = now + at;
        const known = shown.get(area) ?? -1;
        const isShown = jobs.every(({ detail }) => detail.taken <= known);
        at += isShown ? seconds.unchanged : options.anew ? seconds.anew : seconds.kept;
        if (!isShown) {
          shown.set(area, begun);
          table.add(begun, 0, units.recomputeReads);
          table.add(now + at, units.recomputeWrites, 0);
        }
        for (const { detail } of jobs) fresh.push({ area, seconds: now + at - detail.put });
        return { after: at, to: 'notify', job: { group: area, detail: { area, put: begun, taken: begun } } };
      });
      return { seconds: at, sent };
    },
  };
  const notify: Station<Detail> = {
    ...{ name: 'notify', ...wiring.notify, fair },
    work: (batch) => ({ seconds: assumed.coldStart + batch.length * seconds.notify, sent: [] }),
  };
  const loads = simulate([ingest, recompute, notify], arrivals);
  return {
    loads,
    fresh: fresh.map((each) => each.seconds),
    freshOfOthers: fresh.filter(({ area }) => area !== flooding).map((each) => each.seconds),
    table: table.read(),
  };
}

/** Units of the table by second. */
function meter() {
  const writes = new Map<number, number>();
  const reads = new Map<number, number>();
  const most = (of: ReadonlyMap<number, number>) => [...of.values()].reduce((a, b) => Math.max(a, b), 0);
  const over = (of: ReadonlyMap<number, number>, limit: number) =>
    [...of.values()].reduce((sum, each) => sum + Math.max(0, each - limit), 0);
  return {
    add(at: number, written: number, read: number) {
      const second = Math.floor(at);
      writes.set(second, (writes.get(second) ?? 0) + written);
      reads.set(second, (reads.get(second) ?? 0) + read);
    },
    read: () => ({
      writes: most(writes),
      reads: most(reads),
      throttled: Math.round(over(writes, newTable.writeUnits) + over(reads, newTable.readUnits)),
    }),
  };
}
