import { symbolTerms } from '../../catalogue/glossary/symbols.ts';
import { comparePeriods, type Period } from '../../period/period.ts';
import { periodText } from '../../rating/period-text.ts';
import type { PointView } from '../views.ts';
import type { Measure } from './summary-view.ts';

/**
 * Why a measure has no figure, or none for a period after its latest: a stated absence stays what it is.
 * Null where the latest figure is the last thing that was said.
 */
export function absenceOf(points: readonly PointView[], latest: Period | null): Measure['absence'] {
  const stated = points.findLast(
    ({ period, value }) => value === null && (latest === null || comparePeriods(period, latest) > 0),
  );
  if (stated) {
    const { period, status = null } = stated;
    return { period, status, text: `No figure for ${periodText(period)}: ${reasonText(status)}` };
  }
  return latest === null ? { period: null, status: null, text: 'Not published' } : null;
}

function reasonText(status: string | null): string {
  if (status === null) return 'no reason is given';
  if (status === 'too-few-months') return 'fewer than 10 of the 12 months are known';
  // One entry stands for every bound: `<5`, `<10`.
  const written = /^[<≤]/.test(status) ? '<5' : status;
  const meaning = symbolTerms.find(({ term }) => term === written)?.short;
  return meaning === undefined ? `“${status}” is written instead` : `${meaning} (“${status}”)`;
}
