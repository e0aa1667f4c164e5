import { parsePeriod } from '../../shared/period/period.ts';
import { type Address, addressOf } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { askCorrelation, type CorrelationAnswer } from '../api/outcome-questions.ts';
import type { AreaItem } from '../api/questions.ts';
import { scatter } from '../chart/outcomes/scatter.ts';
import { html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { choices } from '../parts/choices.ts';
import { csvLink } from '../parts/csv-link.ts';
import { drawing } from '../parts/drawing.ts';
import { illustrationNotice } from '../parts/illustration.ts';
import { covidYears } from '../parts/outcomes/covid-year.ts';
import { nothing, section } from '../parts/section.ts';
import { type Column, table } from '../parts/table.ts';
import { resultText, yearText } from '../words/outcomes.ts';
import { resultChoices } from '../words/result-metrics.ts';

const BASES = [
  { value: 'neighbour', text: 'council: this one and its ten neighbours' },
  { value: 'locality', text: 'place within the council' },
  { value: 'year', text: 'year' },
];

/** Two results side by side, such as absence and attainment. */
export async function correlationPage(area: AreaItem, address: Address): Promise<Answer<PageContent>> {
  const {
    x = 'absence.persistent',
    y = 'ks2.rwm',
    by = 'neighbour',
    schoolYear: year,
    group,
  } = address.dimensions;
  const answer = await askCorrelation(area.code, { x, y, by, year, group, asOf: address.asOf });
  if (answer.kind === 'failed') return answer;
  const { body } = answer;
  const of = body.year === null ? '' : `, ${yearText(body.year)}`;
  return {
    kind: 'ok',
    body: {
      title: `Side by side: ${area.name}`,
      content: [
        html('h1', {}, 'Two results side by side'),
        html('p', { class: 'lead' }, `${area.name}${of}: does one go with the other?`),
        choices(
          [
            { name: 'x', label: 'First', value: x, options: resultChoices },
            { name: 'y', label: 'Second', value: y, options: resultChoices },
            { name: 'by', label: 'A dot for each', value: body.by, options: BASES },
          ],
          (dimensions) => addressOf({ area: area.code, page: 'correlation', asOf: address.asOf, dimensions }),
        ),
        ...illustrationNotice(body.illustration),
        ...covidYears([x, y], [body.year, ...body.pairs.map(({ id }) => parsePeriod(id))]),
        section('correlation', `${body.x.name} and ${body.y.name}`, ...content(body, area.code)),
      ],
    },
  };
}

function content(body: CorrelationAnswer, own: string): readonly (HTMLElement | null)[] {
  return [
    html('p', { class: 'finding' }, body.text),
    html('p', { class: 'notice' }, body.caution),
    body.pairs.length === 0
      ? nothing('There is nothing to draw: nobody has both figures.')
      : html(
          'div',
          { class: 'chart-and-table' },
          html(
            'figure',
            { class: 'chart-figure' },
            drawing((width) => scatter(body, own, width, description(body))),
            html(
              'figcaption',
              { class: 'fine' },
              'Numbers are those of the table. Both scales are cut to the figures, so that differences can be seen. ',
              coefficients(body),
              ` ${body.method}`,
            ),
          ),
          html(
            'div',
            {},
            html(
              'div',
              { class: 'chart-data', role: 'region', 'aria-label': 'Figures of the chart', tabindex: 0 },
              table(
                'Every pair',
                columns(body),
                body.pairs.map((pair, at) => ({ ...pair, number: at + 1 })),
                'table-figures',
              ),
            ),
            csvLink('two-results', [
              ['of', body.x.name, body.y.name],
              ...body.pairs.map(({ name, x, y }) => [name, x, y]),
            ]),
          ),
        ),
    body.excluded.length === 0
      ? null
      : html(
          'details',
          {},
          html('summary', {}, `Left out (${body.excluded.length})`),
          html(
            'ul',
            { class: 'plain-list' },
            body.excluded.map(({ name, reason }) => html('li', {}, `${name}: ${reason}`)),
          ),
        ),
  ];
}

function coefficients({ pearson, spearman, n }: CorrelationAnswer): string {
  const text = (name: string, found: CorrelationAnswer['pearson']) =>
    found === null
      ? `${name}: none.`
      : `${name}: ${signed(found.value)}${found.lower === null || found.upper === null ? '' : ` (95% interval ${signed(found.lower)} to ${signed(found.upper)})`}.`;
  return `n = ${n}. ${text('Pearson', pearson)} ${text('Spearman', spearman)}`;
}

function signed(value: number): string {
  return `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`;
}

function description({ x, y, n, text }: CorrelationAnswer): string {
  return `Dots by ${x.name} from left to right and ${y.name} from below to above, n = ${n}. ${text} All figures are in the table beside it.`;
}

type Numbered = CorrelationAnswer['pairs'][number] & { readonly number: number };

function columns({ x, y }: CorrelationAnswer): readonly Column<Numbered>[] {
  return [
    { heading: 'Of', kind: 'row', cell: ({ number, name }) => `${number}. ${name}` },
    { heading: x.name, kind: 'number', cell: (pair) => resultText(pair.x, x.unit) },
    { heading: y.name, kind: 'number', cell: (pair) => resultText(pair.y, y.unit) },
  ];
}
