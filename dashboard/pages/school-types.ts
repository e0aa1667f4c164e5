import { shortGapText } from '../../shared/outcomes/outcome-text.ts';
import { type Address, addressOf } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { askSchoolTypes, type SchoolTypeItem, type SchoolTypesAnswer } from '../api/outcome-questions.ts';
import type { AreaItem } from '../api/questions.ts';
import { type ChartLine, rowChart, rowChartHeight } from '../chart/outcomes/row-chart.ts';
import { type Content, html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { choices } from '../parts/choices.ts';
import { csvLink } from '../parts/csv-link.ts';
import { drawing } from '../parts/drawing.ts';
import { illustrationNotice } from '../parts/illustration.ts';
import { markKey } from '../parts/mark-key.ts';
import { covidYears } from '../parts/outcomes/covid-year.ts';
import { nothing, section } from '../parts/section.ts';
import { type Column, NOTHING, table } from '../parts/table.ts';
import { resultText, yearText } from '../words/outcomes.ts';

/** Academies beside maintained schools, by subject. */
export async function schoolTypesPage(area: AreaItem, address: Address): Promise<Answer<PageContent>> {
  const { schoolYear: year } = address.dimensions;
  const answer = await askSchoolTypes(area.code, { year, asOf: address.asOf });
  if (answer.kind === 'failed') return answer;
  const { body } = answer;
  const of = body.year === null ? '' : `, ${yearText(body.year)}`;
  return {
    kind: 'ok',
    body: {
      title: `Academies and maintained schools: ${area.name}`,
      content: [
        html('h1', {}, 'Academies and maintained schools'),
        html('p', { class: 'lead' }, `${area.name}${of}: results by type of school and subject`),
        ...(body.items.length === 0
          ? [nothing('No file has results by type of school yet.')]
          : [
              ...pick(body, address),
              ...illustrationNotice(body.illustration),
              ...covidYears(
                body.items.map(({ metric }) => metric),
                [body.year],
              ),
              comparison(body),
            ]),
      ],
    },
  };
}

function pick({ year, years }: SchoolTypesAnswer, address: Address): readonly HTMLElement[] {
  if (years.length < 2) return [];
  const options = years.map((each) => ({ value: each, text: yearText(each) }));
  return [
    choices([{ name: 'schoolYear', label: 'School year', value: year ?? '', options }], (dimensions) =>
      addressOf({ area: address.area, page: 'school-types', asOf: address.asOf, dimensions }),
    ),
  ];
}

function comparison(body: SchoolTypesAnswer): HTMLElement {
  const lines = body.items.flatMap(lineOf);
  const beyond = body.items.filter(({ beyondChance }) => beyondChance === true);
  return section(
    'school-types',
    'Subject by subject',
    html(
      'p',
      { class: 'finding' },
      beyond.length === 0
        ? 'In no subject is the gap more than chance may explain.'
        : beyond.map(({ text }) => text.replace(' Chance does not explain it.', '')).join(' '),
    ),
    html('p', {}, body.caution),
    lines.length === 0
      ? null
      : html(
          'figure',
          { class: 'chart-figure' },
          drawing(
            (width) =>
              rowChart(lines, width, `Dots in rows. ${body.items.map(({ text }) => text).join(' ')}`),
            rowChartHeight(lines.length),
          ),
          markKey([
            ['own', 'Academies'],
            ['other', 'Maintained schools'],
          ]),
        ),
    table('The same in figures', COLUMNS, body.items, 'table-types table-cards'),
    csvLink('academies-and-maintained-schools', [
      ['subject', 'academies', 'their pupils', 'maintained schools', 'their pupils', 'gap'],
      ...body.items.map(({ name, academy, maintained, gap }) => [
        ...[name, academy.value, academy.pupils, maintained.value, maintained.pupils, gap],
      ]),
    ]),
  );
}

function lineOf({ name, unit, academy, maintained }: SchoolTypeItem): readonly ChartLine[] {
  if (unit !== 'ratio' || academy.value === null || maintained.value === null) return [];
  const marks = [
    { series: 'own', value: academy.value } as const,
    { series: 'other', value: maintained.value } as const,
  ];
  return [{ label: name, marks }];
}

const CHANCE = {
  true: 'more than chance',
  false: 'may be chance',
  null: 'cannot be told: number not published',
} as const;

const COLUMNS: readonly Column<SchoolTypeItem>[] = [
  { heading: 'Subject', kind: 'row', cell: ({ name }) => name },
  { heading: 'Academies', kind: 'own', cell: ({ academy, unit }) => figure(academy, unit) },
  { heading: 'Maintained schools', cell: ({ maintained, unit }) => figure(maintained, unit) },
  { heading: 'Gap', cell: ({ gap, unit }) => (gap === null ? NOTHING : shortGapText(gap, unit)) },
  {
    heading: 'In pupils of academies',
    cell: ({ gapInPupils }) =>
      gapInPupils === null ? 'number not published' : `${gapInPupils < 0 ? '−' : ''}${Math.abs(gapInPupils)}`,
  },
  {
    heading: 'Chance',
    cell: ({ gap, beyondChance }) => (gap === null ? NOTHING : CHANCE[`${beyondChance ?? 'null'}`]),
  },
];

function figure({ value, status, pupils }: SchoolTypeItem['academy'], unit: SchoolTypeItem['unit']): Content {
  if (value === null) return resultText(value, unit, status);
  const of = pupils === null ? 'number not published' : `of ${pupils.toLocaleString('en-GB')} pupils`;
  return [resultText(value, unit, status), html('span', { class: 'fine' }, of)];
}
