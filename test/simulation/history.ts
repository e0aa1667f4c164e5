import {
  type Content,
  monthlyContents,
  planContents,
  refusedContents,
  registerContents,
  sharedContents,
} from './contents.ts';
import type { Fault } from './invocation.ts';
import { FILES } from './places.ts';
import { type Random, randomOf } from './random.ts';

/** What becomes of the event of a put: S3 sends it at least once, mostly; `joined` comes with another's. */
export type EventFate = 'sent' | 'lost' | 'twice' | 'joined';

/** A key that is lined up for its council goes astray on the way back into the queue, or comes twice. */
export type HopFate = 'lost' | 'twice';

/** The `known-at` that whoever puts a file writes on it, relative to the put. */
export type WrittenKnownAt =
  | { readonly kind: 'none' | 'later' | 'unreadable' }
  | { readonly kind: 'day' | 'instant'; readonly daysBefore: number };

export type QueueName = 'ingest' | 'dirty' | 'notify';

type Put = {
  readonly file: string;
  /** How long after the step before, milliseconds. */
  readonly wait: number;
  /** How much the bucket's clock is ahead of the others'. */
  readonly skew: number;
  readonly event: EventFate;
};

/** One thing that happens. Steps name what they touch by number, so that any of them can be left out. */
export type Step =
  | (Put & { readonly kind: 'put'; readonly content: string; readonly knownAt: WrittenKnownAt })
  | (Put & { readonly kind: 'remove' })
  /** An event of a key without a word about what happened to it. */
  | { readonly kind: 'event'; readonly file: string }
  /** A function is given a batch of messages; with `again` the queue does not hear that they were handled. */
  | {
      readonly kind: 'deliver';
      readonly queue: QueueName;
      readonly pick: number;
      readonly size: number;
      readonly skew: number;
      readonly again: boolean;
      readonly faults: readonly Fault[];
      /** What becomes of keys that are lined up in it, where they do not simply arrive. */
      readonly hop?: HopFate;
    }
  /** A function that was held up goes on. */
  | { readonly kind: 'resume'; readonly pick: number }
  | { readonly kind: 'sweep' }
  /** An attempt of an earlier release wrote cells of a version that is now refused, or repeats, and was lost. */
  | { readonly kind: 'leftover'; readonly pick: number }
  | { readonly kind: 'nightly' }
  | { readonly kind: 'redrive' }
  /** Somebody asks for a recompute over the API. */
  | { readonly kind: 'ask'; readonly area: number }
  /** Somebody settles something over the API; `stale`: having read an older version of it. */
  | { readonly kind: 'settle'; readonly area: number; readonly stale: boolean }
  /** Somebody reads over the API. */
  | { readonly kind: 'read'; readonly area: number };

/** Ingest and fold alone, or everything from the put to the message and the answer. */
export type Extent = 'fold' | 'pipeline';

export type History = {
  readonly extent: Extent;
  readonly steps: readonly Step[];
  /** At rest the table is made anew from the bucket, and all is read over the API: for some only, for speed. */
  readonly thorough: boolean;
  /** At rest earlier days are asked about too: three recomputes more, so for fewer still. */
  readonly earlierDays: boolean;
  /** In the end the nightly schedule comes; else only areas with files are asked for. */
  readonly nightly: boolean;
};

const SECOND = 1000;
const DAY = 86_400_000;

/** The history of a seed: files that come and go, and everything that may go wrong on their way. */
export function historyOf(seed: number, extent: Extent): History {
  const random = randomOf(seed);
  const steps: Step[] = [];
  const last = new Map<string, string>();
  if (extent === 'pipeline' && random.chance(0.15)) steps.push(...corrections(random, last));
  const puts = 2 + random.below(3);
  for (let put = 0; put < puts; put += 1) {
    // Without a plan there is nothing to alert to.
    const file = extent === 'pipeline' && put === 0 && random.chance(0.5) ? FILES.plan : undefined;
    steps.push(putOf(random, file ?? fileOf(random, extent), last));
    if (extent === 'pipeline' && random.chance(0.4)) steps.push(...passingThrough(random));
    const between = random.below(extent === 'pipeline' ? 2 : 3);
    for (let step = 0; step < between; step += 1) steps.push(stepOf(random, extent));
    if (extent === 'pipeline' && random.chance(0.1)) steps.push(...overtaking(random));
  }
  for (let step = random.below(3); step > 0; step -= 1) steps.push(stepOf(random, extent));
  return {
    ...{ extent, steps },
    thorough: random.chance(extent === 'pipeline' ? 0.5 : 0.15),
    nightly: random.chance(0.3),
    earlierDays: random.chance(0.25),
  };
}

/** A change goes through all queues, and something may go wrong when its messages are sent. */
function passingThrough(random: Random): Step[] {
  const plain = { kind: 'deliver', pick: 0, size: 3, skew: 0, again: false, faults: [] } as const;
  const at = 3 + random.below(4);
  const faults = random.chance(0.5)
    ? [{ at, kind: random.pick(['crash', 'throttle', 'lost'] as const) }]
    : [];
  return [
    // S3's event is lined up, and then taken.
    { ...plain, queue: 'ingest' },
    { ...plain, queue: 'ingest' },
    { ...plain, queue: 'dirty' },
    { ...plain, queue: 'notify', faults },
  ];
}

