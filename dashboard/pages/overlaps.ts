import { type Address, addressOf } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import {
  askOverlaps,
  type OverlapItem,
  type OverlapsAnswer,
  type VennPart,
} from '../api/outcome-questions.ts';
import type { AreaItem } from '../api/questions.ts';
import { upset } from '../chart/outcomes/upset.ts';
import { venn } from '../chart/outcomes/venn.ts';
import { html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { choices } from '../parts/choices.ts';
import { csvLink } from '../parts/csv-link.ts';
import { drawing } from '../parts/drawing.ts';
import { illustrationNotice } from '../parts/illustration.ts';
import { nothing, section } from '../parts/section.ts';
import { type Column, table } from '../parts/table.ts';
import { pupilsOr, yearText } from '../words/outcomes.ts';

/** Rows of the chart; the table has all. */
const CHARTED = 25;

/** How many pupils fall into several groups at once. */
export async function overlapsPage(area: AreaItem, address: Address): Promise<Answer<PageContent>> {
  const { schoolYear: year, first, second, third } = address.dimensions;
  const wanted = [first, second, third].filter((each) => each !== undefined && each !== '');
  const groups = new Set(wanted).size < 2 ? undefined : [...new Set(wanted)].join(',');
  const answer = await askOverlaps(area.code, { year, groups, asOf: address.asOf });
  if (answer.kind === 'failed') return answer;
  const { body } = answer;
  return {
    kind: 'ok',
    body: {
      title: `Pupils in several groups: ${area.name}`,
      content: [
        html('h1', {}, 'Pupils in several groups at once'),
        html(
          'p',
          { class: 'lead' },
          `${area.name}${body.year === null ? '' : `, ${yearText(body.year)}`}: how many pupils need help in more than one way`,
        ),
        ...(body.year === null
          ? [nothing('No file of the feed “overlaps” has come yet.')]
          : parts(body, address)),
      ],
    },
  };
}

function parts(body: OverlapsAnswer, address: Address): readonly HTMLElement[] {
  const exact = body.items.filter(({ of }) => of === 'exact');
  const totals = body.items.filter(({ of, groups }) => of === 'at-least' && groups.length <= 1);
  const together = body.items.filter(({ of, groups }) => of === 'at-least' && groups.length > 1);
  return [
    ...illustrationNotice(body.illustration),
    section(
      'combinations',
      'Each combination',
      html('p', {}, body.text),
      html(
        'div',
        { class: 'chart-and-table' },
        html(
          'figure',
          { class: 'chart-figure' },
          drawing((width) =>
            upset(body.groups, exact.slice(0, CHARTED).map(rowOf), width, description(exact)),
          ),
          html(
            'figcaption',
            { class: 'fine' },
            'Each row is one combination: dark dots are its groups, the bar its pupils, who are in no other group of the file.',
          ),
        ),
        html(
          'div',
          {},
          html(
            'div',
            { class: 'chart-data', role: 'region', 'aria-label': 'Figures of the chart', tabindex: 0 },
            table('Pupils in exactly these groups', COLUMNS, exact, 'table-figures'),
          ),
          csvOf('pupils-in-exactly-these-groups', exact),
        ),
      ),
    ),
    section(
      'totals',
      'Each group, and groups together',
      html('p', {}, 'Pupils in these groups, whatever other groups they are in.'),
      html(
        'div',
        { class: 'two-tables' },
        table('Each group', COLUMNS, totals, 'table-figures'),
        table('Two or more together', COLUMNS, together, 'table-figures'),
      ),
    ),
    section('venn', 'Two or three groups beside each other', ...diagram(body, address)),
  ];
}

function diagram(
  { groups, venn: shown, year, years }: OverlapsAnswer,
  address: Address,
): readonly HTMLElement[] {
  const { first = groups[0]?.id, second = groups[1]?.id, third = '' } = address.dimensions;
  const named = groups.map(({ id, name }) => ({ value: id, text: name }));
  const pick = choices(
    [
      { name: 'first', label: 'First group', value: first ?? '', options: named },
      { name: 'second', label: 'Second group', value: second ?? '', options: named },
      { name: 'third', label: 'Third group', value: third, options: [{ value: '', text: 'none' }, ...named] },
      {
        name: 'schoolYear',
        label: 'School year',
        value: year ?? '',
        options: years.map((each) => ({ value: each, text: yearText(each) })),
      },
    ],
    (chosen) =>
      `${addressOf({ area: address.area, page: 'overlaps', asOf: address.asOf, dimensions: chosen })}#venn-heading`,
  );
  if (!shown) return [pick, nothing('Choose two or three different groups to see their diagram.')];
  const circles = groups.filter(({ id }) => shown.groups.includes(id));
  const numbers = shown.parts.map((part) => ({
    inside: part.inside,
    text: pupilsOr(part.pupils, part.status).replace('not shown (c)', 'c').replace('not known', '–'),
  }));
  const text = `Venn diagram. ${shown.parts.map((part) => `${part.name}: ${pupilsOr(part.pupils, part.status)}.`).join(' ')}`;
  return [
    pick,
    html(
      'div',
      { class: 'venn-and-table' },
      html(
        'figure',
        {},
        venn(circles, numbers, text),
        html(
          'figcaption',
          { class: 'fine' },
          'The circles are all of one size: the numbers count, not the areas.',
        ),
      ),
      html(
        'div',
        {},
        table('Parts of the diagram', VENN_COLUMNS, shown.parts, 'table-figures'),
        csvOf('parts-of-the-diagram', shown.parts),
      ),
    ),
  ];
}

function csvOf(file: string, rows: readonly (OverlapItem | VennPart)[]): HTMLElement {
  return csvLink(file, [
    ['groups', 'pupils', 'status'],
    ...rows.map(({ name, pupils, status }) => [name, pupils, status ?? null]),
  ]);
}

function rowOf({ groups, pupils, status }: OverlapItem) {
  return { groups, pupils, missing: pupilsOr(pupils, status) };
}

function description(exact: readonly OverlapItem[]): string {
  const largest = exact
    .slice(0, 5)
    .map(({ name, pupils, status }) => `${name}: ${pupilsOr(pupils, status)}.`);
  return `Bars for ${exact.length} combinations of groups, the largest first. ${largest.join(' ')} All figures are in the table beside it.`;
}

const COLUMNS: readonly Column<OverlapItem>[] = [
  { heading: 'Groups', kind: 'row', cell: ({ name }) => name },
  { heading: 'Pupils', kind: 'own', cell: ({ pupils, status }) => pupilsOr(pupils, status) },
];

const VENN_COLUMNS: readonly Column<VennPart>[] = [
  { heading: 'Part', kind: 'row', cell: ({ name }) => name },
  { heading: 'Pupils', kind: 'own', cell: ({ pupils, status }) => pupilsOr(pupils, status) },
];
