import { covidNote } from '../../shared/catalogue/outcomes/years.ts';
import { type Address, addressOf } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { askCohort, askCohorts, type CohortAnswer, type CohortStep } from '../api/outcome-questions.ts';
import type { AreaItem } from '../api/questions.ts';
import { type ChartLine, rowChart, rowChartHeight } from '../chart/outcomes/row-chart.ts';
import { html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { choices } from '../parts/choices.ts';
import { csvLink } from '../parts/csv-link.ts';
import { drawing } from '../parts/drawing.ts';
import { illustrationNotice } from '../parts/illustration.ts';
import { markKey } from '../parts/mark-key.ts';
import { nothing, section } from '../parts/section.ts';
import { type Column, NOTHING, table } from '../parts/table.ts';
import { resultText, yearText } from '../words/outcomes.ts';

/** One cohort on its way through school, beside the council and England. */
export async function cohortsPage(area: AreaItem, address: Address): Promise<Answer<PageContent>> {
  const listed = await askCohorts(area.code, address.asOf);
  if (listed.kind === 'failed') return listed;
  const { items } = listed.body;
  const wanted = items.find(({ id }) => id === address.dimensions['cohort']) ?? items[0];
  const answer = wanted && (await askCohort(area.code, wanted.id, address.asOf));
  if (answer?.kind === 'failed') return answer;
  const chosen = (said: Readonly<Record<string, string>>) =>
    addressOf({ area: area.code, page: 'cohorts', asOf: address.asOf, dimensions: said });
  return {
    kind: 'ok',
    body: {
      title: `Cohorts: ${area.name}`,
      content: [
        html('h1', {}, 'Cohorts through the years'),
        html(
          'p',
          { class: 'lead' },
          `${area.name}: how pupils of one age did in each year of school, beside England in the same year`,
        ),
        ...(answer === undefined
          ? [nothing('No result of two school years has come yet, so there is no cohort to follow.')]
          : [
              choices(
                [
                  {
                    ...{ name: 'cohort', label: 'Cohort', value: answer.body.id },
                    options: items.map(({ id, name, illustration }) => ({
                      value: id,
                      text: illustration ? `${name} (illustration)` : name,
                    })),
                  },
                ],
                chosen,
              ),
              ...cohort(answer.body),
            ]),
      ],
    },
  };
}

function cohort(answer: CohortAnswer): readonly HTMLElement[] {
  const lines = answer.steps.flatMap(lineOf);
  const last = answer.steps.findLast(({ value }) => value !== null);
  return [
    ...illustrationNotice(answer.illustration),
    section(
      'cohort',
      answer.name,
      last ? html('p', { class: 'finding' }, last.text) : null,
      html('p', {}, answer.caution),
      lines.length === 0
        ? null
        : html(
            'figure',
            { class: 'chart-figure' },
            drawing((width) => rowChart(lines, width, description(answer)), rowChartHeight(lines.length)),
            markKey([
              ['own', 'This cohort'],
              ['other', 'England'],
              ...(answer.kind === 'followed' ? [['third', 'All pupils of the council'] as const] : []),
            ]),
          ),
      table(
        'Every step; where there is no figure, why',
        columns(answer.kind === 'followed'),
        answer.steps,
        'table-steps table-cards',
      ),
      csvLink(answer.id, [
        ['school year', 'result', 'this cohort', 'status', 'pupils', 'council', 'England'],
        ...answer.steps.map(({ period, name, value, status, pupils, council, national }) => [
          ...[yearText(period), name, value, status ?? null, pupils],
          ...[council?.value ?? null, national?.value ?? null],
        ]),
      ]),
    ),
  ];
}

function lineOf({ metric, unit, value, national, council, name, period }: CohortStep): readonly ChartLine[] {
  if (unit !== 'ratio' || value === null) return [];
  const marks = [
    { series: 'own', value } as const,
    ...(national ? [{ series: 'other', value: national.value } as const] : []),
    ...(council ? [{ series: 'third', value: council.value } as const] : []),
  ];
  const touched = covidNote(metric, period) === undefined ? '' : ' (Covid)';
  return [{ label: `${yearText(period)}${touched} ${name}`, marks }];
}

function description({ name, steps }: CohortAnswer): string {
  return `Dots in rows. ${name}: ${steps
    .filter(({ value }) => value !== null)
    .map(({ text }) => text)
    .join(' ')} All figures are in the table below.`;
}

function columns(followed: boolean): readonly Column<CohortStep>[] {
  return [
    {
      heading: 'Result',
      kind: 'row',
      cell: ({ metric, name, period, value }) => [
        name,
        html('span', { class: 'fine' }, yearText(period)),
        value === null ? null : html('span', { class: 'fine' }, covidNote(metric, period)),
      ],
    },
    {
      heading: 'This cohort',
      kind: 'own',
      cell: (step) => resultText(step.value, step.unit, step.status, whyOf(step)),
    },
    {
      heading: 'Pupils',
      cell: ({ pupils, value }) =>
        value === null ? NOTHING : (pupils?.toLocaleString('en-GB') ?? 'number not published'),
    },
    ...(followed
      ? [
          {
            heading: 'Council',
            cell: ({ council, unit }: CohortStep) => (council ? resultText(council.value, unit) : NOTHING),
          },
        ]
      : []),
    {
      heading: 'England',
      cell: ({ national, unit }) => (national ? resultText(national.value, unit) : NOTHING),
    },
    { heading: 'In words', kind: 'prose', cell: ({ text }) => text.replace(/^[^:]*: /, '') },
  ];
}

function whyOf({ text }: CohortStep): string {
  return text.includes('Covid') ? 'not assessed (Covid)' : 'no figure';
}
