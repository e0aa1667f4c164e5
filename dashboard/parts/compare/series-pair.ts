import type { SeriesView } from '../../../shared/recompute/views.ts';
import type { Answer } from '../../api/ask.ts';
import type { AreaItem } from '../../api/questions.ts';
import type { ChartLine } from '../../chart/line.ts';
import { chartRows } from '../../chart/rows.ts';
import { noFigures, sizeCaution } from '../../words/comparison.ts';
import { lineValueText } from '../../words/line-value.ts';
import { periodWords } from '../../words/period.ts';
import { partFailure } from '../failure.ts';
import { linesFigure } from '../lines-figure.ts';
import { nothing } from '../section.ts';

/** A council with its figures of the measure that is drawn. */
export type SeriesSide = { readonly area: AreaItem; readonly series: Answer<SeriesView> };

/** The council of the address as its own line is drawn everywhere. */
const LOOKS = ['actual', 'third'] as const;

/** One measure of two councils as a picture with its table; what is missing of one is said, and the other drawn. */
export function seriesPair(name: string, sides: readonly [SeriesSide, SeriesSide]): readonly HTMLElement[] {
  const known = sides.flatMap(({ area, series }, at) => {
    if (series.kind === 'failed') return [];
    const { unit } = series.body;
    const points = drawnPoints(series.body);
    return [
      { line: { name: area.name, look: LOOKS[at] ?? 'third', points } satisfies ChartLine, unit, area },
    ];
  });
  const drawn = known.filter(({ line }) => line.points.some(({ value }) => value !== null));
  const notes = [
    ...sides.flatMap(({ area, series }) =>
      series.kind === 'failed' ? [partFailure(`The figures of ${area.name}`, series)] : [],
    ),
    ...known.filter((each) => !drawn.includes(each)).map(({ area }) => nothing(noFigures(area.name))),
  ];
  const [first] = drawn;
  if (first === undefined) return notes;
  const { unit } = first;
  const lines = drawn.map(({ line }) => line);
  const caution = sizeCaution(unit);
  return [
    ...notes,
    linesFigure({
      finding: findingOf(name, lines, unit),
      ...{ axis: name, unit, lines, file: `compare-${drawn.map(({ area }) => area.code).join('-')}` },
      ...(caution !== null &&
        lines.length > 1 && {
          note: 'A larger council has larger numbers: look at which way each line goes, not at which is higher.',
        }),
    }),
  ];
}

/** Every month from the first figure to the last, so that a month without one is a gap; of years those with one. */
function drawnPoints(series: SeriesView): ChartLine['points'] {
  const months = chartRows({ ...series, forecast: null });
  return months.length > 0
    ? months.map(({ month, actual }) => ({ period: month, value: actual }))
    : series.points.filter(({ value }) => value !== null);
}

function findingOf(name: string, lines: readonly ChartLine[], unit: SeriesView['unit']): string {
  const ends = lines.flatMap(({ name: council, points }) => {
    const last = points.findLast(({ value }) => value !== null);
    return last?.value == null
      ? []
      : [`${council} ${lineValueText(last.value, unit)} in ${periodWords(last.period)}`];
  });
  return `${name}: ${ends.join(', ')}.`;
}
