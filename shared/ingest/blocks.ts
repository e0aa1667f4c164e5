import type { CellBlock, CellValue } from '../facts/cell.ts';
import { comparePeriods, type Period, storageYear } from '../period/period.ts';
import type { Statement } from './row-reading.ts';

/** A block before it is known which version of which file says it. */
export type UnversionedBlock = Omit<CellBlock, 'file' | 'versionId'>;

/**
 * The statements of a file as blocks of one place, series and storage year, in a fixed order whatever that of the rows.
 * `area` is the folder of the file, which statements without a place of their own are about.
 */
export function blocksOf(area: string, statements: readonly Statement[]): UnversionedBlock[] {
  const grouped = new Map<string, Statement[]>();
  for (const statement of statements) {
    const { id: said, period } = statement;
    // Its id ends in its period.
    const id = `${statement.place ?? area}|${said.slice(0, -period.length)}${storageYear(period)}`;
    const group = grouped.get(id);
    if (group === undefined) grouped.set(id, [statement]);
    else group.push(statement);
  }
  return [...grouped.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group;
      return first === undefined ? [] : [blockOf(area, first, group)];
    });
}

function blockOf(
  area: string,
  { place, series, period }: Statement,
  group: readonly Statement[],
): UnversionedBlock {
  const values: Record<Period, CellValue> = {};
  for (const statement of group.toSorted((a, b) => comparePeriods(a.period, b.period))) {
    values[statement.period] = statement.cell;
  }
  return { area: place ?? area, series, year: storageYear(period), values };
}
