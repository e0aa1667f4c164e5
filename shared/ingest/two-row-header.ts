import type { Row } from '../reading/row-event.ts';
import type { ColumnFinder } from './columns.ts';

/**
 * The headings of two rows that stand directly above each other, as one: a heading may stand in either (merged over
 * both), or be written over both ("New plans" above "early years"), the upper merged over several columns. Undefined
 * when there is nothing to join.
 */
export function joinedHeadings(upper: Row | undefined, lower: Row, find: ColumnFinder): Row | undefined {
  if (upper === undefined || upper.row !== lower.row - 1 || upper.sheet !== lower.sheet) return undefined;
  const known = (text: string) => text !== '' && find([text]).found.length > 0;
  const cells: string[] = [];
  let over = '';
  for (let at = 0; at < Math.max(upper.cells.length, lower.cells.length); at += 1) {
    const above = upper.cells[at]?.trim() ?? '';
    const below = lower.cells[at]?.trim() ?? '';
    if (above !== '') over = above;
    if (below === '') cells.push(above);
    else if (known(below)) cells.push(below);
    else cells.push([`${over} ${below}`, above].find(known) ?? below);
  }
  return { ...lower, cells };
}
