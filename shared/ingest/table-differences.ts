import { isDeepStrictEqual } from 'node:util';
import { type CellBlock, seriesId } from '../facts/cell.ts';
import type { Drop } from '../facts/drop.ts';
import { foldFacts } from '../facts/fold.ts';
import type { AreaTable } from './area-table.ts';

/** Everything ever said is known by then. */
const END_OF_TIME = new Date(8.64e15);

/**
 * In what a rebuilt table differs from the running one, a sentence each; empty when they are equal. Compared are
 * drops (when one was finished is the table's own), the blocks of committed drops, and what shows. Sentences name
 * places and never figures.
 */
export function tableDifferences(area: string, running: AreaTable, rebuilt: AreaTable): string[] {
  return [
    ...compared(dropsOf(running), dropsOf(rebuilt), dropDifferences),
    ...compared(blocksOf(running), blocksOf(rebuilt), blockDifferences),
    ...compared(shownOf(area, running), shownOf(area, rebuilt), (name) => [`${name}: it shows otherwise.`]),
  ];
}

/** Walks two tables by name; `between` says how two entries of a name differ that are not equal. */
function compared<Entry>(
  running: ReadonlyMap<string, Entry>,
  rebuilt: ReadonlyMap<string, Entry>,
  between: (name: string, running: Entry, rebuilt: Entry) => readonly string[],
): string[] {
  const names = new Set([...running.keys(), ...rebuilt.keys()]);
  return [...names].sort().flatMap((name) => {
    const [one, other] = [running.get(name), rebuilt.get(name)];
    if (other === undefined) return [`${name}: only in the running table.`];
    if (one === undefined) return [`${name}: only in the rebuilt table.`];
    return isDeepStrictEqual(one, other) ? [] : between(name, one, other);
  });
}

function dropsOf({ drops }: AreaTable): ReadonlyMap<string, Drop> {
  return new Map(drops.map((drop) => [`Drop ${drop.id} (${drop.key})`, { ...drop, finishedAt: null }]));
}

function dropDifferences(name: string, running: Drop, rebuilt: Drop): string[] {
  const other = new Map<string, unknown>(Object.entries(rebuilt));
  return Object.entries(running).flatMap(([field, value]) =>
    isDeepStrictEqual(value, other.get(field))
      ? []
      : [`${name}: ${field} is ${JSON.stringify(value)} and, rebuilt, ${JSON.stringify(other.get(field))}.`],
  );
}

function blocksOf({ blocks }: AreaTable): ReadonlyMap<string, CellBlock> {
  return new Map(
    blocks.map((block) => {
      const { area, series, year, file, versionId } = block;
      return [`Cells ${seriesId(series)} of ${area}, ${year} (${file}, version ${versionId})`, block];
    }),
  );
}

function blockDifferences(name: string, { values: running }: CellBlock, { values }: CellBlock): string[] {
  const rebuilt = new Map(Object.entries(values));
  const periods = new Set([...Object.keys(running), ...rebuilt.keys()]);
  const said = new Map(Object.entries(running));
  const differing = [...periods].filter((each) => !isDeepStrictEqual(said.get(each), rebuilt.get(each)));
  return [`${name}: they differ in ${differing.sort().join(', ') || 'their series'}.`];
}

function shownOf(area: string, { drops, blocks }: AreaTable): ReadonlyMap<string, unknown> {
  const own = blocks.filter((block) => block.area === area);
  const shown = new Map<string, unknown>();
  for (const [id, { cells }] of foldFacts(drops, own, END_OF_TIME)) {
    for (const [period, { drop, ...cell }] of cells) {
      shown.set(`Series ${id} of ${area} in ${period}`, { ...cell, drop: drop.id });
    }
  }
  return shown;
}
