import { forecast } from '../../shared/forecast/forecast.ts';
import { forecastLines, HEADER } from '../../shared/forecast/forecast-csv.ts';
import { readSeriesCsv } from '../../shared/forecast/series-csv.ts';
import { decodingOf } from '../../shared/reading/decoding/decodings.ts';
import { plain } from './plain.ts';
import type { Progress } from './progress.ts';
import { type ExitCode, exit } from './run.ts';

export const forecastUsage = `Usage: npm run --silent forecast -- --input FILE.csv [--horizon 18]

Forecasts every series of a CSV file with the columns series,period,value (periods are months, 2024-10;
an empty value, and c, x, .. and their like, is a gap). Writes CSV in ${HEADER}
to standard output, each series as soon as it is done, and progress to standard error. A series that cannot
be forecast gets one row with the reason in the column method.

  --input FILE    the file to read; - reads standard input
  --horizon N     how many months to forecast, 1 to 120 (default 18)
  --help          this text

Exit code 0: all rows written · 1: the input cannot be read · 2: not understood`;

export const forecastFlags = ['input', 'horizon'] as const;
export type ForecastFlag = (typeof forecastFlags)[number];

export type ForecastWish = { readonly input: string; readonly horizon: number };

const FARTHEST = 120;
const USUAL = '18';

/** What is to be forecast, or what is wrong with the flags. */
export function wishOf({
  input,
  horizon = USUAL,
}: {
  readonly [Flag in ForecastFlag]?: string;
}): ForecastWish | { readonly problem: string } {
  if (input === undefined) return { problem: 'Cannot forecast: no --input FILE was given.' };
  const months = /^\d{1,3}$/.test(horizon) ? Number(horizon) : 0;
  if (months < 1 || months > FARTHEST) {
    return {
      problem: `Cannot forecast "${horizon}" months: --horizon is a whole number from 1 to ${FARTHEST}.`,
    };
  }
  return { input, horizon: months };
}

/** The engine draws simulated paths from it; the intervals do not depend on it. */
const SEED = 1;

export type ForecastDeps = {
  readonly write: (text: string) => Promise<void>;
  readonly progress: Progress;
  readonly err: (line: string) => void;
};

/** Forecasts the series of a file and writes each as soon as it is done. */
export async function forecastFile(
  bytes: Uint8Array,
  horizon: number,
  { write, progress, err }: ForecastDeps,
): Promise<ExitCode> {
  const text = await textOf(bytes);
  if ('problem' in text) {
    err(plain(text.problem));
    return exit.refused;
  }
  const file = readSeriesCsv(text.text);
  if (file.kind === 'unreadable') {
    err(plain(file.reason));
    return exit.refused;
  }
  const { series: all } = file;
  if (all.length === 0) {
    err('Cannot forecast: there is no row below the header. Each row is a series, a month and its value.');
    return exit.refused;
  }
  await write(`${HEADER}\n`);
  for (const [place, series] of all.entries()) {
    const answer =
      series.kind === 'bad' ? series : forecast({ ...series, nature: 'unknown', horizon, seed: SEED });
    await write(forecastLines(series.name, answer));
    const done = place + 1;
    if (done % 100 === 0 || done === all.length) progress.show(`${done} of ${all.length} series forecast`);
  }
  progress.clear();
  return exit.done;
}

/** The text of bytes in any encoding that a drop may have, or why it is none. */
async function textOf(bytes: Uint8Array): Promise<{ readonly text: string } | { readonly problem: string }> {
  const head = bytes.subarray(0, 4096);
  let text = '';
  for await (const event of decodingOf(head).decode(new Blob([new Uint8Array(bytes)]).stream(), head)) {
    if (event.kind === 'refused') return { problem: event.problem.message };
    if (event.kind === 'text') text += event.text;
  }
  return { text };
}
