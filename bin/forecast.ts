import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { forecast } from '../shared/forecast/forecast.ts';
import { forecastLines, HEADER } from '../shared/forecast/forecast-csv.ts';
import { readSeriesCsv } from '../shared/forecast/series-csv.ts';

const USAGE = `Usage: npm run --silent forecast -- --input FILE.csv [--horizon 18]

Forecasts every series of a CSV file with the columns series,period,value (periods are months, 2024-10;
an empty value is a gap). Writes CSV in ${HEADER}
to standard output, each series as soon as it is done, and progress to standard error. A series that cannot
be forecast gets one row with the reason in the column method.

  --input FILE    the file to read
  --horizon N     how many months to forecast, 1 to 120 (default 18)
  --help          this text

Exit code: 0 all rows written, 1 the input cannot be read, 2 the command was not understood.
`;

/** The engine draws simulated paths from it; the intervals do not depend on it. */
const SEED = 1;
const FARTHEST = 120;

type Wish =
  | { kind: 'help' }
  | { kind: 'wrong'; reason: string }
  | { kind: 'run'; input: string; horizon: number };

function wishOf(args: string[]): Wish {
  try {
    const { values } = parseArgs({
      args,
      options: {
        input: { type: 'string' },
        horizon: { type: 'string', default: '18' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    if (values.input === undefined)
      return { kind: 'wrong', reason: 'Cannot forecast: no --input FILE was given.' };
    const horizon = /^\d+$/.test(values.horizon) ? Number(values.horizon) : 0;
    if (horizon < 1 || horizon > FARTHEST) {
      const reason = `Cannot forecast "${values.horizon}" months: --horizon is a whole number from 1 to ${FARTHEST}.`;
      return { kind: 'wrong', reason };
    }
    return { kind: 'run', input: values.input, horizon };
  } catch (error) {
    return { kind: 'wrong', reason: messageOf(error) };
  }
}

async function run(input: string, horizon: number): Promise<number> {
  const text = textOf(input);
  if (text.kind === 'unreadable') {
    process.stderr.write(`Cannot read "${input}": ${text.reason}\n`);
    return 1;
  }
  const file = readSeriesCsv(text.text);
  if (file.kind === 'unreadable') {
    process.stderr.write(`${file.reason}\n`);
    return 1;
  }
  await write(`${HEADER}\n`);
  let done = 0;
  for (const series of file.series) {
    const answer =
      series.kind === 'bad' ? series : forecast({ ...series, nature: 'unknown', horizon, seed: SEED });
    await write(forecastLines(series.name, answer));
    done++;
    if (done % 100 === 0 || done === file.series.length) {
      process.stderr.write(`${done} of ${file.series.length} series forecast\n`);
    }
  }
  return 0;
}

function textOf(input: string): { kind: 'text'; text: string } | { kind: 'unreadable'; reason: string } {
  try {
    return { kind: 'text', text: readFileSync(input, 'utf8') };
  } catch (error) {
    return { kind: 'unreadable', reason: messageOf(error) };
  }
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

// A reader that has seen enough (`| head`) closes the pipe: nothing is left to do.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const wish = wishOf(process.argv.slice(2));
switch (wish.kind) {
  case 'help':
    process.stdout.write(USAGE);
    break;
  case 'wrong':
    process.stderr.write(`${wish.reason}\n\n${USAGE}`);
    process.exitCode = 2;
    break;
  case 'run':
    process.exitCode = await run(wish.input, wish.horizon);
}
