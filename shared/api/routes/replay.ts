import * as z from 'zod';
import { metricById, metrics } from '../../catalogue/metrics.ts';
import type { Veil } from '../../disclosure/veil.ts';
import { monthInLondon } from '../../period/london.ts';
import { type Month, monthIndex, parseMonth } from '../../period/month.ts';
import { knownOf } from '../../recompute/known.ts';
import { periodSchema } from '../../recompute/period-schema.ts';
import { ratingSchema } from '../../recompute/rating-schema.ts';
import { type Replayed, replay } from '../../recompute/replay.ts';
import { areaParameter, asOfParameter, readAsOf, unknownArea } from '../parameters.ts';
import { type Problem, problem } from '../problem.ts';
import { rememberedCellsOf } from '../remembered-cells.ts';
import { answer, calculation, refused } from '../route.ts';
import { sightOf } from '../sight.ts';
import { knownIn, veilIn } from '../veiled.ts';

const month = z.string().transform((text, context): Month => {
  const parsed = parseMonth(text);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: 'Write a month: 2024-10' });
  return z.NEVER;
});

const replayedSchema = z
  .object({
    month: z.string().describe('The month end looked from; of a month that is not over, now'),
    metric: z.string(),
    name: z.string(),
    dimensions: z.record(z.string(), z.string()),
    period: periodSchema.describe('The latest figure then known that the rating speaks of'),
    value: z.number().nullable().describe('Null where it is not shown to you'),
    unit: z.enum(['count', 'ratio', 'gbp', 'score']),
    knownAt: z.iso.datetime().describe('When that figure was known'),
    assumed: z
      .boolean()
      .describe(
        'True when the file itself says when it was known (its metadata) and was put at another time',
      ),
    rating: ratingSchema.describe('What the data then gave'),
    officerRating: ratingSchema.nullable().describe('What officers had then reported; null where nothing'),
    leadMonths: z.int().nullable().describe('Null without an officers’ rating'),
  })
  .meta({ id: 'Replayed' });

/** What the data gave at each month end, with what was known then. */
export const listReplay = calculation({
  method: 'GET',
  path: '/areas/{area}/replay',
  summary: 'The rating of each metric at each month end, by what was known then, the last month first',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({
    from: month.meta({ description: 'First month end to look from, `2024-04`' }),
    to: month.exactOptional().meta({ description: 'Last month end; without it the present month' }),
    metric: z
      .string()
      .refine((id) => metricById(id) !== undefined, 'There is no such metric: see /api/v1/metrics')
      .exactOptional()
      .meta({ description: 'Only this metric, `ehcp.active`' }),
    asOf: asOfParameter,
  }),
  response: z.object({ items: z.array(replayedSchema), next: z.null() }),
  scopes: ['read'],
  handle: async ({ params, query, caller, ports }) => {
    const unknown = unknownArea(params.area, ports);
    if (unknown) return refused(unknown);
    const now = query.asOf === undefined ? ports.clock.now() : readAsOf(query.asOf, ports);
    if (!(now instanceof Date)) return refused(now);
    const { from, to = monthInLondon(now), metric } = query;
    const wrong = wrongSpan(from, to, monthInLondon(now));
    if (wrong) return refused(wrong);
    const sight = await sightOf(params.area, caller, ports);
    if (!('kind' in sight)) return refused(sight);
    const known = knownIn(sight, await knownOf(params.area, ports, rememberedCellsOf));
    const pattern = sight.kind === 'protected' ? sight.pattern : undefined;
    const items = replay({ area: params.area, known, catalogue: metrics, from, to, metric, now, pattern });
    const veil = veilIn(sight);
    return answer({ items: items.flatMap((item) => veiled(item, veil) ?? []), next: null });
  },
});

/** A line without its figure where that is withheld or rounded; none where the ratings are. */
function veiled(item: Replayed, veil: Veil | undefined): Replayed | undefined {
  const { metric, dimensions, period } = item;
  if (veil?.ratingsWithheld(metric, dimensions)) return undefined;
  return !veil || veil.figure(metric, dimensions, period) === 'whole' ? item : { ...item, value: null };
}

// A recompute for each month: a council with every feed must answer within the gateway's 30 seconds.
const MOST_MONTHS = 36;

function wrongSpan(from: Month, to: Month, current: Month): Problem | undefined {
  const wrong = (field: string, detail: string, message: string) =>
    problem(400, `Cannot replay ${from} to ${to}: ${detail}`, [{ field, message }]);
  if (to > current)
    return wrong(
      'to',
      `the last month to look from is ${current}. Ask for months up to it.`,
      'Later than now',
    );
  if (from > to) return wrong('from', 'it begins after it ends. Turn the two round.', 'Later than to');
  const months = monthIndex(to) - monthIndex(from) + 1;
  if (months <= MOST_MONTHS) return undefined;
  return wrong(
    'from',
    `these are ${months} months. Ask for ${MOST_MONTHS} at most.`,
    `More than ${MOST_MONTHS} months`,
  );
}
