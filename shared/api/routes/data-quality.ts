import * as z from 'zod';
import { metrics } from '../../catalogue/metrics.ts';
import type { Veil } from '../../disclosure/veil.ts';
import { type Finding, findingCodes } from '../../quality/finding.ts';
import { periodSchema } from '../../recompute/period-schema.ts';
import { acknowledgedFindings } from '../../settings/acknowledged-findings.ts';
import { listOf, pageOf } from '../page.ts';
import { areaParameter, asOfParameter, pageParameters, unknownArea } from '../parameters.ts';
import { calculation, page, refused } from '../route.ts';
import { acknowledgedSchema } from './acknowledge-finding.ts';
import { knownAsOf } from './known-as-of.ts';

const findingSchema = z
  .object({
    id: z.string().describe('Another one when the figure changes'),
    code: z.enum(findingCodes),
    feed: z.string(),
    key: z.string(),
    drop: z.string().describe('The drop whose figure is in doubt'),
    metric: z.string().nullable(),
    dimensions: z.record(z.string(), z.string()),
    periods: z.array(periodSchema),
    value: z.number().nullable().describe('The figure in doubt; rows for `shrunken-file`'),
    expected: z.string(),
    text: z.string().describe('What is odd, and what to check'),
    acknowledged: acknowledgedSchema.nullable().describe('Who says that it is known, and why'),
  })
  .meta({ id: 'DataQualityFinding' });

/** What looks wrong in files that were taken: warnings, never refusals. */
export const listDataQuality = calculation({
  method: 'GET',
  path: '/areas/{area}/data-quality',
  summary: 'What looks wrong in the files that speak, each with what to check, the latest period first',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({
    ...pageParameters,
    drop: z.string().exactOptional().meta({ description: 'Only what is about this drop' }),
    feed: z.string().exactOptional().meta({ description: 'Only files of this feed' }),
    code: z.enum(findingCodes).exactOptional(),
    acknowledged: z
      .enum(['true', 'false'])
      .exactOptional()
      .meta({ description: '`false`: only what nobody has looked into' }),
    asOf: asOfParameter,
  }),
  response: listOf(findingSchema),
  scopes: ['read'],
  handle: async ({ params, query, caller, ports }) => {
    const unknown = unknownArea(params.area, ports);
    if (unknown) return refused(unknown);
    const found = await knownAsOf(params.area, query.asOf, caller, ports);
    if (!('known' in found)) return refused(found);
    const known = acknowledgedFindings(found.known.settings ?? [], found.at);
    // It reads what each column of each feed may say.
    const { dataQuality } = await import('../../quality/data-quality.ts');
    const items = dataQuality(params.area, found.known, metrics, found.at)
      .filter((finding) => isTold(finding, found.veil))
      .filter(
        ({ id, drop, feed, code }) =>
          (query.acknowledged === undefined || (query.acknowledged === 'true') === known.has(id)) &&
          (query.drop === undefined || drop === query.drop) &&
          (query.feed === undefined || feed === query.feed) &&
          (query.code === undefined || code === query.code),
      )
      .map(({ dimensions, periods, ...item }) => ({
        ...item,
        dimensions: { ...dimensions },
        periods: [...periods],
        acknowledged: known.get(item.id) ?? null,
      }));
    return page(pageOf(items, query, ({ id }) => id));
  },
});

/** Findings that say nothing of how large a figure is. */
const WITHOUT_FIGURES: readonly string[] = ['missing-month', 'wrong-month', 'shrunken-file'];

/** That a withheld figure looks odd, or does not, would tell something of it: of such series only gaps are told. */
function isTold({ code, metric, dimensions }: Finding, veil: Veil | undefined): boolean {
  if (veil === undefined || WITHOUT_FIGURES.includes(code)) return true;
  return metric !== null && !veil.touches(metric, dimensions) && code !== 'unexplained-stock';
}
