import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Point } from '../../derive/point.ts';
import type { Period } from '../../period/period.ts';
import { schoolYearText } from '../outcome-text.ts';
import { type Cohort, stepOf } from './cohort.ts';
import { schoolPath, schoolYear, startOf, whyNone } from './school-path.ts';

/** What is published of a metric: the council's points, and England's figure of a year. */
export type Published = (metric: string) => {
  readonly definition: MetricDefinition;
  readonly points: readonly Point[];
  readonly national: (year: Period) => number | null;
};

const PREFIX = 'year-group-';

/** One year's figures are no way through school. */
const FEWEST_YEARS = 2;

/**
 * The council's year groups on their way from Reception, put together from the results of each year: who came or went
 * meanwhile is in some of them and not in others. Steps after `latest`, the present school year, are not there yet.
 */
export function yearGroupCohorts(published: Published, latest: number): readonly Cohort[] {
  const results = new Map(
    schoolPath.flatMap(({ metrics }) => metrics.map((metric) => [metric, published(metric)] as const)),
  );
  const receptions = schoolPath.flatMap(({ after, metrics }) =>
    metrics.flatMap((metric) =>
      (results.get(metric)?.points ?? []).map(({ period }) => startOf(period) - after),
    ),
  );
  return [...new Set(receptions)]
    .sort((a, b) => b - a)
    .flatMap((start) => {
      const steps = schoolPath
        .filter(({ after }) => start + after <= latest)
        .flatMap(({ after, yearGroup, metrics }) =>
          metrics.flatMap((metric) => {
            const found = results.get(metric);
            if (!found) return [];
            const period = schoolYear(start + after);
            const point = found.points.find((each) => each.period === period);
            return [
              stepOf({
                ...{ definition: found.definition, period, yearGroup, point, council: null },
                ...{ national: found.national(period), why: whyNone(metric, start + after) },
              }),
            ];
          }),
        );
      const years = new Set(steps.flatMap(({ value, period }) => (value === null ? [] : [period])));
      if (years.size < FEWEST_YEARS) return [];
      const name = `Pupils who began Reception in ${schoolYearText(schoolYear(start))}`;
      return [{ id: `${PREFIX}${start}`, name, kind: 'year-group', steps } satisfies Cohort];
    });
}
