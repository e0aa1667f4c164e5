import type { MetricDefinition } from '../catalogue/metric.ts';
import type { Period } from '../period/period.ts';
import type { Count } from './count-table.ts';
import { isSmall, THRESHOLD } from './policy.ts';
import type { Said } from './said.ts';
import { figureThing } from './shown-things.ts';

/** The names of the counts behind a figure: its own, or what a stored rate was divided from. */
export const partNames = { whole: '', numerator: '/n', denominator: '/d' } as const;

/** The counts that a figure tells: itself where it counts pupils, numerator and denominator where it is a rate of them. */
export function countsOf(
  { unit, pupils }: Pick<MetricDefinition, 'unit' | 'pupils'>,
  said: Said,
  series: string,
  period: Period,
): readonly Count[] {
  const count = (part: keyof typeof partNames, value: number | null | undefined): readonly Count[] => {
    if (value === null || value === undefined) return [];
    const id = `${said.id}${partNames[part]}`;
    if (said.known) return [{ id, shownBy: undefined, value, small: false, lowest: value, highest: value }];
    const shownBy = figureThing(series, period);
    // What is no whole number from nought up counts nobody; it is withheld with others, and never moves.
    if (value < 0 || !Number.isInteger(value))
      return [{ id, shownBy, value, small: false, lowest: value, highest: value }];
    const small = isSmall(value);
    const [lowest, highest] = small ? [0, THRESHOLD - 1] : [THRESHOLD, Number.POSITIVE_INFINITY];
    return [{ id, shownBy, value, small, lowest, highest }];
  };
  if (pupils) return count('whole', said.value);
  if (unit !== 'ratio' && unit !== 'score') return [];
  return [...count('numerator', said.numerator), ...count('denominator', said.denominator)];
}
