import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Dimensions } from '../../facts/cell.ts';
import { addMonths, type Month, monthsBetween, parseMonth } from '../../period/month.ts';
import type { Relation } from '../count-table.ts';
import { basesOf, FINEST_STEP, rounded, roundingStep, roundsTo } from '../policy.ts';
import type { AllSaid } from '../said.ts';
import { seriesName } from '../shown-things.ts';
import { betweenRelations } from './linear.ts';
import { periodsOf } from './periods.ts';
import { ratePartsOf } from './rate-parts.ts';
import type { Base, RolledForm } from './rolling-forms.ts';

const WINDOW = 12;

/** What rounded 12-month rates say of the counts that they rest on: the step itself says how large the base is. */
export function roundedRelations(forms: readonly RolledForm[]): readonly Relation[] {
  return forms.flatMap(({ thing, value, form, base }) => {
    const step = base === undefined ? FINEST_STEP : roundingStep(base.value);
    const about = base === undefined ? [] : [baseRelation(base, step, thing)];
    if (step === undefined) return about;
    const { from, to } = roundsTo(rounded(value, step), step);
    return [...betweenRelations(form, from, to, thing), ...about];
  });
}

/** That a base is one for which this step is used; that it is too small for any, shows by there being no rate. */
function baseRelation({ counts }: Base, step: number | undefined, thing: string): Relation {
  const terms = counts.map((count) => ({ count, times: 1 }));
  const { from, to } = basesOf(step);
  return { terms, lowest: from, highest: to - 1e-6, ...(step !== undefined && { shownBy: thing }) };
}

/** A 12-month rate that rests on more than counts. */
export type MixedRate = { readonly metric: string; readonly dimensions: Dimensions; readonly month: Month };

/**
 * The 12-month rates that also rest on rates known only as published. What they say of counts is not worked out: they
 * are withheld where they rest on a withheld one.
 */
export function mixedRates(
  rolling: MetricDefinition,
  monthly: MetricDefinition,
  dimensions: Dimensions,
  said: AllSaid,
): readonly MixedRate[] {
  const partsAt = ratePartsOf(monthly, dimensions, said);
  if (!partsAt) return [];
  const name = seriesName(monthly.id, dimensions);
  const prefix = `${name}|`;
  const published = [...said.published.keys()].flatMap((key) => {
    const period = key.startsWith(prefix) ? key.slice(prefix.length) : '';
    const month = parseMonth(period);
    return month === undefined ? [] : [month];
  });
  const own = new Set<string>(periodsOf(said, monthly, dimensions));
  const standIns = published.filter((month) => {
    const instants = Array.from({ length: said.instants }, (_, at) => at);
    return !own.has(month) || instants.some((at) => partsAt(month, at) === undefined);
  });
  const windows = new Set(standIns.flatMap((month) => monthsBetween(month, addMonths(month, WINDOW - 1))));
  return [...windows].map((month) => ({ metric: rolling.id, dimensions, month }));
}
