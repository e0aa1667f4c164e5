import type { Summary } from '../../shared/recompute/summary/summary-view.ts';
import type { Answer } from '../api/ask.ts';
import type { DueDays } from '../api/files.ts';
import type { Feed } from '../api/mappings.ts';
import { type Content, html } from '../dom/element.ts';
import { periodText } from '../words/figure.ts';
import { dayText } from '../words/when.ts';
import { section } from './section.ts';
import { type Column, NOTHING, table } from './table.ts';

type Source = Summary['sources'][number];

/** Each kind of file: how far it reaches, when the next is due, and a file to fill in. */
export function dueFiles(
  { sources }: Summary,
  due: readonly Answer<DueDays>[],
  feeds: readonly Feed[],
): HTMLElement {
  const columns: readonly Column<Source>[] = [
    { heading: 'What is in it', kind: 'row', cell: ({ title }) => title },
    { heading: 'When it is due', cell: ({ feed }) => dueText(due, feed) },
    { heading: 'Last came', cell: ({ receivedAt }) => (receivedAt === null ? 'never' : dayText(receivedAt)) },
    {
      heading: 'Reaches to',
      cell: ({ latestPeriod }) => (latestPeriod === null ? NOTHING : periodText(latestPeriod)),
    },
    { heading: 'To fill in', cell: ({ feed }) => template(feeds.find(({ id }) => id === feed)) },
  ];
  return section(
    'due',
    'When files are due',
    html(
      'details',
      {},
      html('summary', {}, `The ${sources.length} kinds of file, how far each reaches, and files to fill in`),
      table('Each kind of file that can be sent', columns, sources, 'table-due table-cards'),
    ),
  );
}

function dueText(due: readonly Answer<DueDays>[], feed: string): string {
  const found = due.find((each) => each.kind === 'ok' && each.body.feed === feed);
  if (found?.kind !== 'ok' || found.body.workingDays === null) return 'When there is something new';
  const { every, workingDays } = found.body;
  const span = every === 1 ? 'month' : 'quarter';
  return `Each ${span}, by the ${ordinal(workingDays)} working day after the ${span}`;
}

const RULES = new Intl.PluralRules('en-GB', { type: 'ordinal' });
const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** `10th`, `52nd`. */
function ordinal(count: number): string {
  return `${count}${ENDINGS[RULES.select(count)] ?? 'th'}`;
}

function template(feed: Feed | undefined): Content {
  if (feed === undefined || feed.template === null)
    return html('span', { class: 'fine' }, 'as it was published');
  return html(
    'a',
    { href: feed.template, download: `${feed.id}.csv` },
    'Template',
    html('span', { class: 'hidden-text' }, ` of ${feed.title}`),
  );
}
