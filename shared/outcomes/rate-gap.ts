import type { MetricDefinition } from '../catalogue/metric.ts';
import { gapBounds } from '../catalogue/outcomes/gap-bounds.ts';
import type { Period } from '../period/period.ts';
import type { Rating, Reason } from '../rating/rating.ts';
import { statement } from '../rating/statement.ts';
import { gapBetween } from './gap.ts';
import { clean, type OutcomeFigure } from './outcome-figure.ts';
import { gapText, outcomeText, schoolYearText } from './outcome-text.ts';

/** Whom a figure is held against, the first that has one. */
export const ratedAgainst = ['national', 'neighbours', 'region'] as const;
export type Against = (typeof ratedAgainst)[number];

export const againstNames: Readonly<Record<Against, string>> = {
  national: 'England',
  neighbours: 'the statistical neighbours',
  region: 'the region',
};

export type RatedYear = {
  readonly period: Period;
  readonly own: OutcomeFigure;
  readonly others: Readonly<Record<Against, OutcomeFigure>>;
};

export type GapRating = {
  readonly rating: Rating | null;
  readonly against: Against | null;
  readonly reasons: readonly Reason[];
};

type Rated = Pick<MetricDefinition, 'id' | 'unit' | 'better' | 'shortName'>;

/**
 * Rates the last of some years by how far it is behind others; null, with the reason, where there is nothing to hold it
 * against. `name` says of whom it is, `KS2 RWM, SEN support`. Rules: `GAP_RULES` of the catalogue.
 */
export function rateGap(years: readonly RatedYear[], metric: Rated, ofAll: boolean, name: string): GapRating {
  const last = years.at(-1);
  const said = (rule: string, why: string): GapRating => ({
    ...{ rating: null, against: null },
    reasons: [statement(rule, `${name}: not rated, because ${why}.`)],
  });
  if (!last || last.own.value === null) return said('gap-no-figure', 'there is no figure');
  const own = last.own.value;
  if (metric.better === 'neither') return said('gap-neither', 'neither more nor less of it is better');
  const found = measured(last, metric);
  if (!found) return said('gap-nobody', 'nothing is published to hold it against');
  const { against, other, gap, behind } = found;
  const bounds = gapBounds(metric.id, ofAll);
  const level = levelOf(behind, bounds);
  const excused = level !== 'green' && gap.chance.beyond === false;
  const rating = excused ? 'amber-green' : level;
  const bound = level === 'red' ? bounds.red : bounds.amber;
  const where = clean(metric.better === 'higher' ? other - bound : other + bound);
  const distance =
    gap.difference === 0
      ? 'level with'
      : `${gapText(gap.difference, metric.unit)} ${gap.difference > 0 ? 'above' : 'below'}`;
  const told =
    level === 'green'
      ? `within the amber bound of ${gapText(bounds.amber, metric.unit)} behind`
      : excused
        ? `past the ${level} bound of ${gapText(bound, metric.unit)} behind, but no further than chance explains`
        : `past the ${level} bound of ${gapText(bound, metric.unit)} behind`;
  return {
    ...{ rating, against },
    reasons: [
      {
        rule: excused ? 'gap-within-chance' : `gap-${level}`,
        ...{ value: own, bound: where, difference: gap.difference },
        since: level === 'green' ? null : missedSince(years, metric, bound),
        text: `${name}: ${outcomeText(own, metric.unit)} in ${schoolYearText(last.period)}, ${distance} ${againstNames[against]} (${outcomeText(other, metric.unit)}); ${behind <= 0 ? 'not behind' : told}.`,
      },
    ],
  };
}

function measured({ own, others }: RatedYear, metric: Rated) {
  for (const against of ratedAgainst) {
    const gap = gapBetween(own, others[against], metric);
    const other = others[against].value;
    if (!gap || other === null) continue;
    const behind = metric.better === 'higher' ? clean(-gap.difference) : gap.difference;
    return { against, other, gap, behind };
  }
  return undefined;
}

function levelOf(behind: number, { amber, red }: { readonly amber: number; readonly red: number }) {
  if (behind >= red) return 'red';
  return behind >= amber ? 'amber' : 'green';
}

/** The first year from which the bound has been missed without a break; years that are not known do not break it. */
function missedSince(years: readonly RatedYear[], metric: Rated, bound: number): Period | null {
  let since: Period | null = null;
  for (const year of years.toReversed()) {
    const found = measured(year, metric);
    if (!found) continue;
    if (found.behind < bound) break;
    since = year.period;
  }
  return since;
}
