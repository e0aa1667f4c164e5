import { addMonths } from '../../period/month.ts';
import { asMonth } from '../../period/period.ts';
import type { Relation } from '../count-table.ts';
import type { AllSaid } from '../said.ts';
import { ratingsThing, seriesName } from '../shown-things.ts';
import { combinations } from './combinations.ts';
import { sideRelation } from './linear.ts';
import type { PlannedValues } from './plan-bounds.ts';
import { whole } from './rate-parts.ts';

const SHARE = seriesName('inmss.share', {});
const PLACED = seriesName('inmss.placed', {});
const YEAR = 12;

/**
 * What ratings of the share in independent schools tell of the number placed there: a share that would be green is not
 * while the number has risen on the year (shared/rating/share-cap.ts).
 */
export function shareCapRelations(
  said: AllSaid,
  planned: PlannedValues,
  values: ReadonlyMap<string, number>,
): readonly Relation[] {
  const placed = said.series.get(PLACED);
  if (!placed) return [];
  return [...placed.periods].flatMap(([period, now]) => {
    const month = asMonth(period);
    const before = month && placed.periods.get(addMonths(month, -YEAR));
    if (!before || !planned.has(`${SHARE}|${period}`)) return [];
    return combinations(said, (instant) => {
      const [one, other] = [now[instant], before[instant]];
      return one && other ? [one, other] : undefined;
    }).flatMap(([one, other]) => {
      const [risen, from] = [whole(one), whole(other)];
      if (!risen || !from) return [];
      const terms = [
        { count: risen.id, times: 1 },
        { count: from.id, times: -1 },
      ];
      return [sideRelation((bound) => ({ terms, least: bound }), 1, values, ratingsThing(SHARE))];
    });
  });
}
