import { differenceText, figureText } from '../../shared/rating/figure-text.ts';
import { addressOf } from '../address.ts';
import type { Reconciled } from '../api/reconciliation.ts';
import { type Content, html } from '../dom/element.ts';
import { titleText } from '../words/breakdown.ts';
import { periodWords } from '../words/period.ts';
import { causeWords, levelWords } from '../words/reconciliation.ts';
import { plainDayText } from '../words/when.ts';
import { type Column, NOTHING, table } from './table.ts';

type Place = { readonly area: string; readonly asOf: string | undefined };

/** Published figures beside derived ones, each with the reason of a difference and with where it was published. */
export function reconciliationTable(place: Place, items: readonly Reconciled[]): HTMLElement {
  const columns: readonly Column<Reconciled>[] = [
    { heading: 'Figure', kind: 'row', cell: (item) => figure(place, item) },
    { heading: 'From the files', kind: 'own', cell: derived },
    { heading: 'Published', kind: 'number', cell: published },
    { heading: 'Difference', kind: 'number', cell: difference },
    {
      heading: 'Why',
      kind: 'prose',
      cell: ({ cause, text }) => [
        html('strong', {}, causeWords[cause]),
        html('span', { class: 'fine' }, text),
      ],
    },
    { heading: 'Where it was published', kind: 'prose', cell: (item) => source(place, item) },
  ];
  return table(
    'The largest difference first, as a share of the figure from the files',
    columns,
    items,
    'table-reconciliation table-cards',
  );
}

function figure({ area, asOf }: Place, item: Reconciled): Content {
  const { metric, dimensions, level, period } = item;
  return [
    html('a', { href: addressOf({ area, asOf, page: 'measure', metric, dimensions }) }, titleText(item)),
    html(
      'span',
      { class: 'fine' },
      `${periodWords(period)}${level === 'la' ? '' : `, ${levelWords[level]}`}`,
    ),
  ];
}

function derived({ derived: value, unit, level, earlier }: Reconciled): Content {
  if (value === null)
    return html('span', { class: 'fine' }, level === 'la' ? 'cannot be worked out' : 'taken as published');
  return [
    html('span', { class: 'gap' }, figureText(value, unit)),
    earlier === null ? null : html('span', { class: 'fine' }, `was ${figureText(earlier, unit)}`),
  ];
}

function published({ published: value, status, unit }: Reconciled): Content {
  if (value === null)
    return html('span', { class: 'fine' }, status === undefined ? 'no figure' : `none (“${status}”)`);
  return html('span', { class: 'gap' }, figureText(value, unit));
}

function difference({ difference: value, unit }: Reconciled): Content {
  return value === null ? NOTHING : html('span', { class: 'gap' }, differenceText(value, unit));
}

function source(
  { area, asOf }: Place,
  { source: where, edition, publishedOn, note, drop, row }: Reconciled,
): Content {
  const when = publishedOn === null ? `edition ${edition}` : plainDayText(publishedOn);
  return [
    where === null ? when : `${where}, ${when}`,
    note === null ? null : html('span', { class: 'fine' }, note),
    html(
      'span',
      { class: 'fine' },
      html(
        'a',
        { href: addressOf({ area, asOf, page: 'file', dimensions: { drop } }) },
        `Row ${row} of its file`,
      ),
    ),
  ];
}
