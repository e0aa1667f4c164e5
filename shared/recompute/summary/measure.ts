import { limitFor, type PlanInForce, type PlanLine, planInForce } from '../../derive/plans.ts';
import { monthInLondon } from '../../period/london.ts';
import { addMonths, monthAt } from '../../period/month.ts';
import { asMonth, financialYearOf, type Period, parsePeriod, periodMonths } from '../../period/period.ts';
import { absenceOf } from './absence.ts';
import { compare } from './comparison.ts';
import type { HeadlineMeasure } from './headline-measures.ts';
import { lastYearOf } from './last-year.ts';
import { neighboursOf } from './neighbours.ts';
import type { RatedSeries } from './rated-series.ts';
import type { Measure } from './summary-view.ts';

/** One measure of the first page: the latest figure with all that it is held against. */
export function measureOf(
  { definition, dimensions, found }: HeadlineMeasure,
  all: readonly RatedSeries[],
  lines: readonly PlanLine[],
  now: Date,
): Measure {
  const { id, name, shortName, unit, better, headline } = definition;
  const points = found?.view.points ?? [];
  const last = points.findLast(({ value }) => value !== null);
  const value = last?.value ?? null;
  const at = last?.period ?? monthInLondon(now);
  const planned = (plan: PlanInForce | undefined): Measure['plan'] =>
    plan ? { period: planPeriod(dimensions, at), ...plan, ...compare(value, plan.value, better) } : null;
  return {
    ...{ metric: id, name, shortName, unit, better, headline, dimensions: { ...dimensions } },
    latest:
      last && value !== null
        ? {
            ...{ period: last.period, value, status: last.status ?? null },
            ...{ numerator: last.numerator ?? null, denominator: last.denominator ?? null },
            ...{ knownAt: last.knownAt, drop: last.drop },
          }
        : null,
    absence: absenceOf(points, last?.period ?? null),
    plan: planned(planInForce(lines, id, dimensions, at)),
    limit: planned(limitFor(lines, id, dimensions, at)),
    rating: found?.view.rating ?? null,
    lastYear: last ? lastYearOf(definition, dimensions, last, all) : null,
    neighbours: neighboursOf(definition, dimensions, value, all),
    outlook: outlookOf(found, last?.period, now),
  };
}

/** The plan of year-end money is the year's. */
function planPeriod({ financialYear = '' }: HeadlineMeasure['dimensions'], at: Period): Period {
  return parsePeriod(financialYear) ?? at;
}

function outlookOf(
  found: RatedSeries | undefined,
  latest: Period | undefined,
  now: Date,
): Measure['outlook'] {
  const forecast = found?.view.forecast;
  const month = latest && asMonth(latest);
  if (!forecast || !month) return null;
  const at = (period: Period) => forecast.points.find((point) => point.period === period) ?? null;
  return {
    method: forecast.method,
    madeAt: forecast.madeAt,
    yearEnd: at(monthAt(periodMonths(financialYearOf(monthInLondon(now))).last)),
    twelveMonths: at(addMonths(month, 12)),
  };
}
