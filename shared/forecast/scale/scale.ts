/** A reversible change of scale: `from(to(x)) = x`. Increasing, so that quantiles stay quantiles. */
export type Scale = { readonly to: (value: number) => number; readonly from: (value: number) => number };
