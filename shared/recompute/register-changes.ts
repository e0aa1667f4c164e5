import type { Dimensions, RegisterField } from '../facts/cell.ts';
import type { Facts, SpokenCell } from '../facts/fold.ts';
import { comparePeriods, type Period, UNDATED } from '../period/period.ts';
import type { Known } from './figures.ts';
import { asKnown, type ShowsAt } from './shows-at.ts';

export const registerChangeKinds = ['new', 'restated', 'retracted'] as const;

type Fields = Readonly<Record<string, RegisterField>>;

/** What a register said of an entry at one update before something became known, and what after it. */
export type RegisterChange = {
  /** The register's feed. */
  readonly register: string;
  readonly entry: Dimensions;
  /** Null in registers that have no updates. */
  readonly update: Period | null;
  readonly kind: (typeof registerChangeKinds)[number];
  readonly before: Fields | null;
  readonly after: Fields | null;
  /** Columns of the register that say something else, or all that say anything where one side is not there. */
  readonly changed: readonly string[];
  readonly knownAt: string;
  /** The drop that says what shows after it; null when nothing does. */
  readonly drop: string | null;
};

/**
 * What entries of registers changed at each of these instants, which follow each other; `start` is the one before the
 * first of them, undefined where nothing was known before. The last instant first, then by register, entry and update.
 */
export function registerChanges(
  { drops, blocks }: Pick<Known, 'drops' | 'blocks'>,
  instants: readonly string[],
  start: string | undefined,
  showsAt: ShowsAt = asKnown,
): readonly RegisterChange[] {
  const registers = blocks.filter(({ series }) => series.role === 'register');
  const saidAt = (at: string | undefined) =>
    at === undefined ? new Map<string, Said>() : said(showsAt({ drops, blocks: registers }, at));
  let before = saidAt(start);
  const changes: RegisterChange[] = [];
  for (const knownAt of instants) {
    const after = saidAt(knownAt);
    changes.unshift(...changesBetween(before, after, knownAt));
    before = after;
  }
  return changes;
}

type Said = { readonly register: string; readonly entry: Dimensions; readonly period: Period } & {
  readonly cell: SpokenCell;
};

function said(facts: Facts): ReadonlyMap<string, Said> {
  return new Map(
    [...facts].flatMap(([id, { series, cells }]) =>
      [...cells].map(([period, cell]): readonly [string, Said] => [
        `${id} ${period}`,
        { register: series.metric, entry: series.dimensions, period, cell },
      ]),
    ),
  );
}

function changesBetween(
  before: ReadonlyMap<string, Said>,
  after: ReadonlyMap<string, Said>,
  knownAt: string,
): readonly RegisterChange[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .flatMap((id) => {
      const [was, is] = [before.get(id), after.get(id)];
      const shown = is ?? was;
      if (shown === undefined) return [];
      const [from, to] = [was?.cell.fields ?? null, is?.cell.fields ?? null];
      const changed = differing(from, to);
      if (changed.length === 0 && (was === undefined) === (is === undefined)) return [];
      return [
        {
          ...{ register: shown.register, entry: shown.entry },
          update: shown.period === UNDATED ? null : shown.period,
          kind: was === undefined ? 'new' : is === undefined ? 'retracted' : 'restated',
          ...{ before: from, after: to, changed, knownAt },
          drop: is?.cell.drop.id ?? null,
        } satisfies RegisterChange,
      ];
    })
    .sort((a, b) => (a.update === null || b.update === null ? 0 : comparePeriods(b.update, a.update)));
}

function differing(before: Fields | null, after: Fields | null): readonly string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].filter((name) => (before?.[name] ?? null) !== (after?.[name] ?? null));
}
