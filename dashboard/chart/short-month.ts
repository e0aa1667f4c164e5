import type { Month } from '../../shared/period/month.ts';
import { periodText } from '../../shared/rating/period-text.ts';

/** A month as it fits below an axis: `Dec 2024`. */
export function shortMonth(month: Month): string {
  return periodText(month).replace(/^(\p{L}{3})\p{L}*/u, '$1');
}
