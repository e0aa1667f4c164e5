import { addMonths } from '../../period/month.ts';
import { ehcpFlows } from './ehcp-flows.ts';
import { continued, monthsAfter, type Route } from './route.ts';

/** Pupils in independent special schools as their share of all plans, times all plans. */
const inmssFromShare: Route = {
  metric: 'inmss.placed',
  name: 'their share of all plans',
  needs: ['inmss.share', 'ehcp.active'],
  uses: [],
  months: 12,
  project: (inputs, last, horizon) => {
    const share = inputs.get('inmss.share');
    const stock = inputs.get('ehcp.active');
    const end = addMonths(last, horizon);
    const shareAt = share ? continued(share, 'share-of-stock', end) : () => undefined;
    const stockAt = stock ? continued(stock, 'stock', end) : () => undefined;
    return monthsAfter(last, horizon).map(
      (month) => (shareAt(month) ?? Number.NaN) * (stockAt(month) ?? Number.NaN),
    );
  },
};

/** Places planned less places delivered. */
const shortfallFromPlaces: Route = {
  metric: 'places.shortfall',
  name: 'places planned and delivered',
  needs: ['places.planned', 'places.delivered'],
  uses: [],
  months: 12,
  project: (inputs, last, horizon) => {
    const end = addMonths(last, horizon);
    const [planned, delivered] = ['places.planned', 'places.delivered'].map((metric) => {
      const history = inputs.get(metric);
      return history ? continued(history, 'stock', end) : () => undefined;
    });
    return monthsAfter(last, horizon).map(
      (month) => (planned?.(month) ?? Number.NaN) - (delivered?.(month) ?? Number.NaN),
    );
  },
};

const routes: readonly Route[] = [ehcpFlows, inmssFromShare, shortfallFromPlaces];

/** The route to a metric through others, where there is one. */
export function routeTo(metric: string): Route | undefined {
  return routes.find((route) => route.metric === metric);
}
