import type { CountTable } from '../../shared/disclosure/count-table.ts';
import { rounded, roundsTo } from '../../shared/disclosure/policy.ts';
import { type Random, randomOf } from '../simulation/random.ts';
import { ratedMonths } from './rated-months.ts';
import { add, type Draft, size } from './table-draft.ts';

/**
 * A table of chance: groups by months with totals, said once or twice; a year of rates beside rounded sums; or months
 * that are rated against plans by the catalogue's bounds and the council's own, and against the year before.
 */
export function randomTable(seed: number): CountTable {
  const random = randomOf(seed);
  const draft: Draft = { counts: new Map(), relations: [], costs: new Map() };
  const kind = random.below(4);
  if (kind === 0) monthsWithRates(draft, random);
  else if (kind === 1) ratedMonths(draft, random);
  else crossTable(draft, random);
  return { counts: [...draft.counts.values()], relations: draft.relations, costs: draft.costs };
}

/** Rows by columns with all totals. Said twice, some of it is restated: the same places, other counts. */
function crossTable(draft: Draft, random: Random): void {
  const [rows, columns] = [2 + random.below(3), 2 + random.below(4)];
  // Now and then everybody knows the total anyway.
  const open = random.chance(0.2) ? 'total' : undefined;
  const first = Array.from({ length: rows * columns }, () => size(random));
  const second = first.map((value) => (random.chance(0.3) ? size(random) : value));
  const said = random.chance(0.3) ? [first, second] : [first];
  const ids: string[][] = [];
  for (const [version, values] of said.entries()) {
    const name = (place: string, value: number): string => {
      const before = ids[version - 1]?.find((id) => id.startsWith(`${place}=${value}#`));
      // What is said again unchanged is the same count.
      const id = before ?? `${place}=${value}#${version}`;
      ids[version] = [...(ids[version] ?? []), id];
      if (!draft.counts.has(id)) add(draft, id, value, place === open ? undefined : place);
      return id;
    };
    const at = (row: number, column: number) => values[row * columns + column] ?? 0;
    const all = (count: number) => Array.from({ length: count }, (_, index) => index);
    const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
    const cells = all(rows).map((row) =>
      all(columns).map((column) => name(`${row}/${column}`, at(row, column))),
    );
    const rowSums = all(rows).map((row) =>
      name(`row ${row}`, sum(all(columns).map((column) => at(row, column)))),
    );
    const columnSums = all(columns).map((column) =>
      name(`column ${column}`, sum(all(rows).map((row) => at(row, column)))),
    );
    const total = name('total', sum(values));
    const adds = (parts: readonly string[], whole: string) =>
      draft.relations.push({
        terms: [...parts.map((count) => ({ count, times: 1 })), { count: whole, times: -1 }],
        lowest: 0,
        highest: 0,
      });
    for (const row of all(rows)) adds(cells[row] ?? [], rowSums[row] ?? '');
    for (const column of all(columns))
      adds(
        cells.flatMap((line) => line[column] ?? []),
        columnSums[column] ?? '',
      );
    adds(rowSums, total);
    adds(columnSums, total);
    draft.costs.set('total', 50);
    for (const row of all(rows)) draft.costs.set(`row ${row}`, 5);
  }
}

const WINDOW = 4;
const STEP = 0.01;

/** Months of a part and its whole; the rate of each stretch of months is shown in whole percent. */
function monthsWithRates(draft: Draft, random: Random): void {
  const months = WINDOW + 1 + random.below(6);
  const whole = Array.from({ length: months }, () => 10 + random.below(90));
  const part = whole.map((most) => random.below(Math.min(most, random.pick([4, 10, 30])) + 1));
  for (let month = 0; month < months; month += 1) {
    add(draft, `part ${month}`, part[month] ?? 0, `rate ${month}`);
    add(draft, `whole ${month}`, whole[month] ?? 0, `whole ${month}`);
    const terms = [
      { count: `part ${month}`, times: -1 },
      { count: `whole ${month}`, times: 1 },
    ];
    draft.relations.push({ terms, lowest: 0, highest: Number.POSITIVE_INFINITY });
  }
  for (let from = 0; from + WINDOW <= months; from += 1) {
    const stretch = Array.from({ length: WINDOW }, (_, index) => from + index);
    const total = (values: readonly number[]) =>
      stretch.reduce((sum, month) => sum + (values[month] ?? 0), 0);
    const shown = rounded(total(part) / total(whole), STEP);
    const shownBy = `stretch ${from}`;
    draft.costs.set(shownBy, 3);
    const bound = (rate: number) =>
      stretch.flatMap((month) => [
        { count: `part ${month}`, times: 1 },
        { count: `whole ${month}`, times: -rate },
      ]);
    const { from: least, to: most } = roundsTo(shown, STEP);
    draft.relations.push({ terms: bound(least), lowest: 0, highest: Number.POSITIVE_INFINITY, shownBy });
    draft.relations.push({ terms: bound(most), lowest: Number.NEGATIVE_INFINITY, highest: 0, shownBy });
  }
}
