import type { LinesOf } from '../chart/line.ts';
import { lineValueText } from '../words/line-value.ts';
import { periodWords } from '../words/period.ts';

/** What a picture of lines shows in sentences made from its own figures, for a reader who cannot see it. */
export function linesDescription({ axis, unit, lines, marks = [] }: LinesOf): string {
  const each = lines.flatMap(({ name, points }) => {
    const known = points.filter(({ value }) => value !== null);
    const [first, last] = [known[0], known.at(-1)];
    if (first?.value == null || last?.value == null) return [];
    const end = `${lineValueText(last.value, unit)} in ${periodWords(last.period)}`;
    return known.length === 1
      ? [`${name}: ${end}.`]
      : [`${name}: ${lineValueText(first.value, unit)} in ${periodWords(first.period)}, ${end}.`];
  });
  return [
    `Line chart of ${/^[A-Z][A-Z]/.test(axis) ? axis : `${axis.charAt(0).toLowerCase()}${axis.slice(1)}`}.`,
    ...each,
    ...marks.map(({ period, text }) => `${text}: ${periodWords(period)}.`),
    'All figures are in the table beside it.',
  ].join(' ');
}
