import type { Address } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { askBridge, type BridgeItem } from '../api/bridge.ts';
import type { AreaItem } from '../api/questions.ts';
import { bridgeChart } from '../chart/bridge.ts';
import { drawn } from '../chart/drawn.ts';
import { type Content, html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { csvLink } from '../parts/csv-link.ts';
import { nothing, section } from '../parts/section.ts';
import { type Column, table } from '../parts/table.ts';
import { absentText } from '../words/absent.ts';
import { bridgeDescription, bridgeFinding } from '../words/bridge.ts';
import { periodWords } from '../words/period.ts';

/** How open plans got from month to month: what came, what went, and what neither explains. */
export async function bridgePage(area: AreaItem, { asOf }: Address): Promise<Answer<PageContent>> {
  const answer = await askBridge(area.code, asOf);
  if (answer.kind === 'failed') return answer;
  const months = answer.body.items.toReversed();
  return {
    kind: 'ok',
    body: {
      title: `Plans in and out: ${area.name}`,
      content: [
        html('h1', {}, 'Plans in and out'),
        html('p', { class: 'lead' }, `${area.name}: how the number of open plans got from month to month`),
        section(
          'bridge',
          'Month by month',
          months.length === 0
            ? nothing(
                'No file has said how many plans are open. Months appear here within seconds of the first.',
              )
            : shown(months),
        ),
      ],
    },
  };
}

function shown(months: readonly BridgeItem[]): Content {
  const description = bridgeDescription(months);
  return [
    html('p', { class: 'finding' }, bridgeFinding(months)),
    html(
      'div',
      { class: 'chart-over-table' },
      html(
        'figure',
        { class: 'chart-figure' },
        drawn((width) => bridgeChart(months, width, description)),
        html(
          'figcaption',
          {},
          html(
            'ul',
            { class: 'key' },
            KEY.map(([name, text]) =>
              html(
                'li',
                {},
                html('span', { class: `swatch-box bridge-${name}`, 'aria-hidden': 'true' }),
                text,
              ),
            ),
          ),
          html(
            'p',
            { class: 'fine' },
            'Open plans at the end of a month are those at its beginning, and new ones, and those that moved in, less those that ceased. What these do not explain is always shown. A flow that nobody reported is unknown, not zero.',
          ),
        ),
      ),
      html(
        'div',
        {},
        html(
          'div',
          { class: 'chart-data', role: 'region', 'aria-label': 'Figures of each month', tabindex: 0 },
          table('The newest month first', columns, months.toReversed(), 'table-figures table-cards'),
        ),
        csvLink('plans-in-and-out', [
          ['month', ...PARTS.map(([part]) => part)],
          ...months.map((month) => [month.period, ...PARTS.map(([part]) => month[part])]),
        ]),
      ),
    ),
  ];
}

const KEY = [
  ['new', 'New plans'],
  ['transferred', 'Moved in'],
  ['ceased', 'Ceased'],
  ['unexplained', 'Not explained'],
  ['net', 'Change, its parts not published'],
] as const;

const PARTS = [
  ['opening', 'At the beginning'],
  ['newPlans', 'New'],
  ['transferredIn', 'Moved in'],
  ['ceased', 'Ceased'],
  ['unexplained', 'Not explained'],
  ['closing', 'At the end'],
] as const;

const columns: readonly Column<BridgeItem>[] = [
  { heading: 'Month', kind: 'row', cell: ({ period }) => periodWords(period) },
  ...PARTS.map(
    ([part, heading]): Column<BridgeItem> => ({
      heading,
      kind: part === 'closing' ? 'own' : 'number',
      cell: (month) => partText(month, part),
    }),
  ),
];

function partText(month: BridgeItem, part: (typeof PARTS)[number][0]): Content {
  const value = month[part];
  if (value !== null) return value.toLocaleString('en-GB').replace('-', '−');
  const status = month.gaps.find((gap) => gap.part === part)?.status;
  return html('span', { class: 'fine' }, part === 'unexplained' ? 'cannot be told' : absentText(status));
}
