import type { Method } from './methods/method.ts';
import { at } from './sequence.ts';

/** A short readable name: "mean of theta and damped trend". */
export function methodName(
  methods: readonly Method[],
  weights: readonly number[],
  weighted: boolean,
): string {
  const [only, ...rest] = methods;
  if (only !== undefined && rest.length === 0) return only.name;
  if (!weighted) return `mean of ${listed(methods.map(({ name }) => name))}`;
  const most = heaviest(methods, weights).slice(0, 2);
  return `weighted mean of ${methods.length} methods led by ${listed(most.map(({ name }) => name))}`;
}

/** Names as English lists them: "a, b and c". */
export function listed(names: readonly string[]): string {
  const head = names.slice(0, -1);
  const tail = names.slice(-1);
  return head.length === 0 ? tail.join('') : `${head.join(', ')} and ${tail.join('')}`;
}

function heaviest(methods: readonly Method[], weights: readonly number[]): Method[] {
  return methods
    .map((method, place) => ({ method, weight: at(weights, place) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ method }) => method);
}
