import { OVERLAPS } from '../../catalogue/breakdowns/combination.ts';
import type { CellBlock } from '../../facts/cell.ts';
import { isSmall, THRESHOLD } from '../policy.ts';
import type { AllSaid } from '../said.ts';
import { type Exchange, exchangesOf } from './exchanges.ts';
import { hasSmall, type Lattice, latticesOf } from './lattice.ts';

/** So many pupils may move at once; most need one. */
const FURTHEST = 3;

/** Whether any file speaks of pupils by combination of groups. */
export function hasOverlaps(blocks: readonly CellBlock[]): boolean {
  return blocks.some(({ series }) => series.role === 'pupils' && series.metric === OVERLAPS);
}

/**
 * What must be withheld of pupils by combination of groups so that no number below ten can be told, of a combination
 * or of a sum of some: for each there is an exchange of pupils between withheld combinations under which it differs
 * and everything that is shown stays the same. Totals of groups are kept if anything else will do. What was withheld
 * before stays so.
 */
export function overlapsWithheld(said: AllSaid, before: ReadonlySet<string>): ReadonlySet<string> {
  const withheld = new Set(before);
  for (const lattice of latticesOf(said)) if (hasSmall(lattice)) protect(lattice, withheld);
  return withheld;
}

function protect(lattice: Lattice, withheld: Set<string>): void {
  const { cells, sums } = lattice;
  for (const { value, thing } of [...cells, ...sums])
    if (thing !== undefined && isSmall(value)) withheld.add(thing);
  const order = [...cells.keys()].sort((a, b) => ((cells[a]?.id ?? '') < (cells[b]?.id ?? '') ? -1 : 1));
  const exchanges = new Map<number, readonly Exchange[]>();
  const from = (cell: number) => {
    const found = exchanges.get(cell) ?? exchangesOf(cells, cell);
    exchanges.set(cell, found);
    return found;
  };
  for (const at of order) {
    const cell = cells[at];
    if (!cell || cell.thing === undefined || !isSmall(cell.value)) continue;
    cover(lattice, from(at), withheld);
  }
  for (const sum of sums) {
    if (!isSmall(sum.value) || sum.cells.every((at) => cells[at]?.thing === undefined)) continue;
    const own = new Set(sum.cells);
    const changing = sum.cells.flatMap((at) => from(at).filter((exchange) => shiftOf(exchange, own) !== 0));
    cover(lattice, changing, withheld);
  }
}

/** Withholds what the cheapest exchange needs; where none will do, all of the year that can be. */
function cover(lattice: Lattice, exchanges: readonly Exchange[], withheld: Set<string>): void {
  let best: { readonly cost: number; readonly needs: ReadonlySet<string> } | undefined;
  for (const exchange of exchanges) {
    for (let by = 1; by <= FURTHEST; by += 1) {
      for (const times of [by, -by]) {
        const needed = needsOf(lattice, exchange, times, withheld, best?.cost ?? Number.POSITIVE_INFINITY);
        if (needed) best = needed;
        if (best?.cost === 0) return;
      }
    }
  }
  const needs =
    best?.needs ?? new Set([...lattice.cells, ...lattice.sums].flatMap(({ thing }) => thing ?? []));
  for (const thing of needs) withheld.add(thing);
}

/** What must be withheld besides for an exchange to be hidden; undefined where it cannot be, or costs as much. */
function needsOf(
  { cells, sums, sumsOf }: Lattice,
  { up, down }: Exchange,
  times: number,
  withheld: ReadonlySet<string>,
  limit: number,
): { readonly cost: number; readonly needs: ReadonlySet<string> } | undefined {
  const needs = new Set<string>();
  const shifts = new Map<number, number>();
  let cost = 0;
  const need = (thing: string, price: number) => {
    if (withheld.has(thing) || needs.has(thing)) return;
    needs.add(thing);
    cost += price;
  };
  for (const [moved, by] of [
    ...up.map((at) => [at, times] as const),
    ...down.map((at) => [at, -times] as const),
  ]) {
    const cell = cells[moved];
    if (!cell || cell.thing === undefined || !stays(cell.value, by)) return undefined;
    need(cell.thing, cell.cost);
    for (const sum of sumsOf[moved] ?? []) shifts.set(sum, (shifts.get(sum) ?? 0) + by);
  }
  for (const [at, by] of shifts) {
    const sum = sums[at];
    if (!sum || by === 0) continue;
    if (!stays(sum.value, by)) return undefined;
    need(sum.thing, sum.cost);
    if (cost >= limit) return undefined;
  }
  return cost < limit ? { cost, needs } : undefined;
}

/** Who knows the rules knows which numbers are below ten: none may cross. */
function stays(value: number, by: number): boolean {
  if (!Number.isInteger(value) || value < 0) return false;
  return isSmall(value) ? isSmall(value + by) : value + by >= THRESHOLD;
}

function shiftOf({ up, down }: Exchange, within: ReadonlySet<number>): number {
  const count = (cells: readonly number[]) => cells.filter((at) => within.has(at)).length;
  return count(up) - count(down);
}
