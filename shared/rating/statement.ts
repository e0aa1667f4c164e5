import type { Reason } from './rating.ts';

/** A reason that is said, not measured: what is missing, or which measure decides. */
export function statement(rule: string, text: string): Reason {
  return { rule, value: null, bound: null, difference: null, since: null, text };
}