/** A file is corrected again and again under one plan: the only way to a breach that ends, and rare by chance. */
function corrections(random: Random, last: Map<string, string>): Step[] {
  const files = [FILES.plan, FILES.first, FILES.first, FILES.first];
  return files.flatMap((file) => [putOf(random, file, last), ...passingThrough(random)]);
}

/** One recompute is held up while another is asked for and begins: rare by chance, and the reason for a condition. */
function overtaking(random: Random): Step[] {
  const plain = { kind: 'deliver', pick: 0, size: 1, skew: 0, again: false, faults: [] } as const;
  const pause = { at: random.below(9), kind: 'pause' } as const;
  return [
    { ...plain, queue: 'ingest' },
    { ...plain, queue: 'ingest' },
    { ...plain, queue: 'dirty', faults: [pause] },
    { kind: 'ask', area: random.below(2) },
    { ...plain, queue: 'dirty' },
    { kind: 'resume', pick: 0 },
  ];
}

function putOf(random: Random, file: string, last: Map<string, string>): Step {
  const put = {
    file,
    // At most 70 days in all: until the clocks change.
    wait: random.pick([0, 0, 300, 90 * SECOND, DAY, 10 * DAY]),
    skew: random.chance(0.2) ? random.pick([-90, -1, 1, 90]) * SECOND : 0,
    event: random.chance(0.3) ? random.pick(['lost', 'twice', 'joined'] as const) : 'sent',
  } as const;
  if (random.chance(0.12)) return { kind: 'remove', ...put };
  const before = last.get(file);
  const content = before !== undefined && random.chance(0.2) ? before : contentOf(file, random);
  last.set(file, content);
  return { kind: 'put', ...put, content, knownAt: knownAtOf(random) };
}

function fileOf(random: Random, extent: Extent): string {
  const { first, second, plan, register, shared, other, noFeed, noCouncil, loose } = FILES;
  if (random.chance(0.04)) return random.pick([noFeed, noCouncil, loose]);
  if (random.chance(0.08)) return random.pick([register, shared]);
  return extent === 'fold'
    ? random.pick([first, first, first, second, second, other])
    : random.pick([first, first, second, plan, plan, other]);
}

function contentOf(file: string, random: Random): string {
  if (file === FILES.plan) return among(planContents, random);
  if (file === FILES.register) return among(registerContents, random);
  if (file === FILES.shared) return among(sharedContents, random);
  if (random.chance(0.15)) return among(refusedContents, random);
  return among(monthlyContents, random);
}

function among(contents: readonly Content[], random: Random): string {
  return contents[random.below(contents.length)]?.id ?? '';
}

function knownAtOf(random: Random): WrittenKnownAt {
  if (random.chance(0.6)) return { kind: 'none' };
  if (random.chance(0.15)) return { kind: random.pick(['later', 'unreadable'] as const) };
  return { kind: random.pick(['day', 'instant'] as const), daysBefore: random.below(4) * 10 };
}

function stepOf(random: Random, extent: Extent): Step {
  const chance = random.below(100);
  if (chance < 76) return deliveryOf(random, extent);
  if (chance < 86) return { kind: 'resume', pick: random.below(4) };
  if (chance < 90) return { kind: 'sweep' };
  if (chance < 92) return { kind: 'redrive' };
  if (extent === 'pipeline' && chance < 93) return { kind: 'leftover', pick: random.below(8) };
  if (chance < 94) return { kind: 'event', file: fileOf(random, extent) };
  if (extent === 'fold') return { kind: 'resume', pick: random.below(4) };
  if (chance < 96) return { kind: 'nightly' };
  if (chance < 97) return { kind: 'settle', area: random.below(2), stale: random.chance(0.3) };
  if (chance < 98) return { kind: 'ask', area: random.below(2) };
  return { kind: 'read', area: random.below(2) };
}

function deliveryOf(random: Random, extent: Extent): Step {
  const queue = random.chance(0.55)
    ? 'ingest'
    : extent === 'pipeline' && random.chance(0.4)
      ? 'notify'
      : 'dirty';
  const pick = random.below(8);
  // One in eight each: the fate of the hop needs no draw of its own.
  const hop = queue === 'ingest' ? ({ 6: 'lost', 7: 'twice' } as const)[pick] : undefined;
  return {
    ...{ kind: 'deliver', queue, pick, size: random.chance(0.7) ? 1 : 3 },
    ...(hop !== undefined && { hop }),
    skew: random.chance(0.1) ? random.pick([-60, 60]) * SECOND : 0,
    again: random.chance(0.15),
    faults: random.chance(0.5) ? faultsOf(random) : [],
  };
}

function faultsOf(random: Random): Fault[] {
  const kinds = ['crash', 'crash', 'throttle', 'lost', 'pause'] as const;
  const count = random.chance(0.25) ? 2 : 1;
  const faults = Array.from({ length: count }, () => ({ at: random.below(14), kind: random.pick(kinds) }));
  return faults.filter(({ at }, index) => faults.findIndex((fault) => fault.at === at) === index);
}
