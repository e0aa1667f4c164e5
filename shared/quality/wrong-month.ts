import { addMonths, type Month, monthIndex, parseMonth } from '../period/month.ts';
import { periodText } from '../rating/period-text.ts';
import { type Finding, findingOf } from './finding.ts';
import type { WideMonth } from './wide-months.ts';

// Three figures of twenty and more: smaller ones come twice by chance.
const ENOUGH_EQUAL = 3;
const LARGE = 20;
// A finance forecast is of a quarter and comes in the next.
const MONTHS_AFTER: Readonly<Record<string, number>> = { 'finance-monthly': 3 };

/**
 * Files whose name says another month than their rows: they may be named for their last month or for the one in
 * which they are sent. A name with a day is when it was sent and says nothing.
 */
export function wrongMonths(rows: readonly WideMonth[]): readonly Finding[] {
  return [...Map.groupBy(rows, ({ drop }) => drop.key).values()].flatMap((ofFile) => {
    const last = ofFile.at(-1);
    const named = last && monthOfName(last.drop.key);
    if (!last || !named) return [];
    const late = monthIndex(named) - monthIndex(last.month);
    const usual = MONTHS_AFTER[last.drop.feed] ?? 1;
    if (late >= 0 && late <= usual) return [];
    return [
      findingOf({
        ...{ code: 'wrong-month', drop: last.drop, metric: null, periods: [last.month], value: null },
        expected: `rows up to ${periodText(named)} or ${periodText(addMonths(named, -usual))}`,
        text: `The file ${last.drop.key} is named for ${periodText(named)}, but its last row is of ${periodText(last.month)}. Check the months in its rows; if they are right, only its name is misleading.`,
      }),
    ];
  });
}

/** Rows that say exactly what was said of the month before: likely last month's figures under a new date. */
export function repeatedMonths(rows: readonly WideMonth[]): readonly Finding[] {
  const shown = new Map<string, number>();
  for (const { month, figures } of rows)
    for (const [metric, { value }] of figures) shown.set(`${metric} ${month}`, value);
  return rows.flatMap(({ drop, month, figures }) => {
    const before = addMonths(month, -1);
    const both = [...figures].flatMap(([metric, { value }]) => {
      const earlier = shown.get(`${metric} ${before}`);
      return earlier === undefined ? [] : [{ value, earlier }];
    });
    const large = both.filter(({ value }) => Math.abs(value) >= LARGE);
    if (large.length < ENOUGH_EQUAL || both.some(({ value, earlier }) => value !== earlier)) return [];
    return [
      findingOf({
        ...{ code: 'repeated-month', drop, metric: null, periods: [month], value: large[0]?.value ?? null },
        expected: `figures other than those of ${periodText(before)}`,
        text: `All ${both.length} figures of ${periodText(month)} in ${drop.key} are those of ${periodText(before)}. Check that the month is right and the export is new.`,
      }),
    ];
  });
}

function monthOfName(key: string): Month | undefined {
  const name = key.slice(key.lastIndexOf('/') + 1);
  const found = /(?<!\d)(20\d\d)[-_ ]?(0[1-9]|1[0-2])(?![-_ ]?\d)/.exec(name);
  return found ? parseMonth(`${found[1]}-${found[2]}`) : undefined;
}
