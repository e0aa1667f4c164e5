import type { Unit } from '../../shared/catalogue/metric.ts';
import { monthAt } from '../../shared/period/month.ts';
import { svg } from '../dom/element.ts';
import { isFinancialYear, periodWords, placeInTime } from '../words/period.ts';
import { tickText } from './axes.ts';
import type { ChartLine } from './line.ts';
import type { LinesFrame } from './lines-frame.ts';
import { shortMonth } from './short-month.ts';

const LABEL_WIDTH = 66;

/** Lines and labels of the values; zero stands out. */
export function valueAxis(unit: Unit, { left, right, y }: LinesFrame): readonly SVGElement[] {
  return y
    .ticks(5)
    .map((value) =>
      svg(
        'g',
        { class: value === 0 ? 'axis axis-zero' : 'axis' },
        svg('line', { x1: left, x2: right, y1: y(value), y2: y(value) }),
        svg('text', { x: left - 8, y: y(value) + 4, 'text-anchor': 'end' }, tickText(value, unit)),
      ),
    );
}

/** Financial years by their names, months by as many of them as there is room for. */
export function timeAxis(lines: readonly ChartLine[], { x, bottom }: LinesFrame): readonly SVGElement[] {
  const periods = lines.flatMap(({ points }) => points.map(({ period }) => period));
  const years = [...new Set(periods.filter(isFinancialYear))].sort();
  const labelled =
    years.length > 0
      ? years.flatMap((year) => {
          const at = placeInTime(year);
          return at === undefined ? [] : [{ at, text: periodWords(year) }];
        })
      : months(x.domain(), x(1) - x(0));
  const room = labelled.length < 2 ? LABEL_WIDTH : x(labelled[1]?.at ?? 0) - x(labelled[0]?.at ?? 0);
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / Math.max(1, room)));
  return labelled
    .filter((_, at) => at % every === 0)
    .map(({ at, text }) =>
      svg(
        'g',
        { class: 'axis' },
        svg('line', { x1: x(at), x2: x(at), y1: bottom, y2: bottom + 5 }),
        svg('text', { x: x(at), y: bottom + 21, 'text-anchor': 'middle' }, text),
      ),
    );
}

function months([first = 0, last = 0]: readonly number[], step: number): { at: number; text: string }[] {
  const every = [1, 3, 6, 12, 24, 60].find((each) => each * step >= LABEL_WIDTH) ?? 60;
  const all = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return all.filter((at) => at % every === 0).map((at) => ({ at, text: shortMonth(monthAt(at)) }));
}
