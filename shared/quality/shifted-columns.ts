import { feedById } from '../catalogue/feeds/feeds.ts';
import { periodText } from '../rating/period-text.ts';
import { type Finding, findingOf } from './finding.ts';
import { type MonthlyFigures, median, otherFigures } from './monthly-figures.ts';
import type { WideMonth } from './wide-months.ts';

const ENOUGH = 5;
// A figure is out of place at twice or half the middle of its own column, and in place within 1.3 of another's.
const MISFIT = Math.log(2);
const FIT = Math.log(1.3);

/** Rows in which two or more figures fit the column beside their own, and not their own. */
export function shiftedColumns(
  rows: readonly WideMonth[],
  all: readonly MonthlyFigures[],
): readonly Finding[] {
  const series = new Map(
    all
      .filter(({ dimensions }) => Object.keys(dimensions).length === 0)
      .map((each) => [each.definition.id, each]),
  );
  return rows.flatMap(({ drop, month, figures }) => {
    const columns = (feedById(drop.feed)?.columns ?? []).flatMap(({ name, holds }) => {
      const figure = holds.kind === 'figure' ? figures.get(holds.metric) : undefined;
      const own = holds.kind === 'figure' ? series.get(holds.metric) : undefined;
      if (!figure || !own) return [];
      const others = otherFigures(own.figures, figure, ENOUGH);
      const middle = others.length < ENOUGH ? undefined : median(others);
      return middle === undefined || middle <= 0 || figure.value <= 0
        ? []
        : [{ name, value: figure.value, middle }];
    });
    const strays = ([1, -1] as const).flatMap((step) =>
      columns.flatMap(({ name, value, middle }, at) => {
        const beside = columns[at + step];
        const fits = beside && distance(value, beside.middle) < FIT && distance(value, middle) > MISFIT;
        return fits ? [{ name, value, beside: beside.name }] : [];
      }),
    );
    const [first] = strays;
    if (!first || strays.length < 2) return [];
    const pairs = strays.map(({ name, beside }) => `${name} as ${beside}`).join(', ');
    return [
      findingOf({
        ...{ code: 'shifted-columns', drop, metric: null, periods: [month], value: first.value },
        expected: `figures that fit their own columns; they fit others: ${pairs}`,
        text: `The row of ${periodText(month)} in ${drop.key} looks shifted: its figures fit the columns beside their own (${pairs}). Check that headings and figures stand over one another, and put the file again under the same name.`,
      }),
    ];
  });
}

function distance(a: number, b: number): number {
  return Math.abs(Math.log(a / b));
}
