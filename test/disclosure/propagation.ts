/** `low` ≤ Σ times × unknown ≤ `high`. */
export type Equation = {
  readonly at: Int32Array;
  readonly times: Float64Array;
  readonly low: number;
  readonly high: number;
};

export type System = {
  readonly equations: readonly Equation[];
  /** By unknown, the equations that speak of it. */
  readonly equationsOf: readonly (readonly number[])[];
};

/** What each unknown can be: whole numbers from low to high. Changed in place: a search makes millions. */
export type Domains = { readonly low: Float64Array; readonly high: Float64Array };

export function copyOf({ low, high }: Domains): Domains {
  return { low: low.slice(), high: high.slice() };
}

/** The same domains, with that of one unknown cut to a span. */
export function narrowed(domains: Domains, at: number, low: number, high: number): Domains {
  domains.low[at] = Math.max(domains.low[at] ?? 0, low);
  domains.high[at] = Math.min(domains.high[at] ?? 0, high);
  return domains;
}

const EXACT = 1e-7;
/** Looks at an equation, at the most, for each equation that there is: slow convergence is left to the search. */
const MOST_LOOKS = 30;

/**
 * Tightens the domains by the equations of one unknown, and of every unknown that moves; by all where none is named.
 * False when one is empty: there is no solution. Each look at an equation is taken from the budget.
 */
export function tightened(
  system: System,
  domains: Domains,
  changed: number | undefined,
  budget: { looks: number },
): boolean {
  const { equations, equationsOf } = system;
  for (let at = 0; at < domains.low.length; at += 1)
    if ((domains.low[at] ?? 0) > (domains.high[at] ?? 0)) return false;
  const queue: number[] = [...(changed === undefined ? equations.keys() : (equationsOf[changed] ?? []))];
  const queued = new Uint8Array(equations.length);
  for (const index of queue) queued[index] = 1;
  const most = MOST_LOOKS * Math.max(1, equations.length);
  for (let next = 0; next < queue.length && next < most; next += 1) {
    const index = queue[next] ?? 0;
    budget.looks -= 1;
    queued[index] = 0;
    const equation = equations[index];
    if (!equation) continue;
    const wake = (unknown: number) => {
      for (const other of equationsOf[unknown] ?? []) {
        if (queued[other]) continue;
        queued[other] = 1;
        queue.push(other);
      }
    };
    if (!tightenedBy(equation, domains, wake)) return false;
  }
  return true;
}

function tightenedBy(
  { at, times, low, high }: Equation,
  domains: Domains,
  wake: (unknown: number) => void,
): boolean {
  let least = 0;
  let most = 0;
  for (let term = 0; term < at.length; term += 1) {
    const unknown = at[term] ?? 0;
    const factor = times[term] ?? 0;
    const from = domains.low[unknown] ?? 0;
    const to = domains.high[unknown] ?? 0;
    least += factor > 0 ? factor * from : factor * to;
    most += factor > 0 ? factor * to : factor * from;
  }
  if (least > high + EXACT || most < low - EXACT) return false;
  // Nothing that the unknowns can be breaks it.
  if (least >= low && most <= high) return true;
  for (let term = 0; term < at.length; term += 1) {
    const unknown = at[term] ?? 0;
    const factor = times[term] ?? 0;
    if (factor === 0) continue;
    const from = domains.low[unknown] ?? 0;
    const to = domains.high[unknown] ?? 0;
    const a = factor > 0 ? factor * from : factor * to;
    const b = factor > 0 ? factor * to : factor * from;
    // What the others leave for this one.
    const left = (low - (most - b)) / factor;
    const right = (high - (least - a)) / factor;
    const newFrom = Math.max(from, Math.ceil(Math.min(left, right) - EXACT));
    const newTo = Math.min(to, Math.floor(Math.max(left, right) + EXACT));
    if (newFrom > newTo) return false;
    if (newFrom === from && newTo === to) continue;
    domains.low[unknown] = newFrom;
    domains.high[unknown] = newTo;
    least += (factor > 0 ? factor * newFrom : factor * newTo) - a;
    most += (factor > 0 ? factor * newTo : factor * newFrom) - b;
    wake(unknown);
  }
  return true;
}
