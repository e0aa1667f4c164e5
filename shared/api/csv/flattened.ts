import type { Scalar } from './csv-text.ts';

/**
 * The scalars of a JSON value by dotted names: `before.value`, `dimensions.group`, `reasons.0.text`. A list of scalars
 * is one text, `a; b`, for there is nothing to name its members by.
 */
export function flattened(value: unknown): ReadonlyMap<string, Scalar> {
  const cells = new Map<string, Scalar>();
  walk(value, '', cells);
  return cells;
}

function walk(value: unknown, path: string, cells: Map<string, Scalar>): void {
  if (isScalar(value)) {
    cells.set(path, value);
    return;
  }
  if (Array.isArray(value) && value.every(isScalar)) {
    if (value.length > 0) cells.set(path, value.map((each) => String(each ?? '')).join('; '));
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value)) {
    walk(each, path === '' ? name : `${path}.${name}`, cells);
  }
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value);
}
