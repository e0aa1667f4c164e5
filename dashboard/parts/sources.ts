import type { Summary } from '../../shared/recompute/summary/summary-view.ts';
import { html } from '../dom/element.ts';
import { counted } from '../words/counted.ts';
import { periodText } from '../words/figure.ts';
import { dayText } from '../words/when.ts';
import { section } from './section.ts';
import { type Column, NOTHING, table } from './table.ts';

type Source = Summary['sources'][number];

/** When each source was last refreshed, so that a reader sees how old a figure may be: those that never came, then all. */
export function sources({ sources: found }: Summary): HTMLElement {
  const all = table(
    'Each source of figures, and how far it reaches',
    columns,
    found,
    'table-sources table-cards',
  );
  return section(
    'sources',
    'When each source was last refreshed',
    html('p', {}, missingText(found)),
    html('details', {}, html('summary', {}, 'Show how far each source reaches'), all),
  );
}

function missingText(found: readonly Source[]): string {
  const missing = found.filter(({ knownAt }) => knownAt === null).map(({ title }) => title);
  if (missing.length === 0) return 'Every source has sent something.';
  return missing.length === found.length
    ? 'Nothing has come yet from any source.'
    : `Nothing has come yet from: ${missing.join(', ')}.`;
}

const NEVER = 'nothing received yet';

const columns: readonly Column<Source>[] = [
  { heading: 'Source', kind: 'row', cell: ({ title }) => title },
  { heading: 'Known by', cell: ({ knownAt }) => (knownAt === null ? NEVER : dayText(knownAt)) },
  { heading: 'Received', cell: ({ receivedAt }) => (receivedAt === null ? NEVER : dayText(receivedAt)) },
  {
    heading: 'Reaches to',
    cell: ({ latestPeriod }) => (latestPeriod === null ? NOTHING : periodText(latestPeriod)),
  },
  { heading: 'Files in use', cell: ({ files }) => (files === 0 ? 'none' : counted(files, 'file')) },
];
