import type { Point } from '../../derive/point.ts';
import { isIllustration } from '../illustration.ts';

/** What is known of a place, or of a year, in both figures that are set beside each other. */
export type Candidate = {
  readonly id: string;
  readonly name: string;
  readonly x: Point | undefined;
  readonly y: Point | undefined;
};

export type NamedPair = {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly illustration: boolean;
};

/** A place that cannot be counted, and why, in a sentence. */
export type Excluded = { readonly id: string; readonly name: string; readonly reason: string };

/** The candidates with both figures, and of the others what they lack. Every candidate is in one of both. */
export function paired(
  candidates: readonly Candidate[],
  names: { readonly x: string; readonly y: string },
): { readonly pairs: readonly NamedPair[]; readonly excluded: readonly Excluded[] } {
  const pairs: NamedPair[] = [];
  const excluded: Excluded[] = [];
  for (const { id, name, x, y } of candidates) {
    if (x && y && x.value !== null && y.value !== null) {
      const illustration = isIllustration(x) || isIllustration(y);
      pairs.push({ id, name, x: x.value, y: y.value, illustration });
      continue;
    }
    const lacks = [lack(names.x, x), lack(names.y, y)].filter((text) => text !== undefined);
    excluded.push({ id, name, reason: `${lacks.join('; ')}.` });
  }
  return { pairs, excluded };
}

function lack(name: string, point: Point | undefined): string | undefined {
  if (point === undefined) return `${name}: no figure`;
  if (point.value !== null) return undefined;
  return point.status === 'c'
    ? `${name}: not shown, so that no pupil can be recognised (c)`
    : `${name}: no figure (${point.status ?? 'no reason given'})`;
}
