import { gapText } from '../../shared/outcomes/outcome-text.ts';
import type { Gaps } from '../api/outcomes.ts';
import type { LineId } from '../chart/years/lines.ts';
import { capital } from './capital.ts';
import { yearText } from './outcomes.ts';

/** Whose figures the lines are. */
export function namesOf(council: string, { years, edition, region }: Gaps): Record<LineId, string> {
  const rest =
    years.findLast(({ complement }) => complement !== null)?.complement?.name ?? 'all other pupils';
  return {
    ...{ council, complement: capital(rest) },
    ...{ region, national: 'England', neighbours: `Similar councils (${edition})` },
  };
}

/** How far each has come, in one sentence. */
export function travelled({ distance, base, unit, better }: Gaps, names: Record<LineId, string>): string {
  const own = distance.council;
  if (own === null || base === null) return 'There is no earlier year to measure the distance from.';
  const word = (difference: number) =>
    difference === 0 ? 'unchanged' : `${difference > 0 ? 'up' : 'down'} ${gapText(difference, unit)}`;
  const others = (['region', 'national', 'neighbours'] as const).flatMap((level) => {
    const change = distance[level];
    return change === null
      ? []
      : [`${level === 'neighbours' ? 'similar councils' : names[level]} ${word(change.difference)}`];
  });
  const good =
    own.difference === 0
      ? ''
      : own.difference > 0 === (better === 'higher')
        ? ', which is better'
        : ', which is worse';
  return `Since ${yearText(base)}: ${names.council} ${word(own.difference)}${good}${others.length === 0 ? '' : `; ${others.join('; ')}`}.`;
}
