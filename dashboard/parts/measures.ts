import type { Measure, Summary } from '../../shared/recompute/summary/summary-view.ts';
import { addressOf } from '../address.ts';
import { type Content, html } from '../dom/element.ts';
import { capital } from '../words/capital.ts';
import { figureOr, forecastText, NOT_PUBLISHED, periodText, yearOf } from '../words/figure.ts';
import { ratingName } from '../words/ratings.ts';
import { ratingTag } from './rating-tag.ts';
import { section } from './section.ts';
import { standing } from './standing.ts';
import { type Column, NOTHING, table } from './table.ts';

/** Of a measure that no file has ever spoken of. */
const NOT_IN_FILES = 'not in the council’s files yet';

/** The headline measures, the council's own figure first, then what each is held against. */
export function measures({ area, name, headlines }: Summary, asOf: string | undefined): HTMLElement {
  return section(
    'measures',
    'Headline measures',
    table(
      html(
        'span',
        {},
        `${name}’s latest figures. “${capital(NOT_PUBLISHED)}” means that a figure is not known, which is not zero; a dash, that there is nothing to compare with. A likely range holds the figure 4 times in 5.`,
      ),
      columns(name, (measure) => titleOf(measure, area, asOf)),
      headlines,
      'table-measures table-cards',
    ),
  );
}

/** The same measure by measure for what shows how children are served, before the money. */
export function childMeasures({ area, name, children }: Summary, asOf: string | undefined): HTMLElement {
  const shown = columns(name, (measure) => titleOf(measure, area, asOf));
  return section(
    'children',
    'Children waiting and served',
    table(
      html(
        'span',
        {},
        'How soon children get a plan, how often families appeal, and whether plans are looked at each year. What is not there is not known, which is neither good nor bad.',
      ),
      // A forecast of these says little: few months of them are known.
      shown.filter(({ heading }) => heading !== 'Forecast'),
      children,
      'table-measures table-children table-cards',
    ),
  );
}

function columns(council: string, title: (measure: Measure) => Content): readonly Column<Measure>[] {
  return [
    { heading: 'Measure', kind: 'row', cell: title },
    { heading: council, kind: 'own', cell: latestOf },
    { heading: 'Plan', kind: 'number', cell: planOf },
    { heading: 'Against plan', cell: (measure) => orDash(againstPlan(measure)) },
    { heading: 'Rating', cell: ratingOf },
    { heading: 'A year earlier', cell: lastYearOf },
    { heading: 'Similar councils', cell: neighboursOf },
    { heading: 'Forecast', cell: forecastOf },
  ];
}

function titleOf(measure: Measure, area: string, asOf: string | undefined): Content {
  const { metric, dimensions } = measure;
  const year = yearOf(measure);
  return [
    html(
      'a',
      { class: 'measure-name', href: addressOf({ area, page: 'measure', metric, dimensions, asOf }) },
      year ? `${measure.shortName} ${year}` : measure.shortName,
    ),
    html('span', { class: 'fine' }, measure.name),
  ];
}

function latestOf({ latest, absence, unit, headline }: Measure): Content {
  const why = absence?.period ? html('span', { class: 'fine' }, absence.text) : null;
  if (!latest) {
    const missing = headline || absence?.period ? NOT_PUBLISHED : NOT_IN_FILES;
    return [html('span', { class: 'value value-missing' }, missing), why];
  }
  const parts =
    latest.numerator === null || latest.denominator === null
      ? null
      : ` (${latest.numerator.toLocaleString('en-GB')} of ${latest.denominator.toLocaleString('en-GB')})`;
  return [
    html('span', { class: 'value' }, figureOr(latest.value, unit)),
    html('span', { class: 'fine' }, periodText(latest.period), parts),
    latest.status === null ? null : html('span', { class: 'fine' }, statusText(latest.status)),
    why,
  ];
}

function statusText(status: string): string {
  return status === 'published' ? 'as published, not worked out here' : status;
}

function planOf({ plan, limit, unit }: Measure): Content {
  const held = plan ?? limit;
  if (!held) return NOTHING;
  const { kind, trajectory, value } = held;
  return [
    html('span', { class: 'value' }, figureOr(value, unit)),
    html(
      'span',
      { class: 'fine' },
      `${kind === 'mitigated' ? 'plan' : kind} `,
      html('span', { class: 'plan-name' }, trajectory),
    ),
  ];
}

function againstPlan({ plan, limit, unit, latest }: Measure): Content {
  const held = plan ?? limit;
  if (!held) return null;
  return latest ? standing(held, unit) : 'not known';
}

function ratingOf({ rating, latest, better }: Measure): Content {
  if (rating) {
    const since = rating.reasons[0]?.since ?? null;
    // The newest figure may have nothing to be held against: then the rating is that of an earlier month.
    const earlier = latest !== null && rating.period !== null && rating.period !== latest.period;
    return [
      ratingTag(rating.rating),
      since === null ? null : html('span', { class: 'fine' }, `since ${periodText(since)}`),
      earlier && rating.period !== null
        ? html(
            'span',
            { class: 'fine' },
            `as rated for ${periodText(rating.period)}, the last month with a plan`,
          )
        : null,
      officersOf(rating),
    ];
  }
  const why = latest === null ? ': no figure' : better === 'neither' ? '' : ': no plan';
  return html('span', { class: 'fine' }, `not rated${why}`);
}

/** What officers say, where they say another thing than the data. */
function officersOf({ rating, officerRating = null, officer }: NonNullable<Measure['rating']>): Content {
  if (officerRating === null || officerRating === rating) return null;
  const when = officer?.update ? `, ${periodText(officer.update)}` : '';
  return html('span', { class: 'fine' }, `officers: ${ratingName(officerRating).toLowerCase()}${when}`);
}

function lastYearOf({ lastYear, unit }: Measure): Content {
  if (!lastYear) return NOTHING;
  if (lastYear.value === null) return html('span', { class: 'value-missing' }, NOT_PUBLISHED);
  return [
    html('span', { class: 'value' }, figureOr(lastYear.value, unit)),
    html('span', { class: 'fine' }, standing(lastYear, unit)),
  ];
}

function neighboursOf({ neighbours, unit }: Measure): Content {
  if (!neighbours) return NOTHING;
  return [
    html('span', { class: 'value' }, figureOr(neighbours.value, unit)),
    html('span', { class: 'fine' }, `${periodText(neighbours.period)}, as published`),
    html('span', { class: 'fine' }, standing(neighbours, unit)),
  ];
}

function forecastOf({ outlook, unit }: Measure): Content {
  const point = outlook?.twelveMonths ?? outlook?.yearEnd;
  if (!point) return NOTHING;
  const { period, value, lower80, upper80 } = point;
  return [
    html('span', { class: 'value' }, forecastText(value, unit)),
    html('span', { class: 'fine' }, periodText(period)),
    html(
      'span',
      { class: 'fine' },
      `likely ${forecastText(lower80, unit)} to ${forecastText(upper80, unit)}`,
    ),
  ];
}

function orDash(content: Content): Content {
  return content ?? NOTHING;
}
