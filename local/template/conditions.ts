import { CannotStart } from '../cannot-start.ts';
import { intrinsicOf, isRecord } from './intrinsic.ts';
import { resolve } from './resolve.ts';
import type { Scope } from './scope.ts';

/**
 * Every condition of a template as true or false. `scope` needs its parameters and mappings only: a condition cannot
 * speak of resources. Throws CannotStart on a cycle or an unknown function.
 */
export function evaluateConditions(
  conditions: Readonly<Record<string, unknown>>,
  scope: Scope,
): Map<string, boolean> {
  const known = new Map<string, boolean>();
  const open = new Set<string>();

  function named(name: string): boolean {
    const before = known.get(name);
    if (before !== undefined) return before;
    if (open.has(name) || !Object.hasOwn(conditions, name)) {
      throw new CannotStart(
        `Cannot evaluate the template's condition ${name}: it is missing or names itself.`,
      );
    }
    open.add(name);
    const value = evaluate(conditions[name]);
    known.set(name, value);
    return value;
  }

  function evaluate(expression: unknown): boolean {
    if (typeof expression === 'boolean') return expression;
    if (isRecord(expression)) {
      if (typeof expression['Condition'] === 'string') return named(expression['Condition']);
      const intrinsic = intrinsicOf(expression);
      const parts: unknown[] = Array.isArray(intrinsic?.argument) ? intrinsic.argument : [];
      switch (intrinsic?.name) {
        case 'Fn::And':
          return parts.every(evaluate);
        case 'Fn::Or':
          return parts.some(evaluate);
        case 'Fn::Not':
          return !parts.some(evaluate);
        case 'Fn::Equals': {
          const [left, right] = parts.map((part) => JSON.stringify(resolve(part, scope)));
          return left === right;
        }
      }
    }
    throw new CannotStart(`Cannot evaluate the template's condition ${JSON.stringify(expression)}.`);
  }

  for (const name of Object.keys(conditions)) named(name);
  return known;
}
