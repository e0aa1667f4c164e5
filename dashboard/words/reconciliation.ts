import type { Item } from '../api/described.ts';
import { counted } from './counted.ts';

type Reconciled = Item<'GET /areas/{area}/reconciliation'>;

/** Why a published figure is or is not what the files give, in a few words, the worst first. */
export const causeWords = {
  unexplained: 'Differs, and nobody knows why',
  'another-edition': 'Differs: another publication agrees',
  restated: 'Agreed, before a file was corrected',
  rounding: 'Agrees, rounded',
  equal: 'Agrees',
  'no-derived-figure': 'Cannot be worked out',
  'no-published-figure': 'No figure was published',
} as const satisfies Record<Reconciled['cause'], string>;

/** Whose figure it is. */
export const levelWords = {
  la: 'the council',
  region: 'the region',
  national: 'England',
  'stat-neighbours': 'similar councils',
} as const satisfies Record<Reconciled['level'], string>;

/** How published figures stand to derived ones, in a sentence or three. */
export function reconciliationFinding(items: readonly Reconciled[]): string {
  const many = (...causes: readonly Reconciled['cause'][]) =>
    items.filter(({ cause }) => causes.includes(cause)).length;
  const compared = items.filter(({ difference }) => difference !== null).length;
  const agree = many('equal', 'rounding');
  const explained = many('restated', 'another-edition');
  const open = many('unexplained');
  const rest = items.length - compared;
  const sentences = [
    compared === 0
      ? `None of the ${counted(items.length, 'published figure')} can be compared with the files.`
      : `${counted(items.length, 'figure')} ${items.length === 1 ? 'was' : 'were'} published, and ${compared} can be compared with the files: ${agree} agree${agree === 1 ? 's' : ''}, ${explained} differ${explained === 1 ? 's' : ''} for a known reason, ${open} ${open === 1 ? 'is' : 'are'} not explained.`,
    ...(compared > 0 && rest > 0 ? [`The other ${rest} cannot be worked out from the files.`] : []),
  ];
  return sentences.join(' ');
}

/**
 * The largest difference first, by its share of the derived figure, so that money and counts can be put in one order;
 * figures that cannot be compared come last.
 */
export function byDifference(items: readonly Reconciled[]): readonly Reconciled[] {
  return items.toSorted((a, b) => sizeOf(b) - sizeOf(a));
}

function sizeOf({ derived, difference }: Reconciled): number {
  if (difference === null) return -1;
  return derived === null || derived === 0 ? Math.abs(difference) : Math.abs(difference / derived);
}
