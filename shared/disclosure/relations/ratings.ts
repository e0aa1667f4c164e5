import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Dimensions } from '../../facts/cell.ts';
import type { Period } from '../../period/period.ts';
import type { Relation } from '../count-table.ts';
import type { AllSaid } from '../said.ts';
import { ratingsThing, seriesName } from '../shown-things.ts';
import { type LinearForm, sideRelation } from './linear.ts';
import { periodsOf } from './periods.ts';
import { type OwnBounds, type PlannedValues, ratingBounds } from './plan-bounds.ts';
import { ratePartsOf, whole } from './rate-parts.ts';
import type { RolledForm } from './rolling-forms.ts';

type About = {
  readonly definition: MetricDefinition;
  readonly dimensions: Dimensions;
  readonly said: AllSaid;
  readonly planned: PlannedValues;
  readonly own: OwnBounds;
  /** By id, the true values of the counts. */
  readonly values: ReadonlyMap<string, number>;
};

/**
 * What the ratings of a series tell of its counts: on which side of each bound the figure of each period lies. The
 * council's own rating follows from its headline measures, so theirs are never withheld.
 */
export function ratingRelations(about: About, rolled: readonly RolledForm[] = []): readonly Relation[] {
  const { definition, dimensions, planned, own, values } = about;
  const name = seriesName(definition.id, dimensions);
  const shownBy = definition.headline ? undefined : ratingsThing(name);
  const sides = (period: Period, form: LinearForm) =>
    ratingBounds(definition, planned, name, period, own).map((bound) =>
      sideRelation(form, bound, values, shownBy),
    );
  if (definition.better === 'neither') return [];
  if (definition.derivation?.kind === 'rolling-12')
    return rolled.flatMap(({ month, form }) => sides(month, form));
  const formAt = monthlyForms(about);
  if (!formAt) return [];
  return periodsOf(about.said, definition, dimensions)
    .filter((period) => planned.has(`${name}|${period}`))
    .flatMap((period) => formAt(period).flatMap((form) => sides(period, form)));
}

/** The forms that a figure of a period has had: a count, or a rate of counts. */
function monthlyForms({
  definition,
  dimensions,
  said,
}: About): ((period: Period) => readonly LinearForm[]) | undefined {
  const instants = Array.from({ length: said.instants }, (_, at) => at);
  const partsAt = ratePartsOf(definition, dimensions, said);
  if (partsAt) {
    return (period) =>
      once(
        instants.flatMap((instant) => {
          const parts = partsAt(period, instant);
          if (!parts) return [];
          const { numerator, denominator } = parts;
          const form: LinearForm = (bound) => ({
            terms: [
              { count: numerator.id, times: 1 },
              { count: denominator.id, times: -bound },
            ],
            least: 0,
          });
          return [[`${numerator.id}\n${denominator.id}`, form] as const];
        }),
      );
  }
  if (!definition.pupils || definition.derivation) return undefined;
  const series = said.series.get(seriesName(definition.id, dimensions));
  return (period) =>
    once(
      instants.flatMap((instant) => {
        const count = whole(series?.periods.get(period)?.[instant]);
        if (!count) return [];
        const form: LinearForm = (bound) => ({ terms: [{ count: count.id, times: 1 }], least: bound });
        return [[count.id, form] as const];
      }),
    );
}

function once(forms: readonly (readonly [string, LinearForm])[]): readonly LinearForm[] {
  return [...new Map(forms).values()];
}
