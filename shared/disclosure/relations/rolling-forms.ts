import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Dimensions } from '../../facts/cell.ts';
import { type Month, monthsBetween } from '../../period/month.ts';
import { asMonth } from '../../period/period.ts';
import type { AllSaid } from '../said.ts';
import { figureThing, seriesName } from '../shown-things.ts';
import type { LinearForm } from './linear.ts';
import { periodsOf } from './periods.ts';
import { type Part, ratePartsOf, whole } from './rate-parts.ts';

const WINDOW = 12;
/** As for the figures themselves: under this many months there is none. */
const FEWEST_MONTHS = 10;

/** One 12-month figure as it ever stood: of which counts it is made, and what it is. */
export type RolledForm = {
  readonly month: Month;
  readonly thing: string;
  readonly value: number;
  readonly form: LinearForm;
  /** Denominators that are taken as they are: of a mean of shares. */
  readonly fixed: readonly string[];
  /** What it is divided by, all months together; undefined of a mean. */
  readonly base: Base | undefined;
};

/** The denominators of a rate over its months. */
export type Base = { readonly value: number; readonly counts: readonly string[] };

/** The 12-month forms of a rolling metric, each as it has stood. */
export function rolledForms(
  rolling: MetricDefinition,
  monthly: MetricDefinition,
  dimensions: Dimensions,
  said: AllSaid,
): readonly RolledForm[] {
  const { derivation } = rolling;
  if (derivation?.kind !== 'rolling-12') return [];
  const months = periodsOf(said, monthly, dimensions).flatMap((period) => asMonth(period) ?? []);
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return [];
  const all = monthsBetween(first, last);
  const piecesAt = monthPieces(monthly, dimensions, said);
  const there: (Piece | undefined)[] = all.map(() => undefined);
  const found: RolledForm[] = [];
  for (let instant = 0; instant < said.instants; instant += 1) {
    const touched = new Set<number>();
    for (const [place, month] of all.entries()) {
      const piece = piecesAt(month, instant);
      if (sameCounts(piece, there[place])) continue;
      there[place] = piece;
      for (let end = place; end < Math.min(place + WINDOW, all.length); end += 1) touched.add(end);
    }
    for (const end of touched) {
      const month = all[end];
      const window = there.slice(Math.max(0, end + 1 - WINDOW), end + 1).flatMap((piece) => piece ?? []);
      const made = window.length < FEWEST_MONTHS ? undefined : formOf(window, derivation.method);
      if (month && made)
        found.push({ month, thing: figureThing(seriesName(rolling.id, dimensions), month), ...made });
    }
  }
  return found;
}

/** A month's count, or its numerator and denominator. */
type Piece = { readonly over: Part; readonly under: Part | undefined };

function sameCounts(a: Piece | undefined, b: Piece | undefined): boolean {
  return a?.over.id === b?.over.id && a?.under?.id === b?.under?.id;
}

function monthPieces(
  monthly: MetricDefinition,
  dimensions: Dimensions,
  said: AllSaid,
): (month: Month, instant: number) => Piece | undefined {
  const partsAt = ratePartsOf(monthly, dimensions, said);
  if (partsAt) {
    return (month, instant) => {
      const parts = partsAt(month, instant);
      return parts && { over: parts.numerator, under: parts.denominator };
    };
  }
  const series = said.series.get(seriesName(monthly.id, dimensions));
  return (month, instant) => {
    const count = whole(series?.periods.get(month)?.[instant]);
    return count && { over: count, under: undefined };
  };
}

function formOf(
  window: readonly Piece[],
  method: 'mean' | 'pooled',
): Pick<RolledForm, 'value' | 'form' | 'fixed' | 'base'> | undefined {
  const pairs = window.flatMap(({ over, under }) => (under === undefined ? [] : [{ over, under }]));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  if (pairs.length < window.length) {
    const counts = window.map(({ over }) => over);
    return {
      value: sum(counts.map(({ value }) => value)) / counts.length,
      form: (bound) => ({
        terms: counts.map(({ id }) => ({ count: id, times: 1 })),
        least: bound * counts.length,
      }),
      fixed: [],
      base: undefined,
    };
  }
  const base = {
    value: sum(pairs.map(({ under }) => under.value)),
    counts: pairs.map(({ under }) => under.id),
  };
  if (method === 'mean') {
    if (pairs.some(({ under }) => under.value === 0)) return undefined;
    return {
      value: sum(pairs.map(({ over, under }) => over.value / under.value)) / pairs.length,
      form: (bound) => ({
        terms: pairs.map(({ over, under }) => ({ count: over.id, times: 1 / under.value })),
        least: bound * pairs.length,
      }),
      fixed: pairs.map(({ under }) => under.id),
      base: undefined,
    };
  }
  if (base.value === 0) return undefined;
  return {
    value: sum(pairs.map(({ over }) => over.value)) / base.value,
    form: (bound) => ({
      terms: pairs.flatMap(({ over, under }) => [
        { count: over.id, times: 1 },
        { count: under.id, times: -bound },
      ]),
      least: 0,
    }),
    fixed: [],
    base,
  };
}
