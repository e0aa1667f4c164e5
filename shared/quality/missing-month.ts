import { monthsBetween } from '../period/month.ts';
import { periodText } from '../rating/period-text.ts';
import { type Finding, findingOf } from './finding.ts';
import type { MonthlyFigures } from './monthly-figures.ts';

// Older gaps are history that no file will fill.
const MONTHS_BACK = 12;

/** Months of which nothing is known between known ones of a stock, in the last year of its series. */
export function missingMonths({ definition, dimensions, figures }: MonthlyFigures): readonly Finding[] {
  const recent = figures.slice(-MONTHS_BACK);
  const [first, last] = [recent[0], recent.at(-1)];
  if (definition.nature !== 'stock' || !first || !last || recent.length < 3) return [];
  const known = new Set(recent.map(({ month }) => month));
  return monthsBetween(first.month, last.month)
    .filter((month) => !known.has(month))
    .slice(-MONTHS_BACK)
    .map((month) =>
      findingOf({
        ...{ code: 'missing-month', drop: last.cell.drop, metric: definition.id, dimensions },
        ...{ periods: [month], value: null, expected: 'a figure for every month' },
        text: `${definition.shortName}: nothing is known of ${periodText(month)}, while ${periodText(last.month)} has come. Put a file that says it, or a symbol (n/a) where there is no figure.`,
      }),
    );
}
