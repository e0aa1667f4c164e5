import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { solve } from '../../../shared/forecast/linear/solve.ts';
import { LOOK_BACK, lookBack, yearlyChangeOf } from '../../../shared/forecast/methods/pooled-regression.ts';
import { at, sequence } from '../../../shared/forecast/sequence.ts';
import { median } from '../../../shared/forecast/statistics.ts';

/**
 * Learns the coefficients of the pooled regression from the training parts of M3's monthly series (never from the
 * test parts) and writes them: node test/forecast/training/pool-coefficients.ts --input m3-monthly.csv
 * `--hold-back 18` leaves the last months of each out, to measure what they are worth on months not seen.
 */
const AHEAD = 18;
const ROUNDS = 3;
const RIDGE = 1e-3;
/** Errors smaller than this part of a yearly change count as equally small (least absolute errors by reweighting). */
const SMALL = 0.3;

type Row = {
  readonly window: readonly number[];
  readonly came: readonly number[];
  /** Each series counts the same, however long it is. */
  readonly weight: number;
};

const { values: options } = parseArgs({
  options: {
    input: { type: 'string' },
    output: { type: 'string', default: 'shared/forecast/methods/pooled-coefficients.ts' },
    'hold-back': { type: 'string', default: '0' },
  },
});
if (options.input === undefined) throw new Error('Cannot learn without --input m3-monthly.csv.');
const rows = trainingParts(readFileSync(options.input, 'utf8'), Number(options['hold-back'])).flatMap(rowsOf);
const learnt = sequence(AHEAD, (ahead) => learn(rows, ahead));
writeFileSync(options.output, written(learnt));
process.stdout.write(`${rows.length} windows, written to ${options.output}\n`);

function trainingParts(csv: string, heldBack: number): number[][] {
  const [, ...lines] = csv.trim().split('\n');
  return lines.map((line) => {
    const training = (line.split(',')[5] ?? '').split(';').map(Number);
    return training.slice(0, training.length - heldBack).map(Math.log);
  });
}

function rowsOf(values: readonly number[]): Row[] {
  const count = values.length - LOOK_BACK - AHEAD + 1;
  const unit = Math.max(1e-4, yearlyChangeOf(values));
  return sequence(Math.max(0, count), (first) => {
    const end = first + LOOK_BACK;
    const { window, level } = lookBack(values, end);
    return {
      window: window.map((value) => value / unit),
      came: values.slice(end, end + AHEAD).map((value) => (value - level) / unit),
      weight: 1 / count,
    };
  });
}

function learn(all: readonly Row[], ahead: number): { weights: number[]; spread: number } {
  let weights = sequence(LOOK_BACK, () => 0);
  const missOf = ({ window, came }: Row) =>
    at(came, ahead) - window.reduce((total, value, place) => total + value * at(weights, place), 0);
  for (let round = 0; round < ROUNDS; round++) {
    const matrix = sequence(LOOK_BACK, () => sequence(LOOK_BACK, () => 0));
    const target = sequence(LOOK_BACK, () => 0);
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
  return { weights, spread: 1.4826 * median(all.map((row) => Math.abs(missOf(row)))) };
}

function written(learnt: readonly { weights: number[]; spread: number }[]): string {
  const lines = learnt.map(
    ({ weights, spread }) =>
      `  { spread: ${spread.toFixed(3)}, weights: [${weights.map((weight) => String(Number(weight.toFixed(4)))).join(', ')}] },`,
  );
  return [
    '/**',
    ' * Learnt from the training parts of the 1,428 monthly series of the M3 competition by',
    ' * `test/forecast/training/pool-coefficients.ts`: for each month ahead the weights of the last two years, the',
    ' * oldest month first, and the typical error in mean yearly changes. Not to be edited by hand.',
    ' */',
    'export const POOLED: readonly { readonly spread: number; readonly weights: readonly number[] }[] = [',
    ...lines,
    '];',
    '',
  ].join('\n');
}
