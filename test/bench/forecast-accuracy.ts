import { readFile } from 'node:fs/promises';

/** A series of the competition: months to learn from and the months that came. */
export type Split = { readonly training: readonly number[]; readonly came: readonly number[] };

/** A forecast of those months; methods alone give no intervals that are meant to hold. */
export type Said = {
  readonly value: readonly number[];
  readonly interval80?: readonly (readonly [number, number])[];
  readonly interval95?: readonly (readonly [number, number])[];
};

/** M3's measures over all series: sMAPE in percent, MASE and MSIS scaled by the in-sample seasonal naive. */
export type Accuracy = {
  readonly smape: number;
  readonly mase: number;
  readonly coverage80: number;
  readonly coverage95: number;
  readonly msis: number;
};

const YEAR = 12;

/** Reads `id,horizon,startYear,startMonth,type,training,test`, the last two separated by semicolons. */
export async function readSplits(file: URL): Promise<readonly Split[]> {
  const [, ...lines] = (await readFile(file, 'utf8')).trim().split('\n');
  return lines.map((line) => {
    const [training = [], came = []] = line
      .split(',')
      .slice(5)
      .map((part) => part.split(';').map(Number));
    return { training, came };
  });
}

/** The mean over the months of each series, then over the series; a series that never changes on the year is left out. */
export function accuracyOf(pairs: readonly { readonly split: Split; readonly said: Said }[]): Accuracy {
  const rows = pairs.flatMap(({ split: { training, came }, said }) => {
    const changes = training
      .slice(YEAR)
      .map((value, place) => Math.abs(value - (training[place] ?? Number.NaN)));
    const scale = mean(changes);
    if (!(scale > 0)) return [];
    const errors = came.map((value, ahead) => Math.abs(value - (said.value[ahead] ?? Number.NaN)));
    const relative = came.map((value, ahead) => {
      const size = Math.abs(value) + Math.abs(said.value[ahead] ?? Number.NaN);
      return size > 0 ? (200 * (errors[ahead] ?? Number.NaN)) / size : 0;
    });
    return [
      {
        smape: mean(relative),
        mase: mean(errors) / scale,
        coverage80: held(said.interval80, came),
        coverage95: held(said.interval95, came),
        msis: mean(came.map((value, ahead) => intervalScore(said.interval95?.[ahead], value))) / scale,
      },
    ];
  });
  const over = (measure: keyof Accuracy) => mean(rows.map((row) => row[measure]));
  return {
    ...{ smape: over('smape'), mase: over('mase'), msis: over('msis') },
    ...{ coverage80: over('coverage80'), coverage95: over('coverage95') },
  };
}

function held(intervals: Said['interval80'], came: readonly number[]): number {
  return mean(
    came.map((value, ahead) => {
      const [low, high] = intervals?.[ahead] ?? [Number.NaN, Number.NaN];
      return value >= low && value <= high ? 1 : 0;
    }),
  );
}

/** Width of the 95% interval and 40 times what lies outside it (Gneiting and Raftery 2007, α = 0.05). */
function intervalScore(interval: readonly [number, number] | undefined, value: number): number {
  const [low, high] = interval ?? [Number.NaN, Number.NaN];
  return high - low + 40 * Math.max(0, low - value) + 40 * Math.max(0, value - high);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
