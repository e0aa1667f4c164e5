import type { Scorecard, ScorecardRow } from '../../../shared/recompute/outcomes/scorecard-view.ts';
import { type Address, addressOf } from '../../address.ts';
import { type Content, html } from '../../dom/element.ts';
import { resultText, yearText } from '../../words/outcomes.ts';
import { type Column, NOTHING, table } from '../table.ts';
import { gapContent } from './gap.ts';
import { figuresSay, officersSay } from './officers.ts';

/** The rows of a scorecard: the council first and shaded, then region, England, neighbours and what lies between. */
export function scorecardTable(card: Scorecard, asOf: Address['asOf']): HTMLElement {
  const shown = card.rows.filter(hasFigures);
  const caption = `${card.title} in ${card.year === null ? '' : yearText(card.year)}. A gap is this council’s figure less the other; pp are percentage points. Better and worse say whether a gap is good.`;
  return table(caption, columns(card, asOf), shown, 'table-scorecard table-cards');
}

/** True of a row of which anybody has a figure. */
export function hasFigures({ council, region, national, neighbours }: ScorecardRow): boolean {
  return [council, region, national, neighbours].some(
    ({ value, status }) => value !== null || status !== null,
  );
}

function columns(
  { area, name, region, rows }: Scorecard,
  asOf: Address['asOf'],
): readonly Column<ScorecardRow>[] {
  const sizes = rows.map(({ neighbours }) => neighbours.n);
  return [
    { heading: 'Result', kind: 'row', cell: (row) => titleOf(row, { area, asOf }) },
    { heading: name, kind: 'own', cell: ownOf },
    { heading: 'Pupils', kind: 'number', cell: ({ pupils }) => pupilsOf(pupils.text) },
    { heading: region, cell: ({ region: figure, unit }) => figureOf(figure, unit) },
    { heading: 'England', kind: 'nation', cell: ({ national, unit }) => figureOf(national, unit) },
    {
      heading: `Similar councils (mean of ${Math.max(0, ...sizes)})`,
      cell: ({ neighbours, rank, unit }) => [
        figureOf(neighbours, unit),
        rank === null
          ? null
          : html(
              'span',
              { class: 'fine' },
              `place ${rank.position} of ${rank.of}${rank.tied > 0 ? ', shared' : ''}`,
            ),
      ],
    },
    { heading: 'Gap to England', cell: ({ gaps, unit }) => gapOf(gaps.national, unit) },
    { heading: 'Other gaps', cell: (row) => otherGaps(row, region) },
    { heading: 'Change', cell: trendOf },
    {
      heading: 'Rating',
      cell: ({ rating, officerRating }) => [
        figuresSay(rating),
        officerRating === null
          ? null
          : html('span', { class: 'fine' }, 'Officers: ', officersSay(officerRating)),
      ],
    },
  ];
}

function titleOf(
  { metric, dimensions, shortName, of, name }: ScorecardRow,
  place: Partial<Address>,
): Content {
  const all = Object.keys(dimensions).length === 0;
  return [
    html(
      'a',
      { class: 'measure-name', href: addressOf({ ...place, page: 'gaps', metric, dimensions }) },
      all ? shortName : `${shortName}: ${of}`,
    ),
    all ? html('span', { class: 'fine' }, name) : null,
  ];
}

function ownOf({ council, unit, notes }: ScorecardRow): Content {
  const { value, status, interval, why } = council;
  return [
    html('span', { class: value === null ? 'value value-missing' : 'value' }, resultText(value, unit)),
    why === null ? null : html('span', { class: 'fine' }, why),
    status === null || value === null ? null : html('span', { class: 'fine' }, status),
    interval === null
      ? null
      : html(
          'span',
          { class: 'fine' },
          `likely ${resultText(interval.lower, unit)} to ${resultText(interval.upper, unit)}`,
        ),
    notes.some((note) => /illustration/i.test(note)) ? html('span', { class: 'fine' }, 'illustration') : null,
  ];
}

function figureOf({ value, why }: ScorecardRow['region'], unit: ScorecardRow['unit']): Content {
  if (value !== null) return html('span', { class: 'value' }, resultText(value, unit));
  return html('span', { class: 'fine' }, (why ?? 'Not published.').replace(/\.$/, '').toLowerCase());
}

function pupilsOf(text: string): Content {
  return /\d/.test(text) ? text : html('span', { class: 'fine' }, text);
}

function gapOf(gap: ScorecardRow['gaps']['national'], unit: ScorecardRow['unit']): Content {
  if (gap === null) return NOTHING;
  return [
    gapContent(gap, unit),
    gap.pupils === null || gap.pupils === 0
      ? null
      : html('span', { class: 'fine' }, `about ${Math.abs(gap.pupils).toLocaleString('en-GB')} pupils`),
  ];
}

function otherGaps({ gaps, complement, unit }: ScorecardRow, region: string): Content {
  const lines = [
    [region, gaps.region],
    ['similar councils', gaps.neighbours],
    [complement?.name ?? '', gaps.complement],
  ] as const;
  const known = lines.flatMap(([to, gap]) => (gap === null ? [] : [{ to, gap }]));
  if (known.length === 0) return NOTHING;
  return known.map(({ to, gap }) =>
    html(
      'span',
      { class: 'gap-line' },
      gapContent(gap, unit),
      ' ',
      html('span', { class: 'fine' }, `to ${to}`),
    ),
  );
}

function trendOf({ trend, distance, unit }: ScorecardRow): Content {
  const lines = [trend, distance?.since === trend?.since ? null : distance];
  const known = lines.flatMap((change) => (change === null || change === undefined ? [] : [change]));
  if (known.length === 0) return NOTHING;
  return known.map((change) =>
    html(
      'span',
      { class: 'gap-line' },
      gapContent(change, unit),
      ' ',
      html('span', { class: 'fine' }, `since ${yearText(change.since)}`),
    ),
  );
}
