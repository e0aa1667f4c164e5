import * as z from 'zod';
import { metricById } from '../../catalogue/metrics.ts';
import { pointOf } from '../../derive/point.ts';
import type { SeriesKey } from '../../facts/cell.ts';
import { cellHistory } from '../../facts/history.ts';
import type { Cohort, CohortStep } from '../../outcomes/cohorts/cohort.ts';
import { type FollowedResult, followedCohorts } from '../../outcomes/cohorts/followed.ts';
import { startOf } from '../../outcomes/cohorts/school-path.ts';
import { type Published, yearGroupCohorts } from '../../outcomes/cohorts/year-groups.ts';
import { seriesOf } from '../../outcomes/split-series.ts';
import { schoolYearAt } from '../../period/school-year-at.ts';
import { csvForm } from '../csv/csv-form.ts';
import { listOf, pageOf } from '../page.ts';
import { areaParameter, asOfParameter, idParameter, pageParameters, unknownArea } from '../parameters.ts';
import { problem } from '../problem.ts';
import { answer, calculation, page, refused } from '../route.ts';
import {
  type CohortVersion,
  cautions,
  cohortItem,
  cohortItemSchema,
  cohortSchema,
  stepTable,
  stepView,
} from './cohort-schemas.ts';
import { type ShownSeries, shownSeries } from './shown-series.ts';

/** Cohorts followed through the years, and year groups put together from published results. */
export const listCohorts = calculation({
  method: 'GET',
  path: '/areas/{area}/cohorts',
  summary:
    'Cohorts of pupils through their school years: those that files follow, and year groups by published results',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({ ...pageParameters, asOf: asOfParameter }),
  response: listOf(cohortItemSchema),
  scopes: ['read'],
  handle: async ({ params: { area }, query, caller, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const shown = await shownSeries(area, query.asOf, caller, ports);
    if (!('series' in shown)) return refused(shown);
    const items = cohortsOf(shown).flatMap((cohort) => cohortItem(cohort) ?? []);
    return page(pageOf(items, query, ({ id }) => id));
  },
});

/** One cohort, step by step. */
export const getCohort = calculation({
  method: 'GET',
  path: '/areas/{area}/cohorts/{id}',
  summary:
    'One cohort step by step: its result, those of the council and of England, the gap, and every earlier value',
  params: z.object({ area: areaParameter, id: idParameter }),
  query: z.strictObject({ asOf: asOfParameter }),
  response: cohortSchema,
  forms: ['text/csv'],
  scopes: ['read'],
  handle: async ({ params: { area, id }, query, caller, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const shown = await shownSeries(area, query.asOf, caller, ports);
    if (!('series' in shown)) return refused(shown);
    const cohort = cohortsOf(shown).find((each) => each.id === id);
    const item = cohort && cohortItem(cohort);
    if (!cohort || !item) {
      const detail = `There is no cohort "${id.slice(0, 80)}". See /api/v1/areas/${area}/cohorts.`;
      return refused(problem(404, detail));
    }
    const body = {
      ...{ ...item, area, caution: cautions[cohort.kind] },
      steps: cohort.steps.map((step) => stepView(step, versionsOf(cohort, step, shown))),
    };
    return { ...answer(body), forms: [csvForm(() => stepTable(body))] };
  },
});

function cohortsOf(shown: ShownSeries): readonly Cohort[] {
  const published = publishedIn(shown);
  const latest = startOf(schoolYearAt(shown.at));
  return [...followedCohorts(followedIn(shown), published), ...yearGroupCohorts(published, latest)];
}

function publishedIn({ series, figures }: ShownSeries): Published {
  return (metric) => {
    const definition = metricById(metric);
    if (!definition) throw new Error(`Metric ${metric} is not in the catalogue`);
    const compared = figures.all
      .find((each) => each.series.metric === metric && Object.keys(each.series.dimensions).length === 0)
      ?.figures.comparators.find(({ level }) => level === 'national');
    return {
      definition,
      points: seriesOf(series, metric, {})?.points ?? [],
      national: (year) => compared?.points.find(({ period }) => period === year)?.value ?? null,
    };
  };
}

/** What files of the feed say of cohorts, as the caller is shown it. */
function followedIn({ figures, veil }: ShownSeries): readonly FollowedResult[] {
  return [...figures.facts.values()].flatMap(({ series, cells }) => {
    const { cohort, yearGroup } = series.dimensions;
    const definition = metricById(series.metric);
    if (series.role !== 'pupils' || cohort === undefined || yearGroup === undefined || !definition) return [];
    return [...cells].map(([period, cell]): FollowedResult => {
      const point = pointOf(period, cell);
      const { numerator: _n, denominator: _d, ...kept } = point;
      const showing = veil?.figure(series.metric, series.dimensions, period) ?? 'whole';
      const shown = showing === 'whole' ? point : { ...kept, value: null, status: 'c' };
      return { cohort, yearGroup, definition, point: shown };
    });
  });
}

function versionsOf(
  cohort: Cohort,
  step: CohortStep,
  { known, veil, at }: ShownSeries,
): readonly CohortVersion[] {
  const { metric, yearGroup, period } = step;
  const dimensions = { cohort: cohort.id, yearGroup };
  if (cohort.kind !== 'followed' || (veil && veil.figure(metric, dimensions, period) !== 'whole')) return [];
  const key: SeriesKey = { role: 'pupils', metric, dimensions };
  return cellHistory(known.drops, known.blocks, key, period, at).map(
    ({ value, status, drop, row, current }) => ({
      value,
      ...(status !== undefined && { status }),
      ...{ knownAt: drop.knownAt, drop: drop.id, row, current },
    }),
  );
}
