import type { MetricDefinition } from '../../catalogue/metric.ts';
import { differenceText, figureText, percentText } from '../../rating/figure-text.ts';
import { periodText } from '../../rating/period-text.ts';
import type { Decomposition } from './decompose.ts';
import type { GapPart } from './part.ts';

type About = Pick<MetricDefinition, 'shortName' | 'unit'>;

/** "EHCPs: 6,357 in December 2024, +650 against the plan of 5,707. Most of it: requests, +410 (63.1%)." */
export function gapText({ shortName, unit }: About, found: Decomposition): string {
  const { period, value, plan, gap, parts } = found;
  const standing = `${shortName}: ${figureText(value, unit)} in ${periodText(period)}, ${differenceText(gap, unit)} against the plan of ${figureText(plan, unit)}.`;
  const [most] = parts
    .filter(({ amount }) => amount !== null && amount * gap > 0)
    .toSorted((a, b) => Math.abs(b.amount ?? 0) - Math.abs(a.amount ?? 0));
  if (!most || most.amount === null) return standing;
  const amount = `${differenceText(most.amount, unit)} (${percentText(most.amount / gap)})`;
  return most.id === 'unexplained'
    ? `${standing} Most of it is not explained by what is known: ${amount}.`
    : `${standing} Most of it: ${most.name}, ${amount}.`;
}

/** What one part is, and what is missing for it, in one sentence. */
export function partText({ unit }: About, { gap, start, period }: Decomposition, part: GapPart): string {
  const { name, amount, months, missing, id } = part;
  const needed = `needed: ${missing.join(', ')}`;
  if (amount === null)
    return `${capital(name)}: cannot be told, and is left to what is not explained; ${needed}.`;
  const share = gap === 0 ? '' : `, ${percentText(amount / gap)} of the gap`;
  const since = months === null || start === period ? '' : ` since ${periodText(start)}`;
  const partial =
    months !== null && months.known < months.of
      ? `; of ${months.known} of ${months.of} months only, for the others ${needed}`
      : '';
  const when = id === 'start' ? ` (${periodText(start)})` : since;
  return `${capital(name)}${when}: ${differenceText(amount, unit) || '0'}${share}${partial}.`;
}

function capital(text: string): string {
  return text.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
}
