import { writeXlsx } from 'hucre/xlsx';
import { monthAt } from '../../shared/period/month.ts';

export const ROWS = 20_000;

const HEADER = [
  'trajectory',
  'kind',
  'metric',
  'period',
  'value',
  'Team',
  'Last year',
  'Change',
  'Share',
  'Cost',
  'Source',
  'Remark',
];

/** The rows of a plan file of twelve columns: the five of the feed, and seven that a council keeps beside them. */
function planRows(): (string | number)[][] {
  return Array.from({ length: ROWS }, (_, at) => [
    `plan-${Math.floor(at / 120)}`,
    'mitigated',
    'ehcp.active',
    monthAt(2020 * 12 + (at % 120)),
    5000 + at,
    `Team ${at % 7}`,
    4900 + at,
    100,
    Number((0.01 + (at % 50) / 1000).toFixed(3)),
    1_250_000 + at * 31,
    'SEND data return',
    'as agreed in March',
  ]);
}

export function planCsv(): string {
  return `${[HEADER, ...planRows()].map((cells) => cells.join(',')).join('\n')}\n`;
}

export function planXlsx(): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: 'Plan', rows: [HEADER, ...planRows()] }] });
}
