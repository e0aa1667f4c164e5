import type { Unit } from '../catalogue/metric.ts';
import type { Period } from '../period/period.ts';
import { limitBounds } from './bounds.ts';
import { boundText, chanceText, figureText, gapText } from './figure-text.ts';
import { reaches } from './latch.ts';
import { periodText } from './period-text.ts';
import { exact } from './plan-gap.ts';
import { LEAVING_PART } from './plan-rule.ts';
import type { Reason } from './rating.ts';

/** What is known of one period: the figure, the limit, and how likely the forecast then thought passing it. */
export type LimitFigure = {
  readonly period: Period;
  readonly value: number | null;
  readonly limit: number;
  readonly passes: boolean;
  readonly probability: number | null;
  readonly unit: Unit;
  readonly metricName: string;
  readonly expectedPass: Period | null;
  readonly passBetween: PassBetween | null;
};

/** Eight times in ten the limit is passed between these two; null where the forecast does not reach. */
export type PassBetween = { readonly earliest: Period | null; readonly latest: Period | null };

export type LimitSince = {
  readonly passed: Period | null;
  readonly red: Period | null;
  readonly amber: Period | null;
};

/** The limit passed, else the probability bounds missed, worst first, else how the figure stands to the limit. */
export function reasonsAgainstLimit(figure: LimitFigure, since: LimitSince): readonly Reason[] {
  if (since.passed !== null) return [passedReason(figure, since.passed)];
  if (since.red === null && since.amber === null) return [insideReason(figure)];
  return [
    ...(since.red === null ? [] : [chanceReason(figure, 'red', since.red)]),
    ...(since.amber === null ? [] : [chanceReason(figure, 'amber', since.amber)]),
  ];
}

/** "Cumulative DSG balance, £3.10m past its limit of −£84.50m in December 2024". */
export function limitTitle(figure: LimitFigure): string {
  const { metricName, value, limit, passes, probability, unit } = figure;
  const named = `its limit of ${figureText(limit, unit)}`;
  if (!passes && probability !== null && reaches(probability, limitBounds.amber)) {
    return `${metricName}, ${chanceText(probability)} likely to pass ${named} within 12 months${expected(figure)}`;
  }
  if (value === null) {
    return probability === null
      ? `${metricName}, no figure to hold against ${named}`
      : `${metricName}, unlikely to pass ${named} within 12 months`;
  }
  return `${metricName}, ${gapToLimit(figure, value)} ${named} in ${periodText(figure.period)}`;
}

function passedReason(figure: LimitFigure, since: Period): Reason {
  const told = figure.passes
    ? `passed since ${periodText(since)}`
    : `not passed now, but held at red, as since ${periodText(since)}, until two periods in a row keep it`;
  return figureReason(figure, 'limit-passed', since, told);
}

function insideReason(figure: LimitFigure): Reason {
  const { metricName, limit, probability, unit } = figure;
  if (figure.value === null && probability === null) {
    const text =
      `${metricName}: no figure is published and there is no forecast, so it cannot be held against its limit ` +
      `of ${figureText(limit, unit)}.`;
    return { rule: 'no-data', value: null, bound: limit, difference: null, since: null, text };
  }
  const told =
    probability === null
      ? 'there is no forecast of whether it will pass'
      : `the forecast gives a chance of ${chanceText(probability)} that it passes within 12 months`;
  return figureReason(figure, 'inside-limit', null, told);
}

function chanceReason(figure: LimitFigure, level: 'red' | 'amber', since: Period): Reason {
  const { metricName, limit, probability, unit } = figure;
  const bound = limitBounds[level];
  const named = `its limit of ${figureText(limit, unit)}`;
  const held = `${level} since ${periodText(since)}, held until it is under ${boundText(bound * LEAVING_PART)} in 2 of 3 periods`;
  const told =
    probability === null
      ? `no forecast now says whether it passes ${named}; ${held}`
      : `the chance of passing ${named} within 12 months is ${chanceText(probability)}${expected(figure)}${between(figure)}, ` +
        (reaches(probability, bound)
          ? `at or past the ${level} bound of ${boundText(bound)} since ${periodText(since)}`
          : `under the ${level} bound of ${boundText(bound)} again; ${held}`);
  const difference = probability === null ? null : exact(probability - bound);
  const text = `${metricName}: ${told}.`;
  return { rule: `limit-chance-${level}`, value: probability, bound, difference, since, text };
}

function figureReason(figure: LimitFigure, rule: string, since: Period | null, told: string): Reason {
  const { metricName, value, limit, unit, period } = figure;
  const at =
    value === null
      ? `${metricName}: no figure to hold against its limit of ${figureText(limit, unit)}`
      : `${metricName}: ${figureText(value, unit)} in ${periodText(period)}, ${gapToLimit(figure, value)} ` +
        `the limit of ${figureText(limit, unit)}`;
  const difference = value === null ? null : exact(value - limit);
  return { rule, value, bound: limit, difference, since, text: `${at}; ${told}.` };
}

function gapToLimit({ limit, passes, unit }: LimitFigure, value: number): string {
  if (value === limit) return 'exactly on';
  return `${gapText(value - limit, unit)} ${passes ? 'past' : 'inside'}`;
}

function expected({ expectedPass }: LimitFigure): string {
  return expectedPass === null ? '' : ` (most likely in ${periodText(expectedPass)})`;
}

/** "; hardly before September 2025, hardly after March 2026": one chance in ten lies on either side. */
function between({ passBetween }: LimitFigure): string {
  if (passBetween === null) return '';
  const { earliest, latest } = passBetween;
  return [
    ...(earliest === null ? [] : [`, hardly before ${periodText(earliest)}`]),
    ...(latest === null ? [] : [`, hardly after ${periodText(latest)}`]),
  ].join('');
}
