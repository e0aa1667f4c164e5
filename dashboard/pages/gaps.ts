import { stageOf } from '../../shared/catalogue/outcomes/stages.ts';
import { measureText } from '../../shared/outcomes/outcome-text.ts';
import { type Address, addressOf } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { askGaps } from '../api/outcomes.ts';
import type { AreaItem } from '../api/questions.ts';
import { html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { gapsChart } from '../parts/outcomes/gaps-chart.ts';
import { gapsTable } from '../parts/outcomes/gaps-table.ts';
import { links, stageLinks } from '../parts/outcomes/stage-links.ts';
import { nothing, section } from '../parts/section.ts';
import { namesOf, travelled } from '../words/gaps.ts';

/** One result over the years: the council, others and the rest of the pupils, and the gaps between them. */
export async function gapsPage(area: AreaItem, address: Address): Promise<Answer<PageContent>> {
  const { metric, asOf } = address;
  if (metric === undefined)
    return {
      kind: 'failed',
      status: 404,
      detail: 'The address names no result. Choose one from a scorecard.',
    };
  const answer = await askGaps(area.code, { ...address, metric });
  if (answer.kind === 'failed') return answer;
  const gaps = answer.body;
  const all = Object.keys(gaps.dimensions).length === 0;
  const title = measureText(gaps.name, all ? null : gaps.of);
  const names = namesOf(area.name, gaps);
  const known = [
    section(
      'gaps-chart',
      'Over the years',
      html('p', { class: 'finding' }, travelled(gaps, names)),
      gapsChart(gaps, names),
    ),
    section(
      'gaps',
      'Every year',
      gapsTable(gaps, names),
      html(
        'p',
        {},
        html(
          'a',
          {
            href: addressOf({ area: area.code, page: 'measure', metric, dimensions: gaps.dimensions, asOf }),
          },
          'Where each figure comes from, and what it was before',
        ),
      ),
    ),
    ...(gaps.notes.length === 0 && gaps.comparesFrom === null
      ? []
      : [
          section(
            'gaps-notes',
            'How to read this',
            html(
              'ul',
              { class: 'notes' },
              [
                ...gaps.notes,
                ...(gaps.comparesFrom === null
                  ? []
                  : [`${gaps.comparesFrom} Earlier years do not compare with later ones.`]),
              ].map((note) => html('li', {}, note)),
            ),
          ),
        ]),
  ];
  return {
    kind: 'ok',
    body: {
      title: `${title}: ${area.name}`,
      content: [
        html('h1', {}, title),
        html('p', { class: 'lead' }, `${area.name} beside others, year by year`),
        stageLinks(address, stageOf(metric)?.id),
        ...(gaps.splits.length < 2
          ? []
          : [
              links(
                'Pupils',
                gaps.splits.map(({ dimensions, of }) => ({
                  text: of,
                  href: addressOf({ area: area.code, page: 'gaps', metric, dimensions, asOf }),
                  current: of === gaps.of,
                })),
              ),
            ]),
        ...(gaps.years.length === 0 ? [nothing('No figure of this result has come yet.')] : known),
      ],
    },
  };
}
