import type { ChartLine, LinesFigure } from '../chart/line.ts';
import { html } from '../dom/element.ts';
import { NOT_PUBLISHED } from '../words/figure.ts';
import { lineValueText } from '../words/line-value.ts';
import { periodWords } from '../words/period.ts';
import { csvLink } from './csv-link.ts';
import { NOTHING, table } from './table.ts';

/** The figures of a picture of lines, to be read and scrolled beside it, and taken along as a file. */
export function linesTable({ axis, unit, lines, file, listed = () => true }: LinesFigure): HTMLElement {
  const periods = [...new Set(lines.flatMap(({ points }) => points.map(({ period }) => period)))].sort();
  const byPeriod = lines.map(({ points }) => new Map(points.map(({ period, value }) => [period, value])));
  const text = (at: number, period: string) => {
    const value = byPeriod[at]?.get(period);
    if (value === undefined) return NOTHING;
    return value === null ? NOT_PUBLISHED : lineValueText(value, unit);
  };
  const name = ({ name: said }: ChartLine) => said;
  return html(
    'div',
    {},
    html(
      'div',
      { class: 'chart-data', role: 'region', 'aria-label': `Figures: ${axis}`, tabindex: 0 },
      table(
        axis,
        [
          { heading: 'When', kind: 'row', cell: (period: string) => periodWords(period) },
          ...lines.map((line, at) => ({
            heading: name(line),
            kind: at === 0 ? ('own' as const) : ('number' as const),
            cell: (period: string) => html('span', { class: 'gap' }, text(at, period)),
          })),
        ],
        periods.filter(listed),
        'table-figures',
      ),
    ),
    csvLink(file, [
      ['period', ...lines.map(name)],
      ...periods.map((period) => [period, ...byPeriod.map((values) => values.get(period) ?? null)]),
    ]),
  );
}
