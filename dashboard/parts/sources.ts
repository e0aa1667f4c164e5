import type { Summary } from '../../shared/recompute/summary/summary-view.ts';
import { counted } from '../words/counted.ts';
import { periodText } from '../words/figure.ts';
import { dayText } from '../words/when.ts';
import { section } from './section.ts';
import { type Column, NOTHING, table } from './table.ts';

type Source = Summary['sources'][number];

/** When each source was last refreshed, so that a reader sees how old a figure may be. */
export function sources({ sources: found }: Summary): HTMLElement {
  return section(
    'sources',
    'When each source was last refreshed',
    table('Each source of figures, and how far it reaches', columns, found, 'table-sources table-cards'),
  );
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
