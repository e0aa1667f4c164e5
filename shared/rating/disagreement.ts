import { dayText } from './period-text.ts';
import type { Rating } from './rating.ts';
import { levelsApart } from './scales.ts';

/** What the data and the officers said from an instant (ISO) on; null while one of them had said nothing. */
export type SaidAt = { readonly at: string; readonly data: Rating | null; readonly officers: Rating | null };

/** A difference between the data and the officers that is worth reporting. */
export type Disagreement = {
  /** By how many levels the data is worse than the officers; negative where it is better. */
  readonly levels: number;
  /** The day (England) from which they have differed in this direction without a break. */
  readonly since: string;
  readonly text: string;
};

/** Two levels are reported at once, one when it has lasted so many months. Source: issue "Judgement and alerts". */
const AT_ONCE = 2;
const LASTING = 2;

/**
 * The disagreement as it stands at the last of what was said, in order of time; null when they agree, when one of them
 * is silent, or when one level has not yet lasted two months. `dayOf` gives an instant's day.
 */
export function disagreementOf(
  said: readonly SaidAt[],
  today: string,
  subject: { readonly name: string; readonly officersOf: string },
  dayOf: (instant: string) => string,
): Disagreement | null {
  const now = said.at(-1);
  const levels = now === undefined ? null : apart(now);
  if (!now || levels === null || levels === 0) return null;
  const agreed = said.findLastIndex((each) => Math.sign(apart(each) ?? 0) !== Math.sign(levels));
  const since = dayOf(said[agreed + 1]?.at ?? now.at);
  if (Math.abs(levels) < AT_ONCE && monthsOn(since, LASTING) > today) return null;
  const by = Math.abs(levels) === 1 ? 'one level' : 'two levels';
  const text =
    `${subject.name}: the data says ${now.data}, officers said ${now.officers} (${subject.officersOf}); ` +
    `${levels > 0 ? 'the data is worse' : 'the officers are worse'} by ${by}, ` +
    `and they have differed so since ${dayText(since)}.`;
  return { levels, since, text };
}

function apart({ data, officers }: SaidAt): number | null {
  return data === null || officers === null ? null : levelsApart(data, officers);
}

/** The same day so many months on; of a month that is too short, the day that follows its end. */
function monthsOn(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, date)).toISOString().slice(0, 10);
}
