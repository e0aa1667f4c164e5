/**
 * By how much each factor's step from planned to actual moves the product of all. Effects depend on the order in which
 * factors change, so each is the mean over all orders (Shapley 1953): it favours none, and the effects add up to the
 * whole change. In the unit of the product; both lists are of the same factors.
 */
export function factorEffects(planned: readonly number[], actual: readonly number[]): readonly number[] {
  const effects = planned.map(() => 0);
  const orders = ordersOf(planned.map((_, factor) => factor));
  for (const order of orders) {
    const now = [...planned];
    for (const factor of order) {
      const before = product(now);
      now[factor] = actual[factor] ?? Number.NaN;
      effects[factor] = (effects[factor] ?? 0) + (product(now) - before) / orders.length;
    }
  }
  return effects;
}

function product(factors: readonly number[]): number {
  return factors.reduce((all, each) => all * each, 1);
}

function ordersOf(of: readonly number[]): readonly (readonly number[])[] {
  if (of.length <= 1) return [of];
  return of.flatMap((first) => ordersOf(of.filter((each) => each !== first)).map((rest) => [first, ...rest]));
}
