import type { GapYear } from '../../../shared/recompute/outcomes/scorecard-view.ts';
import type { Gaps } from '../../api/outcomes.ts';
import type { LineId } from '../../chart/years/lines.ts';
import { type Content, html } from '../../dom/element.ts';
import { resultText, yearText } from '../../words/outcomes.ts';
import { csvLink } from '../csv-link.ts';
import { type Column, NOTHING, table } from '../table.ts';
import { gapContent } from './gap.ts';

/** Every year, the newest first, with its gaps; a year without results says why. */
export function gapsTable({ metric, years, unit }: Gaps, names: Readonly<Record<LineId, string>>): Content {
  const withRest = years.some(({ complement }) => complement !== null);
  const value = (figure: GapYear['region']) => resultOr(figure, unit);
  const columns: readonly Column<GapYear>[] = [
    {
      heading: 'School year',
      kind: 'row',
      cell: ({ period, covid }) => [
        yearText(period),
        covid === null ? null : html('span', { class: 'fine' }, covid),
      ],
    },
    { heading: names.council, kind: 'own', cell: ({ council, why }) => ownOf(council, why, unit) },
    ...(withRest
      ? [
          {
            heading: names.complement,
            cell: ({ complement }: GapYear) => (complement ? resultText(complement.value, unit) : NOTHING),
          },
        ]
      : []),
    { heading: names.region, cell: ({ region }) => value(region) },
    { heading: names.national, kind: 'nation', cell: ({ national }) => value(national) },
    { heading: names.neighbours, cell: neighboursOf(unit) },
    { heading: 'Gap to England', cell: ({ gaps }) => gapOf(gaps.national, unit) },
    { heading: `Gap to ${names.region}`, cell: ({ gaps }) => gapOf(gaps.region, unit) },
    { heading: 'Gap to similar councils', cell: ({ gaps }) => gapOf(gaps.neighbours, unit) },
    ...(withRest
      ? [
          {
            heading: `Gap to ${names.complement.charAt(0).toLowerCase()}${names.complement.slice(1)}`,
            cell: ({ gaps }: GapYear) => gapOf(gaps.complement, unit),
          },
        ]
      : []),
  ];
  return [
    table(
      'The newest year first. A gap is this council’s figure less the other; pp are percentage points.',
      columns,
      years.toReversed(),
      'table-gaps table-cards',
    ),
    csvLink(metric, [
      ['school year', names.council, names.complement, names.region, names.national, names.neighbours],
      ...years.map(({ period, council, complement, region, national, neighbours }) => [
        ...[yearText(period), council.value, complement?.value ?? null],
        ...[region.value, national.value, neighbours.value],
      ]),
    ]),
  ];
}

function neighboursOf(unit: Gaps['unit']) {
  return ({ neighbours, rank }: GapYear): Content =>
    neighbours.value === null
      ? NOTHING
      : [
          html('span', { class: 'value' }, resultText(neighbours.value, unit)),
          html(
            'span',
            { class: 'fine' },
            `mean of ${neighbours.n}${rank === null ? '' : `; place ${rank.position} of ${rank.of}`}`,
          ),
        ];
}

function ownOf(council: GapYear['council'], why: string | null, unit: Gaps['unit']): Content {
  const { value, status, numerator, denominator } = council;
  if (value === null)
    return [
      html('span', { class: 'value value-missing' }, 'no figure'),
      html('span', { class: 'fine' }, why ?? council.why ?? ''),
    ];
  const pupils =
    denominator === null
      ? 'number not published'
      : `${numerator === null ? '' : `${numerator.toLocaleString('en-GB')} `}of ${denominator.toLocaleString('en-GB')}`;
  return [
    html('span', { class: 'value' }, resultText(value, unit)),
    html('span', { class: 'fine' }, status === null ? pupils : `${status}; ${pupils}`),
  ];
}

function resultOr({ value }: GapYear['region'], unit: Gaps['unit']): Content {
  return value === null ? NOTHING : html('span', { class: 'value' }, resultText(value, unit));
}

function gapOf(gap: GapYear['gaps']['national'], unit: Gaps['unit']): Content {
  return gap === null ? NOTHING : gapContent(gap, unit);
}
