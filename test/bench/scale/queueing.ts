/** A message in a queue: whose it is, and what the model knows of it. */
export type Job<Detail> = { readonly group: string | undefined; readonly detail: Detail };

/** What comes of a batch: which messages are sent where, and when, in seconds after the batch began. */
export type Sent<Detail> = { readonly after: number; readonly to: string; readonly job: Job<Detail> };

/** A queue and the function that works it off. */
export type Station<Detail> = {
  readonly name: string;
  /** Batches at the same time, at most. */
  readonly concurrency: number;
  readonly batchSize: number;
  /** Seconds that a batch which is not full waits for more. */
  readonly window: number;
  /** Whether messages of a group that has much in work stand back for the others, as SQS's fair queues have it. */
  readonly fair: boolean;
  /** Begins a batch at a time in seconds: how long it takes, and what it sends. */
  work(
    batch: readonly Job<Detail>[],
    now: number,
  ): { readonly seconds: number; readonly sent: readonly Sent<Detail>[] };
};

export type StationLoad = {
  readonly name: string;
  readonly messages: number;
  readonly batches: number;
  /** Most messages that waited at once. */
  readonly deepest: number;
  /** Message-seconds of waiting, and batch-seconds of work. */
  readonly waited: number;
  readonly worked: number;
  /** Seconds from the first arrival to the last end. */
  readonly until: number;
};

export type Arrival<Detail> = { readonly at: number; readonly to: string; readonly job: Job<Detail> };

/** SQS: "more than 10% of the in-flight messages, and at least 30". Source: developer guide, fair queues in detail. */
const NOISY_SHARE = 0.1;
const NOISY_MESSAGES = 30;
/** An event source begins with five batches at once and adds 300 a minute. Source: Lambda developer guide, SQS scaling. */
const FIRST_POLLERS = 5;
const MORE_POLLERS_A_SECOND = 5;

type State<Detail> = {
  readonly station: Station<Detail>;
  readonly waiting: { readonly since: number; readonly job: Job<Detail> }[];
  readonly inWork: Map<string, number>;
  running: number;
  messagesInWork: number;
  busySince: number;
  wakeAt: number;
  messages: number;
  batches: number;
  deepest: number;
  waited: number;
  worked: number;
  until: number;
};

/**
 * Runs queues and functions in simulated time until nothing is left to do: a discrete-event simulation. Arrivals need
 * not be in order. Pure: the same arrivals give the same loads.
 */
export function simulate<Detail>(
  stations: readonly Station<Detail>[],
  arrivals: readonly Arrival<Detail>[],
): readonly StationLoad[] {
  const states = new Map(stations.map((station) => [station.name, begun(station)]));
  const events = calendar<() => void>();
  let now = 0;

  function arrive(to: string, job: Job<Detail>): void {
    const state = states.get(to);
    if (!state) throw new Error(`There is no station ${to}`);
    if (state.waiting.length === 0 && state.running === 0) state.busySince = now;
    state.waiting.push({ since: now, job });
    state.messages += 1;
    state.deepest = Math.max(state.deepest, state.waiting.length);
    start(state);
  }

  function start(state: State<Detail>): void {
    const { station, waiting } = state;
    for (;;) {
      const [oldest] = waiting;
      const pollers = Math.floor(FIRST_POLLERS + (now - state.busySince) * MORE_POLLERS_A_SECOND);
      if (!oldest || state.running >= Math.min(station.concurrency, pollers)) return;
      const due = oldest.since + station.window;
      if (waiting.length < station.batchSize && now < due) {
        if (state.wakeAt !== due) events.add(due, () => start(state));
        state.wakeAt = due;
        return;
      }
      begin(state);
    }
  }

  function begin(state: State<Detail>): void {
    const batch = taken(state);
    for (const { since } of batch) state.waited += now - since;
    const jobs = batch.map(({ job }) => job);
    const { seconds, sent } = state.station.work(jobs, now);
    state.running += 1;
    state.batches += 1;
    state.worked += seconds;
    for (const { after, to, job } of sent) events.add(now + after, () => arrive(to, job));
    events.add(now + seconds, () => {
      state.running -= 1;
      state.messagesInWork -= jobs.length;
      for (const { group } of jobs) countIn(state, group, -1);
      state.until = now;
      start(state);
    });
  }

  for (const { at, to, job } of arrivals) events.add(at, () => arrive(to, job));
  for (let next = events.next(); next; next = events.next()) {
    now = next.at;
    next.what();
  }
  return [...states.values()].map(({ station, messages, batches, deepest, waited, worked, until }) => ({
    ...{ name: station.name, messages, batches, deepest, waited, worked, until },
  }));
}

function begun<Detail>(station: Station<Detail>): State<Detail> {
  return {
    ...{ station, waiting: [], inWork: new Map(), running: 0, messagesInWork: 0, busySince: 0, wakeAt: -1 },
    ...{ messages: 0, batches: 0, deepest: 0, waited: 0, worked: 0, until: 0 },
  };
}

/** The next batch out of the line: in the order of arrival, the noisy after the quiet where the queue is fair. */
function taken<Detail>(state: State<Detail>) {
  const { station, waiting } = state;
  const batch: (typeof waiting)[number][] = [];
  while (batch.length < station.batchSize && waiting.length > 0) {
    const quiet = station.fair ? waiting.findIndex(({ job }) => !isNoisy(state, job.group)) : 0;
    const [next] = waiting.splice(Math.max(0, quiet), 1);
    if (!next) break;
    batch.push(next);
    state.messagesInWork += 1;
    countIn(state, next.job.group, 1);
  }
  return batch;
}

function isNoisy<Detail>(state: State<Detail>, group: string | undefined): boolean {
  const own = group === undefined ? 0 : (state.inWork.get(group) ?? 0);
  return own >= NOISY_MESSAGES && own > NOISY_SHARE * state.messagesInWork;
}

function countIn<Detail>({ inWork }: State<Detail>, group: string | undefined, by: number): void {
  if (group !== undefined) inWork.set(group, (inWork.get(group) ?? 0) + by);
}

type Calendar<What> = {
  add(at: number, what: What): void;
  next(): { readonly at: number; readonly what: What } | undefined;
};

/** What is to happen, by its time and then in the order in which it was added: a binary heap. */
function calendar<What>(): Calendar<What> {
  const heap: { readonly at: number; readonly order: number; readonly what: What }[] = [];
  let added = 0;
  const before = (one: number, other: number) => {
    const [a, b] = [heap[one], heap[other]];
    return a !== undefined && b !== undefined && (a.at < b.at || (a.at === b.at && a.order < b.order));
  };
  const swap = (one: number, other: number) => {
    const [a, b] = [heap[one], heap[other]];
    if (a && b) [heap[one], heap[other]] = [b, a];
  };
  return {
    add(at, what) {
      heap.push({ at, order: added, what });
      added += 1;
      for (
        let index = heap.length - 1;
        index > 0 && before(index, (index - 1) >> 1);
        index = (index - 1) >> 1
      )
        swap(index, (index - 1) >> 1);
    },
    next() {
      swap(0, heap.length - 1);
      const first = heap.pop();
      for (let index = 0; ; ) {
        const [left, right] = [2 * index + 1, 2 * index + 2];
        const least = before(right, left) ? right : left;
        if (!before(least, index)) break;
        swap(index, least);
        index = least;
      }
      return first;
    },
  };
}
