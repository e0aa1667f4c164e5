import { monthIndex } from '../period/month.ts';
import { differenceText, figureText } from '../rating/figure-text.ts';
import { periodText } from '../rating/period-text.ts';
import { type Finding, findingOf } from './finding.ts';
import { type MonthlyFigure, type MonthlyFigures, median } from './monthly-figures.ts';

// Changes of nearly a year: fewer have not seen a September.
const ENOUGH = 10;
// Twice the largest change ever seen: the figure must leave the series' own record, not its middle.
const BEYOND = 2;
const DEVIATIONS = 6;
// A few children more or less are no mistake of a file.
const SMALLEST_COUNT = 5;

type Change = {
  readonly at: number;
  readonly by: number;
  readonly figure: MonthlyFigure;
  readonly from: number;
};

/**
 * Month-to-month changes beyond all that the series has ever done: more than twice as far from its usual change as
 * any other, and six robust deviations. Of a figure that comes and goes again only the coming is told.
 */
export function jumps({ definition, dimensions, figures }: MonthlyFigures): readonly Finding[] {
  const changes = changesOf(figures);
  const found = changes.filter((change) => isBeyond(change, changes, definition.unit === 'count'));
  return found.flatMap(({ at, by, figure, from }) => {
    if (found.some((other) => other.at === at - 1)) return [];
    const usual = usualOf(changes, at).map((other) => other.by);
    const { unit, shortName, id: metric } = definition;
    const expected = `a change between ${differenceText(Math.min(...usual), unit)} and ${differenceText(Math.max(...usual), unit)} in a month`;
    return [
      findingOf({
        ...{ code: 'jump', drop: figure.cell.drop, metric, dimensions, periods: [figure.month] },
        ...{ value: figure.value, expected },
        text: `${shortName}: ${differenceText(by, unit)} to ${figureText(figure.value, unit)} in ${periodText(figure.month)}, from ${figureText(from, unit)}; the series has only known ${expected}. Check row ${figure.cell.row}; if the figure is right, nothing need be done.`,
      }),
    ];
  });
}

function changesOf(figures: readonly MonthlyFigure[]): readonly Change[] {
  return figures.flatMap((figure, index) => {
    const before = figures[index - 1];
    const at = monthIndex(figure.month);
    if (!before || monthIndex(before.month) !== at - 1) return [];
    return [{ at, by: figure.value - before.value, figure, from: before.value }];
  });
}

/** The changes to hold one against: not its neighbours, which undo it. */
function usualOf(changes: readonly Change[], at: number): readonly Change[] {
  return changes.filter((other) => Math.abs(other.at - at) > 1);
}

function isBeyond(change: Change, changes: readonly Change[], counted: boolean): boolean {
  const usual = usualOf(changes, change.at).map(({ by }) => by);
  const middle = median(usual);
  if (usual.length < ENOUGH || middle === undefined) return false;
  const distances = usual.map((by) => Math.abs(by - middle));
  const deviation = 1.4826 * (median(distances) ?? 0);
  const distance = Math.abs(change.by - middle);
  return (
    distance > BEYOND * Math.max(...distances) &&
    distance > DEVIATIONS * deviation &&
    (!counted || distance >= SMALLEST_COUNT)
  );
}
