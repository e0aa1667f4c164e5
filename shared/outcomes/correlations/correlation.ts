import { type Coefficient, pearson, spearman } from './coefficient.ts';
import type { NamedPair } from './pairing.ts';

/** What sets two figures beside each other: places of the council, councils like it, or its own years. */
export const correlationBases = ['locality', 'neighbour', 'year'] as const;
export type CorrelationBasis = (typeof correlationBases)[number];

export type Correlation = {
  readonly n: number;
  /** Null where there is none: under three pairs, or one figure is everywhere the same. */
  readonly pearson: Coefficient | null;
  readonly spearman: Coefficient | null;
  readonly text: string;
  readonly caution: string;
};

/** How the intervals were made, for who checks them. */
export const correlationMethod =
  '95% intervals by Fisher’s z: standard error 1 ÷ √(n − 3) for Pearson; √((1 + r² ÷ 2) ÷ (n − 3)) for Spearman (Bonett and Wright 2000), tied ranks shared.';

/** Under so many pairs an interval spans most of what is possible. At n = 30 and r = 0.3 it is −0.07 to 0.60. */
const MANY = 30;

const nouns = {
  locality: ['locality', 'localities'],
  neighbour: ['council', 'councils'],
  year: ['year', 'years'],
} as const;

/** Both coefficients of pairs, what they say in a sentence, and what they do not say. */
export function correlation(
  pairs: readonly NamedPair[],
  names: { readonly x: string; readonly y: string },
  by: CorrelationBasis,
): Correlation {
  const n = pairs.length;
  const found = { pearson: pearson(pairs) ?? null, spearman: spearman(pairs) ?? null };
  const of = `${n} ${nouns[by][n === 1 ? 0 : 1]}`;
  return { n, ...found, text: textOf(found.spearman, names, of, n), caution: cautionOf(n, by, of) };
}

function textOf(
  coefficient: Coefficient | null,
  { x, y }: { readonly x: string; readonly y: string },
  of: string,
  n: number,
): string {
  if (coefficient === null) {
    return n < 3
      ? `${x} and ${y}: ${of} with both figures, and a correlation needs three at least.`
      : `${x} and ${y}: one of both is the same everywhere (${of}), so nothing can go with it.`;
  }
  const { value, lower, upper } = coefficient;
  const rises = value > 0 ? 'tends to be higher' : 'tends to be lower';
  if (lower === null || upper === null)
    return `${x} and ${y}, ${of}: rank correlation ${signed(value)}; of so few no interval can be given, so it says nothing yet.`;
  const interval = `rank correlation ${signed(value)}, 95% interval ${signed(lower)} to ${signed(upper)}`;
  return lower <= 0 && upper >= 0
    ? `${x} and ${y}, ${of}: no connection beyond chance can be told (${interval}).`
    : `${x} and ${y}, ${of}: where the first is higher, the second ${rises} (${interval}).`;
}

function cautionOf(n: number, by: CorrelationBasis, of: string): string {
  const small =
    n < MANY
      ? ` With n = ${n} (${of}) one place more or less can change it much: read the interval, not the figure alone.`
      : '';
  const time =
    by === 'year'
      ? ' Two figures that both rise or fall over the years agree without having to do with each other.'
      : '';
  return `A correlation is not a cause: something else, such as deprivation, may move both, and what holds of places need not hold of pupils.${small.replace('one place', by === 'year' ? 'one year' : 'one place')}${time}`;
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return value < 0 && text !== '0.00' ? `−${text}` : text;
}
