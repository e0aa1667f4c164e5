import * as z from 'zod';
import { metrics } from '../../catalogue/metrics.ts';
import { bridgeParts, stockBridge } from '../../derive/stock-bridge.ts';
import { areaFigures } from '../../recompute/figures.ts';
import { periodSchema } from '../../recompute/period-schema.ts';
import { listOf, pageOf } from '../page.ts';
import { areaParameter, asOfParameter, pageParameters, unknownArea } from '../parameters.ts';
import { calculation, page, refused } from '../route.ts';
import { veiledSeries } from '../veiled.ts';
import { knownAsOf } from './known-as-of.ts';

const plans = z.number().nullable();

const bridgeMonthSchema = z
  .object({
    period: periodSchema,
    opening: plans.describe('Open plans at the end of the month before'),
    newPlans: plans,
    transferredIn: plans,
    ceased: plans.describe('All reasons, transfers out included'),
    unexplained: plans.describe('closing − opening − newPlans − transferredIn + ceased'),
    closing: plans.describe('Open plans at the end of the month'),
    gaps: z
      .array(
        z.object({
          part: z.enum(bridgeParts),
          status: z.string().describe('As a file wrote it (`c`, `x`), or `not-collected`'),
          text: z.string(),
        }),
      )
      .describe('Why a part is null: unknown is never zero'),
  })
  .meta({ id: 'BridgeMonth' });

/** Open plans from month to month through what came, what went and what neither explains. */
export const getStockBridge = calculation({
  method: 'GET',
  path: '/areas/{area}/stock-bridge',
  summary: 'EHCPs month to month through new, transferred in, ceased and unexplained, the last month first',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({ ...pageParameters, asOf: asOfParameter }),
  response: listOf(bridgeMonthSchema),
  scopes: ['read'],
  handle: async ({ params, query, caller, ports }) => {
    const unknown = unknownArea(params.area, ports);
    if (unknown) return refused(unknown);
    const found = await knownAsOf(params.area, query.asOf, caller, ports);
    if (!('known' in found)) return refused(found);
    const { all } = areaFigures(params.area, found.known, metrics, found.at);
    const months = stockBridge(all.map(({ series }) => veiledSeries(series, found.veil)));
    return page(
      pageOf(
        months.map((month) => ({ ...month, gaps: [...month.gaps] })),
        query,
        ({ period }) => period,
      ),
    );
  },
});
