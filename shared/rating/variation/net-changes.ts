import { monthIndex } from '../../period/month.ts';
import { asMonth } from '../../period/period.ts';
import type { Observation } from './limits.ts';

/** By how much a stock changed from one month's end to the next; none across a month that is not known. */
export function netChanges(stock: readonly Observation[]): readonly Observation[] {
  return stock.slice(1).flatMap(({ period, value }, at) => {
    const before = stock[at];
    const [earlier, later] = [before && asMonth(before.period), asMonth(period)];
    if (!before || !earlier || !later || monthIndex(later) - monthIndex(earlier) !== 1) return [];
    return [{ period, value: value - before.value }];
  });
}
