import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Relation } from '../count-table.ts';
import type { AllSaid } from '../said.ts';
import { periodsOf, seriesOfMetric } from './periods.ts';
import { ratePartsOf } from './rate-parts.ts';

/** A part is not more than its whole, wherever the figures say so themselves. */
export function partRelations(said: AllSaid, catalogue: readonly MetricDefinition[]): readonly Relation[] {
  return catalogue.flatMap((definition) =>
    seriesOfMetric(said, definition).flatMap((dimensions) => {
      const partsAt = ratePartsOf(definition, dimensions, said);
      if (!partsAt) return [];
      const seen = new Set<string>();
      return periodsOf(said, definition, dimensions).flatMap((period): readonly Relation[] =>
        Array.from({ length: said.instants }, (_, instant) => instant).flatMap((instant) => {
          const parts = partsAt(period, instant);
          if (!parts || parts.numerator.value > parts.denominator.value) return [];
          const { numerator, denominator } = parts;
          const key = `${numerator.id}\n${denominator.id}`;
          if (seen.has(key)) return [];
          seen.add(key);
          const terms = [
            { count: denominator.id, times: 1 },
            { count: numerator.id, times: -1 },
          ];
          return [{ terms, lowest: 0, highest: Number.POSITIVE_INFINITY }];
        }),
      );
    }),
  );
}
