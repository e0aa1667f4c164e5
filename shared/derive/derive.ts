import type { MetricDefinition } from '../catalogue/metric.ts';
import { type Dimensions, dimensionsId } from '../facts/cell.ts';
import type { Facts } from '../facts/fold.ts';
import { comparePeriods } from '../period/period.ts';
import { difference, type Points, quotient, residual } from './arithmetic.ts';
import type { MetricSeries } from './point.ts';
import { publishedPoints } from './published.ts';
import { rollingTwelve } from './rolling.ts';
import { storedPoints } from './stored.ts';

/**
 * Every metric of the catalogue that the facts can speak of, stored or derived, for each set of dimensions.
 * A published figure stands in, marked `published`, for a period of which nothing can be derived.
 */
export function deriveSeries(facts: Facts, catalogue: readonly MetricDefinition[]): readonly MetricSeries[] {
  const definitions = new Map(catalogue.map((definition) => [definition.id, definition]));
  const spoken = new Set([...facts.values()].map(({ series }) => series.metric));

  const pointsOf = (metric: string, dimensions: Dimensions, done: Map<string, Points>): Points => {
    const earlier = done.get(metric);
    if (earlier) return earlier;
    const definition = definitions.get(metric);
    if (!definition) throw new Error(`Metric ${metric} is not in the catalogue`);
    const own = definition.derivation
      ? derived(definition.derivation, (input) => pointsOf(input, dimensions, done), definitions)
      : spoken.has(metric)
        ? storedPoints(facts, metric, dimensions)
        : nothing;
    const points = spoken.has(metric)
      ? withStandIns(own, publishedPoints(facts, metric, dimensions, 'la'))
      : own;
    done.set(metric, points);
    return points;
  };

  return dimensionSets(facts).flatMap((dimensions) => {
    const done = new Map<string, Points>();
    return catalogue.flatMap(({ id: metric }) => {
      const found = pointsOf(metric, dimensions, done);
      if (found.size === 0) return [];
      const points = [...found.values()].sort((a, b) => comparePeriods(a.period, b.period));
      return [{ metric, dimensions, points }];
    });
  });
}

/** Of most metrics of the catalogue most areas say nothing. */
const nothing: Points = new Map();

function derived(
  derivation: NonNullable<MetricDefinition['derivation']>,
  input: (metric: string) => Points,
  definitions: ReadonlyMap<string, MetricDefinition>,
): Points {
  const denominatorsOf = (metric: string): Points | undefined => {
    const rate = definitions.get(metric)?.derivation;
    return rate?.kind === 'quotient' ? input(rate.denominator) : undefined;
  };
  switch (derivation.kind) {
    case 'quotient':
      return quotient(input(derivation.numerator), input(derivation.denominator));
    case 'difference':
      return difference(input(derivation.minuend), input(derivation.subtrahend));
    case 'residual':
      return residual(input(derivation.stock), derivation.inflows.map(input), derivation.outflows.map(input));
    case 'rolling-12':
      return rollingTwelve(input(derivation.of), derivation.method, denominatorsOf(derivation.of));
  }
}

/** A published value fills what has no value of its own; a published absence fills only what is not there at all. */
function withStandIns(own: Points, published: Points): Points {
  const points = new Map(own);
  for (const [period, point] of published) {
    const present = points.get(period);
    if (!present || (present.value === null && point.value !== null)) {
      const { months, publishedMonths } = present ?? {};
      points.set(period, {
        ...point,
        ...(months !== undefined && { months }),
        ...(publishedMonths !== undefined && { publishedMonths }),
      });
    }
  }
  return points;
}

/** Each set of dimensions that figures (not plans, not registers) speak of. */
function dimensionSets(facts: Facts): readonly Dimensions[] {
  const sets = new Map<string, Dimensions>();
  for (const { series } of facts.values()) {
    if (series.role === 'actual' || series.role === 'published')
      sets.set(dimensionsId(series.dimensions), series.dimensions);
  }
  return [...sets.values()];
}
