import type { Known } from '../../shared/recompute/figures.ts';
import { untroubled } from '../simulation/invocation.ts';
import { simulatedStores } from '../simulation/stores.ts';
import { emptyTables } from '../simulation/tables.ts';

/** Stores of an empty table whose drops and cells are what `known` says. */
export function knownStores(known: Known) {
  const stores = simulatedStores(emptyTables(), untroubled);
  return {
    ...stores,
    drops: {
      ...stores.drops,
      list: (folder: string) => Promise.resolve(known.drops.filter((drop) => drop.area === folder)),
    },
    cells: {
      ...stores.cells,
      read: (place: string) => Promise.resolve(known.blocks.filter((block) => block.area === place)),
    },
  };
}
