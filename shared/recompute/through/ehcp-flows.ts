import { addMonths, type Month, monthsBetween } from '../../period/month.ts';
import { type Monthly, valueAt } from './monthly.ts';
import { continued, type Inputs, monthsAfter, type Route } from './route.ts';

const REQUESTS = 'ehcp.requests';
const NEW_PLANS = 'ehcp.new-plans';
const CEASED = 'ehcp.ceased';
const TRANSFERRED_IN = 'ehcp.transferred-in';
const UNEXPLAINED = 'ehcp.unexplained';

/** From request to plan: the law says twenty weeks, in practice three months to a year. */
const LAGS = [3, 4, 5, 6, 7, 8, 9, 10] as const;
const RECENT = 12;

/**
 * Open plans from what comes in and goes out: requests of some months before become plans at the rate of the last
 * year (which holds decisions not to assess and not to issue), plans cease and move in as those series are
 * forecast, and what the flows did not explain in the last year goes on.
 */
export const ehcpFlows: Route = {
  metric: 'ehcp.active',
  name: 'what comes in and goes out',
  needs: [REQUESTS, NEW_PLANS, CEASED],
  uses: [TRANSFERRED_IN, UNEXPLAINED],
  months: 24,
  project: (inputs, last, horizon) => {
    const months = monthsAfter(last, horizon);
    const end = addMonths(last, horizon);
    const flow = (metric: string) => {
      const history = inputs.get(metric);
      return history ? continued(history, 'flow', end) : () => undefined;
    };
    const requests = flow(REQUESTS);
    const ceased = flow(CEASED);
    const transferred = flow(TRANSFERRED_IN);
    const newPlans = inputs.get(NEW_PLANS);
    const { lag, rate } = issuing(requests, newPlans, last);
    const drift = meanOfRecent(inputs.get(UNEXPLAINED), last);
    let level = levelAt(inputs, last);
    return months.map((month) => {
      // Plans already issued after the last stock are known; later ones follow from requests.
      const issued = (newPlans && valueAt(newPlans, month)) ?? rate * (requests(addMonths(month, -lag)) ?? 0);
      level = Math.max(0, level + issued + (transferred(month) ?? 0) - (ceased(month) ?? 0) + drift);
      return level;
    });
  },
};

function levelAt(inputs: Inputs, last: Month): number {
  const own = inputs.get('ehcp.active');
  return (own && valueAt(own, last)) ?? Number.NaN;
}

/** The lag at which requests tell new plans best, and new plans for each request at that lag, over the last two years. */
function issuing(
  requests: (month: Month) => number | undefined,
  newPlans: Monthly | undefined,
  last: Month,
): { readonly lag: number; readonly rate: number } {
  const months = monthsBetween(addMonths(last, 1 - 2 * RECENT), last);
  const tried = LAGS.map((lag) => {
    const pairs = months.flatMap((month) => {
      const issued = newPlans && valueAt(newPlans, month);
      const asked = requests(addMonths(month, -lag));
      return issued === undefined || asked === undefined ? [] : [{ month, issued, asked }];
    });
    const recent = pairs.slice(-RECENT);
    const asked = recent.reduce((sum, pair) => sum + pair.asked, 0);
    const issued = recent.reduce((sum, pair) => sum + pair.issued, 0);
    const rate = asked > 0 ? issued / asked : 0;
    const errors = pairs.map((pair) => (pair.issued - rate * pair.asked) ** 2);
    return { lag, rate, error: errors.reduce((sum, error) => sum + error, 0) / errors.length };
  }).filter(({ error }) => Number.isFinite(error));
  return tried.reduce((best, each) => (each.error < best.error ? each : best), {
    ...{ lag: 5, rate: 0, error: Number.POSITIVE_INFINITY },
  });
}

function meanOfRecent(history: Monthly | undefined, last: Month): number {
  if (!history) return 0;
  const recent = monthsBetween(addMonths(last, 1 - RECENT), last).flatMap(
    (month) => valueAt(history, month) ?? [],
  );
  return recent.length === 0 ? 0 : recent.reduce((sum, value) => sum + value, 0) / recent.length;
}
