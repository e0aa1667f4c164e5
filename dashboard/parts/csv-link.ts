import { html } from '../dom/element.ts';

type Cell = string | number | null;

/** A link by which the figures shown can be taken along as a CSV file; it is made when it is asked for. */
export function csvLink(file: string, rows: readonly (readonly Cell[])[]): HTMLElement {
  const link = html('a', { href: '#', download: `${file}.csv` }, 'These figures as a CSV file');
  link.addEventListener('click', () => {
    const blob = new Blob([`\uFEFF${rows.map(lineOf).join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' });
    link.href = URL.createObjectURL(blob);
  });
  return html('p', { class: 'csv-link' }, link);
}

function lineOf(cells: readonly Cell[]): string {
  return cells.map(cellOf).join(',');
}

/** A text that a spreadsheet would take for a formula is kept from being one. */
function cellOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
