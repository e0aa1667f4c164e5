import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { solve } from '../../../shared/forecast/linear/solve.ts';
import type { LookBack } from '../../../shared/forecast/methods/pooled-coefficients.ts';
import { lookBack, unitOf } from '../../../shared/forecast/methods/pooled-regression.ts';
import { at, sequence } from '../../../shared/forecast/sequence.ts';
import { median } from '../../../shared/forecast/statistics.ts';

/**
 * Learns the coefficients of the pooled regression from the training parts of M3's monthly series (never from the
 * test parts) and writes them: node test/forecast/training/pool-coefficients.ts --input m3-monthly.csv
 * `--hold-back 18` leaves the last months of each out, to measure what they are worth on months not seen.
 */
/** So many months are looked back on, and so many forecast at once from them. */
const SPANS: readonly { readonly months: LookBack; readonly ahead: number }[] = [
  { months: 8, ahead: 12 },
  { months: 12, ahead: 12 },
  { months: 13, ahead: 12 },
  { months: 18, ahead: 12 },
  { months: 24, ahead: 18 },
];
const ROUNDS = 3;
const RIDGE = 1e-3;
/** Errors smaller than this part of a yearly change count as equally small (least absolute errors by reweighting). */
const SMALL = 0.3;

type Row = {
  readonly window: readonly number[];
  readonly came: readonly number[];
  /** Each series counts the same, however long it is. */
  readonly weight: number;
  /** The series' unit of training in the unit that a forecast from this window would have. */
  readonly unit: number;
};

const { values: options } = parseArgs({
  options: {
    input: { type: 'string' },
    output: { type: 'string', default: 'shared/forecast/methods/pooled-coefficients.ts' },
    'hold-back': { type: 'string', default: '0' },
  },
});
if (options.input === undefined) throw new Error('Cannot learn without --input m3-monthly.csv.');
const parts = trainingParts(readFileSync(options.input, 'utf8'), Number(options['hold-back']));
const learnt = SPANS.map(({ months, ahead }) => {
  const rows = parts.flatMap((values) => rowsOf(values, months, ahead));
  return { months, weights: sequence(ahead, (month) => learn(rows, months, month)) };
});
writeFileSync(options.output, written(learnt));
process.stdout.write(`Learnt from ${parts.length} series, written to ${options.output}\n`);

function trainingParts(csv: string, heldBack: number): number[][] {
  const [, ...lines] = csv.trim().split('\n');
  return lines.map((line) => {
    const training = (line.split(',')[5] ?? '').split(';').map(Number);
    return training.slice(0, training.length - heldBack).map(Math.log);
  });
}

function rowsOf(values: readonly number[], months: LookBack, ahead: number): Row[] {
  // Two years and a month, so that the series' changes on the year say how large its errors may be.
  if (values.length <= 24) return [];
  const count = values.length - months - ahead + 1;
  const unit = Math.max(1e-4, unitOf(values, 24));
  return sequence(Math.max(0, count), (first) => {
    const end = first + months;
    const { window, level } = lookBack(values, end, months);
    return {
      window: window.map((value) => value / unit),
      came: values.slice(end, end + ahead).map((value) => (value - level) / unit),
      weight: 1 / count,
      unit: unit / Math.max(1e-4, unitOf(months < 24 ? values.slice(0, end) : values, months)),
    };
  });
}

function learn(all: readonly Row[], months: LookBack, ahead: number): { weights: number[]; spread: number } {
  let weights = sequence(months, () => 0);
  const missOf = ({ window, came }: Row) =>
    at(came, ahead) - window.reduce((total, value, place) => total + value * at(weights, place), 0);
  for (let round = 0; round < ROUNDS; round++) {
    const matrix = sequence(months, () => sequence(months, () => 0));
    const target = sequence(months, () => 0);
    for (const row of all) {
      const counts = row.weight / (round === 0 ? 1 : Math.max(SMALL, Math.abs(missOf(row))));
      row.window.forEach((left, a) => {
        const line = matrix[a] ?? [];
        target[a] = at(target, a) + counts * left * at(row.came, ahead);
        row.window.forEach((right, b) => {
          line[b] = at(line, b) + counts * left * right;
        });
      });
    }
    weights = solve(matrix, target, RIDGE);
  }
  return { weights, spread: 1.4826 * median(all.map((row) => Math.abs(missOf(row)) * row.unit)) };
}

function written(learnt: readonly { months: LookBack; weights: ReturnType<typeof learn>[] }[]): string {
  const lines = learnt.flatMap(({ months, weights: byMonth }) => [
    `  ${months}: [`,
    ...byMonth.map(
      ({ weights, spread }) =>
        `    { spread: ${spread.toFixed(3)}, weights: [${weights.map((weight) => String(Number(weight.toFixed(3)))).join(', ')}] },`,
    ),
    '  ],',
  ]);
  return [
    '/** How many months a regression may look back on. */',
    'export type LookBack = 8 | 12 | 13 | 18 | 24;',
    '',
    '/** For each month ahead the weights of the months before, the oldest first, and the typical error in units of the series. */',
    'type Learnt = readonly { readonly spread: number; readonly weights: readonly number[] }[];',
    '',
    '/**',
    ' * Learnt from the training parts of the 1,428 monthly series of the M3 competition by',
    ' * `test/forecast/training/pool-coefficients.ts`. Not to be edited by hand.',
    ' */',
    'export const POOLED: Readonly<Record<LookBack, Learnt>> = {',
    ...lines,
    '};',
    '',
  ].join('\n');
}
