import type { Relation, Term } from '../count-table.ts';

/**
 * A figure as a linear form of counts against any bound: it is at least the bound exactly when Σ times × count is at
 * least `least`. A rate N ÷ D against b is N − b·D against 0, a mean of n counts against b is their sum against b·n.
 */
export type LinearForm = (bound: number) => { readonly terms: readonly Term[]; readonly least: number };

const EXACT = 1e-9;

/** That a figure lies from one bound (included) to another (as good as excluded), shown by a thing. */
export function betweenRelations(
  form: LinearForm,
  from: number,
  to: number,
  shownBy: string,
): readonly Relation[] {
  const [low, high] = [form(from), form(to)];
  return [
    { terms: low.terms, lowest: low.least, highest: Number.POSITIVE_INFINITY, shownBy },
    { terms: high.terms, lowest: Number.NEGATIVE_INFINITY, highest: high.least, shownBy },
  ];
}

/** On which side of a bound a figure lies; of figures on it, `atLeast` says to which side they belong. */
export function sideRelation(
  form: LinearForm,
  bound: number,
  values: ReadonlyMap<string, number>,
  shownBy: string | undefined,
): Relation {
  const { terms, least } = form(bound);
  const sum = terms.reduce((all, { count, times }) => all + times * (values.get(count) ?? 0), 0);
  const slack = EXACT * Math.max(1, Math.abs(least));
  const by = shownBy === undefined ? {} : { shownBy };
  return sum >= least - slack
    ? { terms, lowest: least - slack, highest: Number.POSITIVE_INFINITY, ...by }
    : { terms, lowest: Number.NEGATIVE_INFINITY, highest: least - 2 * slack, ...by };
}
