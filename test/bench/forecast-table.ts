import type { Accuracy } from './forecast-accuracy.ts';
import type { ShortRow } from './forecast-short.ts';

/** A line of the table of accuracy: a method of ours with all measures, or another's as far as they are published. */
export type TableRow = { readonly name: string } & Pick<Accuracy, 'smape' | 'mase'> &
  Partial<Omit<Accuracy, 'smape' | 'mase'>> & { readonly seconds?: number };

const START = '<!-- written by npm run bench -- forecast --write -->';
const END = '<!-- until here -->';

/** A document with the tables between its two marks written anew. */
export function withTables(document: string, rows: readonly TableRow[], short: readonly ShortRow[]): string {
  const start = document.indexOf(START);
  const end = document.indexOf(END);
  if (start < 0 || end < start)
    throw new Error(`Cannot write the tables: the document lacks ${START} or ${END}.`);
  const tables = [
    START,
    '',
    '| | sMAPE | MASE | 80% held | 95% held | MSIS | s a series |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(rowOf),
    '',
    'From the last months only, six ahead:',
    '',
    '| months | sMAPE | MASE | 80% held | best plain method | its sMAPE |',
    '|---|---|---|---|---|---|',
    ...short.map(
      ({ months, smape, mase, coverage80, best }) =>
        `| ${months} | ${smape.toFixed(2)} | ${mase.toFixed(3)} | ${percent(coverage80)} | ${best.name} | ${best.smape.toFixed(2)} |`,
    ),
    '',
    '',
  ].join('\n');
  return document.slice(0, start) + tables + document.slice(end);
}

function rowOf({ name, smape, mase, coverage80, coverage95, msis, seconds }: TableRow): string {
  const optional = (value: number | undefined, written: (value: number) => string) =>
    value === undefined || Number.isNaN(value) ? '–' : written(value);
  const cells = [
    smape.toFixed(2),
    mase.toFixed(3),
    optional(coverage80, percent),
    optional(coverage95, percent),
    optional(msis, (value) => value.toFixed(2)),
    optional(seconds, (value) => value.toFixed(3)),
  ];
  return `| ${name} | ${cells.join(' | ')} |`;
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)}%`;
}
