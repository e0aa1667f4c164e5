import { isShareOfPupils } from '../../catalogue/outcomes/gap-bounds.ts';
import { groupNote } from '../../catalogue/outcomes/group-notes.ts';
import { beginsIn, covidNote } from '../../catalogue/outcomes/years.ts';
import { NO_FIGURE, type OutcomeFigure } from '../../outcomes/outcome-figure.ts';
import { measureText } from '../../outcomes/outcome-text.ts';
import { type GapRating, rateGap } from '../../outcomes/rate-gap.ts';
import { type Change, changeOnBefore, distanceSince, type Years } from '../../outcomes/trend.ts';
import type { Period } from '../../period/period.ts';
import type { Rating } from '../../rating/rating.ts';
import { besideOthers, type Setting } from './beside.ts';
import type { OutcomeSeries } from './outcome-series.ts';
import type { ScorecardRow } from './scorecard-view.ts';

/** One row of a scorecard: a series in one school year. `officers` is what they say of it. */
export function scorecardRow(
  series: OutcomeSeries,
  year: Period,
  setting: Setting,
  officers: Rating | null,
): ScorecardRow {
  const { definition, dimensions, of, council } = series;
  const { id, name, shortName, unit, better } = definition;
  const beside = besideOthers(series, year, setting);
  const years = yearsOf(council);
  const { rating, reasons } = rated(series, year);
  const notes = [covidNote(id, year), groupNote(series.group), beside.council.note];
  return {
    ...{ metric: id, name, shortName, unit, better, dimensions: { ...dimensions } },
    ...{ group: series.group ?? null, of },
    ...beside,
    pupils: {
      ...{ numerator: beside.council.numerator, denominator: beside.council.denominator },
      text: pupilsText(series, beside.council),
    },
    trend: viewOf(changeOnBefore(years, year, definition)),
    distance: viewOf(distanceSince(years, year, definition)),
    ...{ rating, officerRating: officers, reasons: [...reasons] },
    notes: notes.flatMap((note) => note ?? []),
  };
}

/** The council's figures by school year, the oldest first. */
export function yearsOf(council: OutcomeSeries['council']): Years {
  return [...council]
    .map(([period, figure]) => ({ period, figure }))
    .sort((a, b) => beginsIn(a.period) - beginsIn(b.period));
}

/** The rating of a series in a year, by the gaps up to then. */
export function rated(series: OutcomeSeries, year: Period): GapRating {
  const { definition, of, dimensions, council } = series;
  const ofAll = Object.keys(dimensions).length === 0;
  const known = [...council.keys()].filter((period) => beginsIn(period) < beginsIn(year)).sort();
  const years = [...known, year].map((period) => ({
    ...{ period, own: council.get(period) ?? NO_FIGURE },
    others: {
      national: series.national.get(period) ?? NO_FIGURE,
      neighbours: series.neighbours.get(period) ?? NO_FIGURE,
      region: series.region.get(period) ?? NO_FIGURE,
    },
  }));
  const name = measureText(definition.shortName, ofAll ? null : of);
  return rateGap(years, definition, ofAll, name);
}

function viewOf(change: Change | undefined): ScorecardRow['trend'] {
  return change ? { ...change } : null;
}

function pupilsText(
  { definition }: OutcomeSeries,
  { value, numerator, denominator }: { readonly [Key in keyof OutcomeFigure]: OutcomeFigure[Key] | null },
): string {
  if (value === null) return 'no figure';
  if (denominator == null) return 'number not published';
  const of = denominator.toLocaleString('en-GB');
  if (!isShareOfPupils(definition)) return `of ${of}`;
  return numerator == null ? `of ${of}` : `${numerator.toLocaleString('en-GB')} of ${of}`;
}
