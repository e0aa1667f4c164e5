import { yearGroups } from '../../catalogue/breakdowns/year-groups.ts';
import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Point } from '../../derive/point.ts';
import { comparePeriods } from '../../period/period.ts';
import { type Cohort, stepOf } from './cohort.ts';
import type { Published } from './year-groups.ts';

/** One result as a file of the feed `cohorts` says it. */
export type FollowedResult = {
  readonly cohort: string;
  readonly yearGroup: string;
  readonly definition: MetricDefinition;
  readonly point: Point;
};

const ORDER = new Map(yearGroups.map(({ id }, at) => [id, at]));

/** The cohorts that files follow, each result beside that of all pupils of the council and of England. */
export function followedCohorts(results: readonly FollowedResult[], published: Published): readonly Cohort[] {
  return [...Map.groupBy(results, ({ cohort }) => cohort)]
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([id, own]) => ({
      ...{ id, name: nameOf(id), kind: 'followed' as const },
      steps: own.toSorted(inOrder).map(({ definition, yearGroup, point }) => {
        const { points, national } = published(definition.id);
        return stepOf({
          ...{ definition, period: point.period, yearGroup, point },
          council: points.find(({ period }) => period === point.period)?.value ?? null,
          ...{ national: national(point.period), why: `no figure (${point.status ?? 'no reason given'}).` },
        });
      }),
    }));
}

function inOrder(a: FollowedResult, b: FollowedResult): number {
  return (
    comparePeriods(a.point.period, b.point.period) ||
    (ORDER.get(a.yearGroup) ?? 0) - (ORDER.get(b.yearGroup) ?? 0) ||
    (a.definition.id < b.definition.id ? -1 : a.definition.id > b.definition.id ? 1 : 0)
  );
}

/** `slightly-below-2018` as it stands in a heading: `Slightly below 2018`. */
function nameOf(id: string): string {
  const text = id.replaceAll(/[-_]+/g, ' ').trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
