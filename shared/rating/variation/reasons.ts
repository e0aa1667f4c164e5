import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Period } from '../../period/period.ts';
import { differenceText, figureText } from '../figure-text.ts';
import { periodText } from '../period-text.ts';
import { exact } from '../plan-gap.ts';
import type { Reason } from '../rating.ts';
import type { Observation } from './limits.ts';
import type { RecentLevel } from './recent-level.ts';
import type { Signal } from './signals.ts';
import type { VariationBasis } from './variation.ts';

type About = {
  readonly definition: Pick<MetricDefinition, 'unit' | 'shortName'>;
  readonly basis: VariationBasis;
  readonly last: Observation;
};

/** Nothing has changed: where the figure usually lies. */
export function chanceReason(about: About): Reason {
  const { basis, last } = about;
  const text = `${opening(about)} within the usual range of ${amount(about, basis.lower)} to ${amount(about, basis.upper)}${trial(basis)}; no sign of a real change.`;
  return {
    rule: 'variation-common-cause',
    value: last.value,
    bound: null,
    difference: exact(last.value - basis.centre),
    since: null,
    text,
  };
}

/** Which rule says that it has changed, and since when. */
export function signalReason(about: About, signal: Signal, since: Period): Reason {
  const { basis, last } = about;
  const limit = signal.direction === 'up' ? basis.upper : basis.lower;
  const bound =
    signal.rule === 'seven-one-side' ? basis.centre : signal.rule === 'seven-trend' ? null : limit;
  return {
    rule: `variation-${signal.rule}`,
    value: last.value,
    bound,
    difference: exact(last.value - basis.centre),
    since,
    text: `${opening(about)} ${finding(about, signal, since, limit)}${trial(basis)}.`,
  };
}

/** The last months together are off those before, whatever each by itself may be. */
export function levelReason(about: About, level: RecentLevel, since: Period): Reason {
  const { recent, before, months, baseline, direction } = level;
  const side = direction === 'up' ? 'above' : 'below';
  const text =
    `${about.definition.shortName}: ${amount(about, recent)} on average in the last ${months} months, ${side} the ` +
    `${amount(about, before)} of the ${baseline} months before by more than chance explains.`;
  return {
    rule: 'variation-recent-level',
    value: exact(recent),
    bound: exact(before),
    difference: exact(recent - before),
    since,
    text,
  };
}

function finding(about: About, { rule, direction }: Signal, since: Period, limit: number): string {
  const side = direction === 'up' ? 'above' : 'below';
  const from = periodText(since);
  switch (rule) {
    case 'outside-limits':
      return `${side} the limit of usual variation, ${amount(about, limit)}`;
    case 'two-of-three':
      return `near the limit of usual variation, ${amount(about, limit)}, for the second time since ${from}`;
    case 'seven-one-side':
      return `${side} its two-year average of ${amount(about, about.basis.centre)} in every month since ${from}`;
    case 'seven-trend':
      return `${direction === 'up' ? 'higher' : 'lower'} each month since ${from}`;
  }
}

/** "Requests: 97 in December 2024," or, of a stock, "EHCPs: a change of +98 in December 2024,". */
function opening(about: About): string {
  const { definition, basis, last } = about;
  const figure = amount(about, last.value);
  const said = basis.of === 'net-change' ? `a change of ${figure}` : figure;
  return `${definition.shortName}: ${said} in ${periodText(last.period)},`;
}

function amount({ definition, basis }: About, value: number): string {
  return basis.of === 'net-change'
    ? differenceText(value, definition.unit)
    : figureText(value, definition.unit);
}

function trial({ trial: few, points, from, rebased }: VariationBasis): string {
  const notes = [
    ...(few ? [`trial limits: only ${points} points`] : []),
    ...(rebased === undefined ? [] : [`judged anew from ${periodText(from)}: ${rebased}`]),
  ];
  return notes.length === 0 ? '' : ` (${notes.join('; ')})`;
}
