import type { CellBlock } from '../facts/cell.ts';
import { cellKey, cellRange, placeKey } from './keys.ts';
import { cellBlockSchema } from './schemas.ts';
import { deleteAll, putAll, queryPrefix, type Table } from './table.ts';

/** Cells of an area or geography: written once, never changed; visible only through their drop. */
export type CellStore = {
  write(blocks: readonly CellBlock[]): Promise<void>;
  /** All blocks of an area, a region or England, or of one metric of it, committed or not. */
  read(area: string, metric?: string): Promise<readonly CellBlock[]>;
  /** Removes blocks that nothing can show any more; those that are gone already do no harm. */
  remove(blocks: readonly CellBlock[]): Promise<void>;
};

/** The cells kept in the table, one item for a series and year of a file's version. */
export function cellStore(table: Table): CellStore {
  return {
    write: (blocks) =>
      putAll(
        table,
        blocks.map((block) => ({ pk: placeKey(block.area), sk: cellKey(block), block })),
      ),
    async read(area, metric) {
      const items = await queryPrefix(table, placeKey(area), cellRange(metric));
      return items.map((item) => cellBlockSchema.parse(item['block']));
    },
    remove: (blocks) =>
      deleteAll(
        table,
        blocks.map((block) => ({ pk: placeKey(block.area), sk: cellKey(block) })),
      ),
  };
}
