import type { Period } from '../../period/period.ts';
import { figureText } from '../figure-text.ts';
import { periodText } from '../period-text.ts';
import { exact } from '../plan-gap.ts';
import type { Observation } from './limits.ts';
import { stateOf } from './states.ts';
import type { Variation, VariationInput } from './variation.ts';
import { differenceInterval, type Share, wilsonInterval } from './wilson.ts';

type Known = Share & { readonly period: Period };

/**
 * Whether a yearly share has really changed from the known year before: it has when the 95% interval of the difference
 * leaves out zero. A year without results is no year. Undefined where two years with their number of cases are not
 * known: without it nobody can say what chance does.
 */
export function yearlyVariation(
  { shortName, better }: Pick<VariationInput['definition'], 'shortName' | 'better'>,
  observed: readonly Observation[],
): Variation | undefined {
  const known = observed.flatMap(({ period, value, denominator }): Known[] =>
    denominator !== undefined && denominator > 0 && value >= 0 && value <= 1
      ? [{ period, value, of: denominator }]
      : [],
  );
  const [before, last] = known.slice(-2);
  if (!before || !last || last.period !== observed.at(-1)?.period) return undefined;
  const own = wilsonInterval(last);
  const { lower, upper } = differenceInterval(last, before);
  const changed = lower > 0 || upper < 0;
  const direction = last.value > before.value ? 'up' : 'down';
  const than = `${figureText(before.value, 'ratio')} in ${periodText(before.period)}`;
  const told = changed
    ? `${direction === 'up' ? 'above' : 'below'} the ${than} by more than chance explains`
    : `no further from the ${than} than chance explains`;
  return {
    state: changed ? stateOf(direction, better) : 'common-cause',
    basis: {
      ...{ of: 'figures', chart: 'wilson', from: before.period, to: last.period, points: 2 },
      ...{ centre: before.value, lower: exact(own.lower), upper: exact(own.upper), trial: false },
    },
    reasons: [
      {
        rule: changed ? 'variation-yearly-change' : 'variation-common-cause',
        ...{ value: last.value, bound: before.value, difference: exact(last.value - before.value) },
        since: changed ? last.period : null,
        text:
          `${shortName}: ${figureText(last.value, 'ratio')} in ${periodText(last.period)} ` +
          `(95% interval ${figureText(own.lower, 'ratio')} to ${figureText(own.upper, 'ratio')}), ${told}.`,
      },
    ],
  };
}
