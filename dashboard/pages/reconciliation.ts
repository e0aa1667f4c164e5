import { type Address, addressOf } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import type { AreaItem } from '../api/questions.ts';
import { askReconciliation, type Reconciled } from '../api/reconciliation.ts';
import { type Content, html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { type Choice, choices } from '../parts/choices.ts';
import { csvLink } from '../parts/csv-link.ts';
import { reconciliationTable } from '../parts/reconciliation-table.ts';
import { nothing, section } from '../parts/section.ts';
import { byDifference, causeWords, reconciliationFinding } from '../words/reconciliation.ts';

const ALL = '';

/** Every published figure beside the one that the files give, the largest difference first. */
export async function reconciliationPage(area: AreaItem, address: Address): Promise<Answer<PageContent>> {
  const answer = await askReconciliation(area.code, address.asOf);
  if (answer.kind === 'failed') return answer;
  const { items } = answer.body;
  return {
    kind: 'ok',
    body: {
      title: `Published against derived: ${area.name}`,
      content: [
        html('h1', {}, 'Published against derived'),
        html(
          'p',
          { class: 'lead' },
          `${area.name}: every figure that was published, beside the one that the council’s own files give`,
        ),
        html(
          'p',
          {},
          '“Derived” means worked out here from the files. Neither figure takes the place of the other: both stay, and where they differ the reason is said.',
        ),
        ...(items.length === 0
          ? [
              nothing(
                'No published figure has come yet. They come in files of the kind “Figures as published”.',
              ),
            ]
          : shown(area, address, items)),
      ],
    },
  };
}

function shown(area: AreaItem, address: Address, items: readonly Reconciled[]): readonly HTMLElement[] {
  const { metric = ALL } = address;
  const cause = address.dimensions['cause'] ?? ALL;
  const found = byDifference(
    items.filter(
      (item) => (metric === ALL || item.metric === metric) && (cause === ALL || item.cause === cause),
    ),
  );
  return [
    html('p', { class: 'finding' }, reconciliationFinding(items)),
    choices([measureChoice(items, metric), causeChoice(items, cause)], (chosen) =>
      addressOf({
        ...address,
        metric: chosen['metric'] === ALL ? undefined : chosen['metric'],
        dimensions: chosen['cause'] ? { cause: chosen['cause'] } : {},
      }),
    ),
    section(
      'reconciliation',
      found.length === items.length ? 'Every published figure' : `${found.length} of ${items.length} figures`,
      found.length === 0
        ? nothing('No figure is like that. Choose another measure or reason.')
        : list(area, address, found),
    ),
  ];
}

function list(area: AreaItem, { asOf }: Address, found: readonly Reconciled[]): Content {
  return [
    reconciliationTable({ area: area.code, asOf }, found),
    csvLink('published-against-derived', csvRows(found)),
  ];
}

function measureChoice(items: readonly Reconciled[], value: string): Choice {
  const names = new Map(items.map(({ metric, name }) => [metric, name]));
  const options = [...names].map(([metric, text]) => ({ value: metric, text }));
  return {
    ...{ name: 'metric', label: 'Measure', value },
    options: [
      { value: ALL, text: 'Every measure' },
      ...options.toSorted((a, b) => a.text.localeCompare(b.text)),
    ],
  };
}

function causeChoice(items: readonly Reconciled[], value: string): Choice {
  const options = Object.entries(causeWords).flatMap(([cause, text]) => {
    const many = items.filter((item) => item.cause === cause).length;
    return many === 0 ? [] : [{ value: cause, text: `${text} (${many})` }];
  });
  return {
    ...{ name: 'cause', label: 'How they stand to each other', value },
    options: [{ value: ALL, text: 'All' }, ...options],
  };
}

function csvRows(found: readonly Reconciled[]): readonly (readonly (string | number | null)[])[] {
  return [
    [
      'metric',
      'dimensions',
      'period',
      'level',
      'edition',
      'published',
      'status',
      'derived',
      'difference',
      'cause',
      'earlier',
      'published_on',
      'source',
      'note',
    ],
    ...found.map((item) => [
      ...[
        item.metric,
        Object.entries(item.dimensions)
          .map(([name, is]) => `${name}=${is}`)
          .join(' '),
      ],
      ...[
        item.period,
        item.level,
        item.edition,
        item.published,
        item.status ?? null,
        item.derived,
        item.difference,
      ],
      ...[item.cause, item.earlier, item.publishedOn, item.source, item.note],
    ]),
  ];
}
