import { type Address, addressOf } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { askLocalities, type LocalitiesAnswer, type PlaceItem } from '../api/outcome-questions.ts';
import type { AreaItem } from '../api/questions.ts';
import { funnelChart } from '../chart/outcomes/funnel-chart.ts';
import { html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { choices } from '../parts/choices.ts';
import { csvLink } from '../parts/csv-link.ts';
import { drawing } from '../parts/drawing.ts';
import { illustrationNotice } from '../parts/illustration.ts';
import { covidYears } from '../parts/outcomes/covid-year.ts';
import { nothing, section } from '../parts/section.ts';
import { type Column, NOTHING, table } from '../parts/table.ts';
import { capital } from '../words/capital.ts';
import { resultText, yearText } from '../words/outcomes.ts';
import { shareChoices } from '../words/result-metrics.ts';

const SHARES = [
  { value: '', text: 'the result itself' },
  { value: 'disadvantaged', text: 'the share of disadvantaged pupils' },
  { value: 'sen-support', text: 'the share of pupils with SEN support' },
  { value: 'ehcp', text: 'the share of pupils with an EHCP' },
  { value: 'eal', text: 'the share of pupils with English as an additional language' },
];

/** Places of the council beside their mean, without shaming a small one. */
export async function placesPage(area: AreaItem, address: Address): Promise<Answer<PageContent>> {
  const { metric = 'ks2.rwm', share = '', schoolYear: year } = address.dimensions;
  const asked = { metric, share: share === '' ? undefined : share, year, asOf: address.asOf };
  const answer = await askLocalities(area.code, asked);
  if (answer.kind === 'failed') return answer;
  const { body } = answer;
  const of = body.year === null ? '' : `, ${yearText(body.year)}`;
  const heading =
    share === ''
      ? body.name
      : `${SHARES.find(({ value }) => value === share)?.text ?? share} among those of ${body.name}`;
  return {
    kind: 'ok',
    body: {
      title: `Places: ${area.name}`,
      content: [
        html('h1', {}, 'Places beside each other'),
        html('p', { class: 'lead' }, `${area.name}${of}: which places differ by more than chance`),
        choices(
          [
            { name: 'metric', label: 'Result', value: metric, options: shareChoices },
            { name: 'share', label: 'Show', value: share, options: SHARES },
          ],
          (dimensions) => addressOf({ area: area.code, page: 'places', asOf: address.asOf, dimensions }),
        ),
        ...illustrationNotice(body.illustration),
        ...covidYears([metric], [body.year]),
        section('places', capital(heading), ...content(body)),
      ],
    },
  };
}

function content(body: LocalitiesAnswer): readonly HTMLElement[] {
  if (body.items.length === 0) return [nothing('No file has figures of this by place yet.')];
  const drawn = body.items.some(({ value, denominator }) => value !== null && denominator !== undefined);
  return [
    html('p', { class: 'finding' }, finding(body)),
    html('p', {}, body.caution),
    html(
      'div',
      { class: 'chart-and-table' },
      drawn
        ? html(
            'figure',
            { class: 'chart-figure' },
            drawing((width) =>
              funnelChart(body, width, `${finding(body)} All figures are in the table beside it.`),
            ),
            html(
              'figcaption',
              { class: 'fine' },
              'Further right: more pupils. Between the dashed lines lie 95 of 100 places by chance alone, between the dotted ones 998 of 1,000; the line in the middle is all places together. Few pupils, wide lines. Numbers are those of the table.',
            ),
          )
        : nothing('There is nothing to draw: the numbers of pupils are not known.'),
      html(
        'div',
        {},
        html(
          'div',
          { class: 'chart-data', role: 'region', 'aria-label': 'Figures of the chart', tabindex: 0 },
          table(
            'Every place',
            COLUMNS,
            body.items.map((item, at) => ({ ...item, number: at + 1 })),
            'table-figures',
          ),
        ),
        csvLink('places', [
          ['place', 'share', 'pupils', 'beside chance'],
          ...body.items.map(({ locality, value, denominator, position }) => [
            ...[locality, value, denominator ?? null, position],
          ]),
        ]),
      ),
    ),
  ];
}

function finding({ items, mean }: LocalitiesAnswer): string {
  const judged = items.filter(({ position }) => position !== null);
  const outside = judged.filter(({ position }) => position !== 'within');
  const all = mean === null ? '' : ` All places together: ${resultText(mean, 'ratio')}.`;
  if (outside.length === 0)
    return `None of ${judged.length} places differs from the others by more than chance explains.${all}`;
  const names = outside.map(
    ({ locality, position }) => `${locality} (${position?.replace('far-', 'far ') ?? ''})`,
  );
  return `${outside.length} of ${judged.length} places differ by more than chance explains: ${names.join(', ')}.${all}`;
}

type Numbered = PlaceItem & { readonly number: number };

const POSITIONS = {
  'far-below': 'far below',
  below: 'below',
  within: 'within chance',
  above: 'above',
  'far-above': 'far above',
} as const;

const COLUMNS: readonly Column<Numbered>[] = [
  { heading: 'Place', kind: 'row', cell: ({ number, locality }) => `${number}. ${locality}` },
  {
    heading: 'Share',
    kind: 'own',
    cell: ({ value }) => resultText(value, 'ratio', value === null ? 'c' : undefined),
  },
  {
    heading: 'Pupils',
    kind: 'number',
    cell: ({ denominator }) => denominator?.toLocaleString('en-GB') ?? NOTHING,
  },
  {
    heading: 'Beside chance',
    cell: ({ position }) => (position === null ? 'cannot be told' : POSITIONS[position]),
  },
];
