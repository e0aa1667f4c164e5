import { figureText } from '../rating/figure-text.ts';
import { periodText } from '../rating/period-text.ts';
import { type Finding, findingOf } from './finding.ts';
import { type MonthlyFigures, otherFigures } from './monthly-figures.ts';

// Six points: a figure and five others. With fewer, the range of a series says nothing.
const ENOUGH = 5;
// A series that itself varies threefold can move tenfold without a slip.
const MOST_SPREAD = 3;
// How far past its range a series may go on growing.
const LEEWAY = 1.5;
const FACTORS = [10, 100, 1000, 1 / 10, 1 / 100, 1 / 1000];

/** Figures that are ten, a hundred or a thousand times too large or too small for their own series. */
export function unitSlips({ definition, dimensions, figures }: MonthlyFigures): readonly Finding[] {
  return figures.flatMap((figure) => {
    const others = otherFigures(figures, figure, ENOUGH).map(Math.abs);
    const [least, most] = [Math.min(...others), Math.max(...others)];
    if (others.length < ENOUGH || least === 0 || most / least > MOST_SPREAD) return [];
    const fits = (value: number) => value >= least / LEEWAY && value <= most * LEEWAY;
    const size = Math.abs(figure.value);
    const factor = fits(size) ? undefined : FACTORS.find((each) => fits(size / each));
    if (factor === undefined) return [];
    const { unit, shortName, id: metric } = definition;
    const times = factor > 1 ? `${factor} times too large` : `${Math.round(1 / factor)} times too small`;
    const expected = `between ${figureText(least, unit)} and ${figureText(most, unit)}`;
    return [
      findingOf({
        ...{ code: 'unit-slip', drop: figure.cell.drop, metric, dimensions, periods: [figure.month] },
        ...{ value: figure.value, expected },
        text: `${shortName}: ${figureText(figure.value, unit)} in ${periodText(figure.month)} looks ${times}; its other months lie ${expected}. Check the unit (percent or fraction, pounds or thousands) in row ${figure.cell.row}, and put the file again under the same name.`,
      }),
    ];
  });
}
