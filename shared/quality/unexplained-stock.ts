import type { MetricSeries } from '../derive/point.ts';
import { stockBridge } from '../derive/stock-bridge.ts';
import { differenceText, figureText } from '../rating/figure-text.ts';
import { periodText } from '../rating/period-text.ts';
import { type Finding, findingOf } from './finding.ts';

const SHARE = 0.01;

/** Months whose change in open plans the flows leave unexplained by more than 1% of the plans. */
export function unexplainedStock(all: readonly MetricSeries[]): readonly Finding[] {
  const stock = all.find(
    ({ metric, dimensions }) => metric === 'ehcp.active' && Object.keys(dimensions).length === 0,
  );
  return stockBridge(all).flatMap(({ period, opening, unexplained, closing }) => {
    const drop = stock?.points.find((point) => point.period === period)?.source.drop;
    if (!drop || !opening || unexplained === null || closing === null) return [];
    if (Math.abs(unexplained) <= SHARE * opening) return [];
    const most = figureText(SHARE * opening, 'count');
    return [
      findingOf({
        ...{ code: 'unexplained-stock', drop, metric: 'ehcp.active', periods: [period] },
        ...{ value: unexplained, expected: `at most ${most} plans unexplained (1%)` },
        text: `EHCPs went from ${figureText(opening, 'count')} to ${figureText(closing, 'count')} in ${periodText(period)}, and new plans, transfers in and plans ceased leave ${differenceText(unexplained, 'count')} of it unexplained (more than 1%). Check that plans opened, moved and ended in the month are all recorded.`,
      }),
    ];
  });
}
