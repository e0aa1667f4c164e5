import type { BridgeItem } from '../api/bridge.ts';
import { periodWords } from './period.ts';

const plans = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'plan' : 'plans'}`;

/** How open plans changed from the first to the last known month, and how much of it the flows explain. */
export function bridgeFinding(months: readonly BridgeItem[]): string {
  const known = months.filter(({ closing }) => closing !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first?.closing == null || last?.closing == null) return 'No number of open plans is known.';
  const change = last.closing - first.closing;
  const moved =
    first === last
      ? `${plans(last.closing)} were open in ${periodWords(last.period)}.`
      : `Open plans ${change === 0 ? 'stayed the same' : `${change > 0 ? 'rose' : 'fell'} by ${Math.abs(change).toLocaleString('en-GB')}`} from ${periodWords(first.period)} (${first.closing.toLocaleString('en-GB')}) to ${periodWords(last.period)} (${last.closing.toLocaleString('en-GB')}).`;
  const explained = months.filter(({ unexplained }) => unexplained !== null);
  if (explained.length === 0)
    return `${moved} For no month are all its parts published: new plans, plans that moved in and plans that ceased. Send them in the monthly file to see what drives the change.`;
  const rest = explained.reduce((sum, { unexplained }) => sum + (unexplained ?? 0), 0);
  return `${moved} In the ${explained.length === 1 ? 'month' : `${explained.length} months`} of which all parts are known, ${rest === 0 ? 'these explain all of it' : `${plans(Math.abs(rest))} ${rest > 0 ? 'more' : 'fewer'} are open than they explain`}.`;
}

/** What the picture of the bridge shows, for a reader who cannot see it. */
export function bridgeDescription(months: readonly BridgeItem[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return 'An empty bar chart.';
  const sum = (part: 'newPlans' | 'transferredIn' | 'ceased') => {
    const known = months.flatMap((month) => month[part] ?? []);
    return known.length === 0
      ? 'not published'
      : `${known.reduce((all, each) => all + each, 0).toLocaleString('en-GB')} in ${known.length} months`;
  };
  return `Bar chart of plans by month, ${periodWords(first.period)} to ${periodWords(last.period)}. New plans: ${sum('newPlans')}. Moved in: ${sum('transferredIn')}. Ceased: ${sum('ceased')}. All figures are in the table beside it.`;
}
