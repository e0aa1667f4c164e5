import type { MetricDefinition, Unit } from '../catalogue/metric.ts';
import { dimensionsId, type Level } from '../facts/cell.ts';
import { foldFacts, type SpokenCell } from '../facts/fold.ts';
import { comparePeriods, type Period } from '../period/period.ts';
import { derivedHistory } from './derived-history.ts';
import { areaFigures, type Known } from './figures.ts';
import { publishedPrecision } from './published-precision.ts';

/** Why a published figure is or is not the derived one. */
export const causes = [
  'equal',
  'rounding',
  'restated',
  'another-edition',
  'no-derived-figure',
  'no-published-figure',
  'unexplained',
] as const;
export type Cause = (typeof causes)[number];

/** A published figure beside the one that the files give. Rates are fractions, money is pounds. */
export type Reconciled = {
  readonly definition: MetricDefinition;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly period: Period;
  readonly level: Level;
  readonly edition: string;
  readonly cell: SpokenCell;
  /** Null where files give none: comparators are as published, never worked out. */
  readonly derived: number | null;
  /** Published less derived; null where either is unknown. */
  readonly difference: number | null;
  readonly cause: Cause;
  /** The earlier derived value that agrees, where the cause is `restated`. */
  readonly earlier: number | null;
};

/**
 * Every figure that was published beside the derived one, by metric in the catalogue's order, the last period
 * first. A metric's own published figures never count as derived; those of its inputs do, as in its series.
 */
export function reconcile(
  area: string,
  known: Known,
  catalogue: readonly MetricDefinition[],
  at: Date,
): readonly Reconciled[] {
  const published = [...foldFacts(known.drops, known.blocks, at).values()].flatMap(({ series, cells }) =>
    series.role === 'published' ? [...cells].map(([period, cell]) => ({ series, period, cell })) : [],
  );
  return catalogue.flatMap((definition) => {
    const own = published.filter(({ series }) => series.metric === definition.id);
    if (own.length === 0) return [];
    const others = withoutPublished(known, definition.id);
    const { all } = areaFigures(area, others, catalogue, at);
    return own
      .map(({ series, period, cell }): Reconciled => {
        const id = dimensionsId(series.dimensions);
        const derived =
          series.level !== 'la'
            ? null
            : (all
                .find(
                  (each) =>
                    each.series.metric === definition.id && dimensionsId(each.series.dimensions) === id,
                )
                ?.series.points.find((point) => point.period === period)?.value ?? null);
        const wanted = { metric: definition.id, dimensions: series.dimensions, period };
        const agrees = (value: number) => agreesWith(cell.value, value, definition.unit);
        const found = causeOf(cell.value, derived, definition.unit, {
          earlier: () =>
            derivedHistory(area, others, catalogue, wanted, at)
              .filter(({ current }) => !current)
              .find(({ point }) => point.value !== null && agrees(point.value))?.point.value ?? null,
          editionAgrees: (value) =>
            own.some(
              (other) =>
                other.cell !== cell &&
                other.series.level === series.level &&
                other.period === period &&
                dimensionsId(other.series.dimensions) === id &&
                agreesWith(other.cell.value, value, definition.unit),
            ),
        });
        const difference = cell.value === null || derived === null ? null : cell.value - derived;
        const { dimensions, level, edition } = series;
        return { definition, dimensions, period, level, edition, cell, derived, difference, ...found };
      })
      .sort((a, b) => comparePeriods(b.period, a.period) || (keyOf(a) < keyOf(b) ? -1 : 1));
  });
}

type Elsewhere = {
  readonly earlier: () => number | null;
  readonly editionAgrees: (derived: number) => boolean;
};

function causeOf(
  published: number | null,
  derived: number | null,
  unit: Unit,
  elsewhere: Elsewhere,
): Pick<Reconciled, 'cause' | 'earlier'> {
  if (published === null) return { cause: 'no-published-figure', earlier: null };
  if (derived === null) return { cause: 'no-derived-figure', earlier: null };
  if (published === derived) return { cause: 'equal', earlier: null };
  if (agreesWith(published, derived, unit)) return { cause: 'rounding', earlier: null };
  const earlier = elsewhere.earlier();
  if (earlier !== null) return { cause: 'restated', earlier };
  return { cause: elsewhere.editionAgrees(derived) ? 'another-edition' : 'unexplained', earlier: null };
}

function agreesWith(published: number | null, derived: number, unit: Unit): boolean {
  return published !== null && Math.abs(published - derived) <= publishedPrecision(published, unit);
}

function withoutPublished({ drops, blocks }: Known, metric: string): Known {
  return {
    drops,
    blocks: blocks.filter(({ series }) => !(series.role === 'published' && series.metric === metric)),
  };
}

function keyOf({ level, edition, dimensions }: Reconciled): string {
  return `${level} ${edition} ${dimensionsId(dimensions)}`;
}
