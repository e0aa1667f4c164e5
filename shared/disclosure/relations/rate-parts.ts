import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Dimensions } from '../../facts/cell.ts';
import type { Period } from '../../period/period.ts';
import { partNames } from '../counts-of.ts';
import type { AllSaid, Said } from '../said.ts';
import { seriesName } from '../shown-things.ts';

/** A count that a rate is divided from. */
export type Part = { readonly id: string; readonly value: number };

/** What a rate of a period was at an instant: its counts, or undefined where not both are known. */
export type RateParts = { readonly numerator: Part; readonly denominator: Part };

/** How to find what a rate of pupils is divided from; undefined for a metric that is none. */
export function ratePartsOf(
  definition: MetricDefinition,
  dimensions: Dimensions,
  said: AllSaid,
): ((period: Period, instant: number) => RateParts | undefined) | undefined {
  const { id, derivation, unit } = definition;
  const at = (metric: string) => {
    const series = said.series.get(seriesName(metric, dimensions));
    return (period: Period, instant: number) => series?.periods.get(period)?.[instant];
  };
  if (derivation?.kind === 'quotient') {
    const [over, under] = [at(derivation.numerator), at(derivation.denominator)];
    return (period, instant) => {
      const numerator = whole(over(period, instant));
      const denominator = whole(under(period, instant));
      return numerator && denominator ? { numerator, denominator } : undefined;
    };
  }
  if (derivation !== undefined || unit !== 'ratio') return undefined;
  const own = at(id);
  return (period, instant) => {
    const each = own(period, instant);
    if (!each || each.numerator === undefined || each.denominator === undefined) return undefined;
    return {
      numerator: { id: `${each.id}${partNames.numerator}`, value: each.numerator },
      denominator: { id: `${each.id}${partNames.denominator}`, value: each.denominator },
    };
  };
}

/** A statement as the count that it is. */
export function whole(said: Said | undefined): Part | undefined {
  return said === undefined || said.value === null ? undefined : { id: said.id, value: said.value };
}
