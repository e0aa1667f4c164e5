import type { CsvTable, Scalar } from './csv-text.ts';
import { flattened } from './flattened.ts';
import type { Column } from './schema-columns.ts';

/**
 * Items as a table. The columns of their schema are there whether any item fills them or not, so that a program can
 * rely on them; an open one becomes those that the items have, in the order of their names.
 */
export function itemTable(columns: readonly Column[], items: readonly unknown[]): CsvTable {
  const flat = items.map(flattened);
  const there = new Set(flat.flatMap((cells) => [...cells.keys()]));
  const known = new Set(columns.filter(({ open }) => !open).map(({ path }) => path));
  const paths = columns.flatMap(({ path, open }) => {
    if (!open) return [path];
    const below = [...there].filter((each) => each === path || each.startsWith(`${path}.`));
    return below.filter((each) => !known.has(each)).sort(byNumbers);
  });
  return {
    columns: paths,
    rows: flat.map((cells) => paths.map((path): Scalar => cells.get(path))),
  };
}

/** `reasons.2.text` before `reasons.10.text`. */
function byNumbers(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
