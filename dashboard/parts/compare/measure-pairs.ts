import type { Measure, Summary } from '../../../shared/recompute/summary/summary-view.ts';
import { addressOf } from '../../address.ts';
import { type Content, html } from '../../dom/element.ts';
import { cautions, heldAgainst, measureKey, type Pair, paired } from '../../words/comparison.ts';
import { figureOr, periodText, yearOf } from '../../words/figure.ts';
import { csvLink } from '../csv-link.ts';
import { ratingTag } from '../rating-tag.ts';
import { section } from '../section.ts';
import { standing } from '../standing.ts';
import { NOTHING, table } from '../table.ts';
import { NOT_FETCHED, ofSummary, type Side, type Sides } from './side.ts';

/** Which measures of a summary are laid side by side, and how that is called. */
export type MeasureList = {
  readonly id: string;
  readonly heading: string;
  readonly caption: string;
  readonly list: (body: Summary) => readonly Measure[];
};

/** Measures of two councils in one table, the council of the address first, each beside its own plan. */
export function measurePairs(sides: Sides, of: MeasureList, asOf: string | undefined): HTMLElement {
  const [first, second] = sides;
  const rows = measuresOf(sides, of.list);
  return section(
    of.id,
    of.heading,
    table<Pair<Measure>>(
      of.caption,
      [
        { heading: 'Measure', kind: 'row', cell: titleOf },
        {
          heading: first.area.name,
          kind: 'own',
          cell: (pair) => figureOf(first, pair.first, asOf),
        },
        { heading: second.area.name, cell: (pair) => figureOf(second, pair.second, asOf) },
        { heading: 'Bear in mind', cell: (pair) => inMind(sides, pair) },
      ],
      rows,
      'table-pairs table-cards',
    ),
    csvLink(`compare-${of.id}-${first.area.code}-${second.area.code}`, [
      ['measure', 'financial year', 'council', 'period', 'value', 'rating', 'plan', 'difference to plan'],
      ...rows.flatMap((pair) => [lineOf(first, pair.first), lineOf(second, pair.second)].flat()),
    ]),
  );
}

/** The measures of a list side by side; of a council without an answer none. */
export function measuresOf([first, second]: Sides, list: MeasureList['list']): readonly Pair<Measure>[] {
  return paired(ofSummary(first, list) ?? [], ofSummary(second, list) ?? [], measureKey);
}

/** A measure by its short name, with the year that money is about. */
export function measureName(measure: Measure): string {
  const year = yearOf(measure);
  return year === undefined ? measure.shortName : `${measure.shortName} ${year}`;
}

function titleOf({ first, second }: Pair<Measure>): Content {
  const measure = first ?? second;
  return measure && [measureName(measure), html('span', { class: 'fine' }, measure.name)];
}

function figureOf({ area, summary }: Side, measure: Measure | undefined, asOf: string | undefined): Content {
  if (summary.kind === 'failed') return NOT_FETCHED;
  const why = measure?.absence?.period ? html('span', { class: 'fine' }, measure.absence.text) : null;
  if (!measure?.latest) return [html('span', { class: 'value value-missing' }, 'no figures yet'), why];
  const { metric, dimensions, latest, unit } = measure;
  const page = addressOf({ area: area.code, page: 'measure', metric, dimensions, asOf });
  return [
    html('a', { class: 'value', href: page }, figureOr(latest.value, unit)),
    html('span', { class: 'fine' }, periodText(latest.period), partsOf(latest)),
    why,
    ratingOf(measure, latest.period),
    planOf(measure),
  ];
}

function ratingOf({ rating, better }: Measure, latest: string): Content {
  if (!rating) {
    return html('span', { class: 'fine' }, better === 'neither' ? 'not rated' : 'not rated: no plan');
  }
  const { rating: level, period } = rating;
  return [
    ratingTag(level),
    period === null || period === latest
      ? null
      : html('span', { class: 'fine' }, `as rated for ${periodText(period)}`),
  ];
}

function partsOf({ numerator, denominator, status }: NonNullable<Measure['latest']>): string {
  const parts =
    numerator === null || denominator === null
      ? ''
      : ` (${numerator.toLocaleString('en-GB')} of ${denominator.toLocaleString('en-GB')})`;
  return status === 'published' ? `${parts}, as published` : parts;
}

function planOf(measure: Measure): Content {
  const held = heldAgainst(measure);
  if (held === null) return null;
  const judged = held.standing === 'worse' || held.standing === 'better';
  return [
    html(
      'span',
      { class: 'fine' },
      standing(held, measure.unit),
      ` ${judged ? 'than' : 'to'} its ${held.kind === 'mitigated' ? 'plan' : held.kind} of `,
      html('span', { class: 'gap' }, figureOr(held.value, measure.unit)),
    ),
    html('span', { class: 'fine' }, held.trajectory),
  ];
}

function inMind([first, second]: Sides, pair: Pair<Measure>): Content {
  const sides = [
    { side: first, measure: pair.first },
    { side: second, measure: pair.second },
  ];
  const said = cautions(
    sides.flatMap(({ side: { area, summary }, measure }) =>
      summary.kind === 'ok' ? [{ name: area.name, measure }] : [],
    ),
  );
  if (said.length === 0) return NOTHING;
  return said.map((text) => html('span', { class: 'fine' }, text));
}

function lineOf({ area, summary }: Side, measure: Measure | undefined): (string | number | null)[][] {
  if (summary.kind === 'failed' || measure === undefined) return [];
  const { latest, rating } = measure;
  const held = heldAgainst(measure);
  return [
    [
      ...[measure.metric, measure.dimensions['financialYear'] ?? null, area.name],
      ...[latest?.period ?? null, latest?.value ?? null, rating?.rating ?? null],
      ...[held?.value ?? null, held?.difference ?? null],
    ],
  ];
}
