import { type Month, parseMonth } from '../../shared/period/month.ts';
import { type Period, parsePeriod } from '../../shared/period/period.ts';

/** The period that a test writes; a slip of the test throws. */
export function periodOf(text: string): Period {
  const period = parsePeriod(text);
  if (!period) throw new Error(`Not a period: ${text}`);
  return period;
}

/** The month that a test writes; a slip of the test throws. */
export function monthOf(text: string): Month {
  const month = parseMonth(text);
  if (!month) throw new Error(`Not a month: ${text}`);
  return month;
}
