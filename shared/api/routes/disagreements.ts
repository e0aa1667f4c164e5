import * as z from 'zod';
import { metricById } from '../../catalogue/metrics.ts';
import { dimensionsId } from '../../facts/cell.ts';
import { dayInLondon } from '../../period/london.ts';
import { RATINGS_PART } from '../../recompute/part-names.ts';
import { ratingItemsSchema } from '../../recompute/ratings-view.ts';
import { ratingItemSchema } from '../../recompute/views.ts';
import { officersNow } from '../officers-now.ts';
import { listOf, pageOf } from '../page.ts';
import { areaParameter, asOfParameter, pageParameters, unknownArea } from '../parameters.ts';
import { page, refused, route } from '../route.ts';
import { readRun } from '../run-read.ts';
import { runStamp } from '../run-stamp.ts';

const { metric, name, dimensions, period, rating, officer } = ratingItemSchema.shape;

const disagreementItemSchema = z
  .object({
    ...{ metric, name, dimensions, period },
    condition: z.string().nullable().describe('The condition that the metric is evidence of'),
    rating: rating.describe('What the data says'),
    officerRating: rating.describe('What officers say'),
    officer: officer.unwrap(),
    levels: z.int().describe('By how many levels the data is worse than the officers; negative: better'),
    since: z.iso.date().describe('Day from which they have differed so without a break'),
    months: z.int().describe('Whole months since then'),
    text: z.string(),
  })
  .meta({ id: 'DisagreementItem' });

/** Where the data and the officers differ by two levels, or have differed by one for two months. */
export const listDisagreements = route({
  method: 'GET',
  path: '/areas/{area}/disagreements',
  summary: 'Measures that officers rate otherwise than the data: two levels apart, or one for two months',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({ ...pageParameters, asOf: asOfParameter }),
  response: listOf(disagreementItemSchema),
  scopes: ['read'],
  stamp: runStamp,
  handle: async ({ params, query, caller, ports }) => {
    const unknown = unknownArea(params.area, ports);
    if (unknown) return refused(unknown);
    const run = await readRun(params.area, query.asOf, caller, ports, () => [RATINGS_PART]);
    if (run.kind === 'problem') return run;
    const part = run.part(RATINGS_PART);
    const rated = part === undefined ? [] : mayDisagree(part);
    const now = officersNow(rated, run);
    const today = dayInLondon(run.at);
    const items = rated
      .map((item) => ({ ...item, ...now(item) }))
      .flatMap(({ disagreement, officerRating = null, officer = null, ...item }) => {
        if (!disagreement) return [];
        const { levels, since, text } = disagreement;
        const condition = metricById(item.metric)?.condition ?? null;
        return [
          {
            ...{ metric: item.metric, name: item.name, dimensions: item.dimensions, period: item.period },
            ...{ condition, rating: item.rating, officerRating, officer, levels, since },
            ...{ months: monthsFrom(since, today), text },
          },
        ];
      })
      .toSorted((a, b) => (a.since === b.since ? 0 : a.since < b.since ? 1 : -1));
    return page(pageOf(items, query, (item) => `${item.metric}|${dimensionsId(item.dimensions)}`));
  },
});

/** Officers have said something of it; the many others are not read whole. */
const saidSchema = z.object({
  items: z.array(z.looseObject({ officer: z.unknown().optional(), disagreement: z.unknown().optional() })),
});

function mayDisagree(part: unknown) {
  const said = saidSchema.parse(part).items.filter(({ officer, disagreement }) => officer ?? disagreement);
  return ratingItemsSchema.parse(said);
}

/** Whole months from a day to a later one. */
function monthsFrom(since: string, today: string): number {
  const [years = 0, months = 0, days = 0] = today.split('-').map(Number);
  const [year = 0, month = 0, day = 0] = since.split('-').map(Number);
  return 12 * (years - year) + months - month - (days < day ? 1 : 0);
}
