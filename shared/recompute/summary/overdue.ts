import { dayInLondon } from '../../period/london.ts';
import { overdueDays } from '../../programme/due.ts';
import type { LateWork } from '../../programme/portfolio/portfolio-view.ts';
import type { LateFile } from '../late-files.ts';
import type { Summary } from './summary-view.ts';

/** Files that have not come, then what the registers say is due and not done. */
export function overdue(
  files: readonly LateFile[],
  work: readonly LateWork[],
  now: Date,
): Summary['overdue'] {
  const today = dayInLondon(now);
  return [
    ...files.map(({ feed, title, period, due, text }) => ({
      ...{ kind: 'file' as const, feed, name: title, period, due, text },
      daysLate: overdueDays(due, today, false) ?? 0,
    })),
    ...work.map((each) => ({ ...each, period: null })),
  ];
}
