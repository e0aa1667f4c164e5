import type { Change, Summary } from '../../shared/recompute/summary/summary-view.ts';
import { html } from '../dom/element.ts';
import { figureOr, NOT_PUBLISHED, periodText, yearOf } from '../words/figure.ts';
import { dayText } from '../words/when.ts';
import { nothing, section } from './section.ts';
import { type Column, table } from './table.ts';

const AT_ONCE = 8;

/** What changed since councillors last had all figures before them: corrected figures first, then new ones. */
export function changes({ changes: found, sources }: Summary): HTMLElement {
  const { items, total, reviewed } = found;
  const heading = `What changed ${sinceText(reviewed)}`;
  if (items.length === 0) {
    const isKnown = sources.some(({ knownAt }) => knownAt !== null);
    const none = isKnown ? 'No figure is new or different.' : 'Nothing has changed yet: no figure is known.';
    return section('changes', heading, nothing(none));
  }
  const rest = items.slice(AT_ONCE);
  return section(
    'changes',
    heading,
    table(
      'Corrected figures first, then new ones, the latest known at the top',
      columns,
      items.slice(0, AT_ONCE),
      'table-changes table-cards',
    ),
    rest.length === 0
      ? null
      : html(
          'details',
          {},
          html('summary', {}, `Show the other ${total - AT_ONCE} changes`),
          table('The other changes', columns, rest, 'table-changes table-cards'),
          total > items.length
            ? html('p', { class: 'fine' }, `${total - items.length} more are not listed here.`)
            : null,
        ),
  );
}

const columns: readonly Column<Change>[] = [
  {
    heading: 'Measure',
    kind: 'row',
    cell: (change) => {
      const year = yearOf(change);
      return year ? `${change.shortName} ${year}` : change.shortName;
    },
  },
  { heading: 'For', cell: ({ period }) => periodText(period) },
  { heading: 'Was', kind: 'number', cell: ({ from, unit }) => figureOr(from, unit) },
  {
    heading: 'Is now',
    kind: 'number',
    cell: ({ to, unit, kind }) => figureOr(to, unit, kind === 'withheld' ? 'withheld' : NOT_PUBLISHED),
  },
  { heading: 'What happened', cell: ({ kind }) => kindWords[kind] },
  { heading: 'Known', cell: ({ knownAt }) => dayText(knownAt) },
];

const kindWords = {
  new: 'new',
  restated: 'corrected',
  withheld: 'now withheld',
  retracted: 'withdrawn',
} as const satisfies Record<Change['kind'], string>;

/** `since the committee last met, on 15 January 2025` */
function sinceText(reviewed: Summary['changes']['reviewed']): string {
  if (reviewed === null) return 'lately';
  const day = dayText(reviewed.at);
  if (reviewed.of === 'report') return `since the last report to councillors, of ${day}`;
  return `since ${reviewed.name ?? 'the committee'} last met, on ${day}`;
}
