import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { forecast } from '../../shared/forecast/forecast.ts';
import { dampedTrend } from '../../shared/forecast/methods/damped-trend.ts';
import { multiplicativeEts } from '../../shared/forecast/methods/ets/ets.ts';
import type { Method } from '../../shared/forecast/methods/method.ts';
import { seasonalNaive } from '../../shared/forecast/methods/seasonal-naive.ts';
import { theta } from '../../shared/forecast/methods/theta.ts';
import { monthAt } from '../../shared/period/month.ts';
import type { Bench, Figure } from './figure.ts';
import { type Accuracy, accuracyOf, readSplits, type Said, type Split } from './forecast-accuracy.ts';
import { accuracyChart, type Bar } from './forecast-chart.ts';
import { shortFigures, shortRows } from './forecast-short.ts';
import { type TableRow, withTables } from './forecast-table.ts';

const SERIES = new URL('../../../shared/data/forecast/m3-monthly.csv', import.meta.url);
const DOCUMENT = new URL('../../docs/forecasting.md', import.meta.url);
const CHART = new URL('../../docs/images/', import.meta.url);
const FIRST = monthAt(2000 * 12);

/** Measured elsewhere on the same series, all with R but the seasonal naive (docs/forecasting.md). */
const PEERS = {
  naive: {
    name: 'seasonal naive',
    smape: 17.23,
    mase: 1.146,
    coverage80: 0.806,
    coverage95: 0.931,
    msis: 8.61,
    seconds: 0.001,
  },
  damped: {
    name: 'R damped trend',
    smape: 14.0,
    mase: 0.882,
    coverage80: 0.759,
    coverage95: 0.9,
    msis: 7.18,
    seconds: 0.005,
  },
  theta: {
    name: 'R thetaf',
    smape: 13.86,
    mase: 0.864,
    coverage80: 0.753,
    coverage95: 0.898,
    msis: 7.2,
    seconds: 0.004,
  },
  ets: {
    name: 'R ets',
    smape: 14.14,
    mase: 0.865,
    coverage80: 0.777,
    coverage95: 0.92,
    msis: 6.34,
    seconds: 0.459,
  },
  both: {
    name: 'R ets + theta',
    smape: 13.59,
    mase: 0.842,
    coverage80: 0.786,
    coverage95: 0.928,
    msis: 6.12,
    seconds: 0.462,
  },
} as const satisfies Readonly<Record<string, TableRow>>;

/** What was to be reached. */
const REACH = { smape: 13.3, mase: 0.825, msis: 5.95, milliseconds: 25 } as const;

/** Single methods of ours, each beside the same of R. */
const SINGLE = [
  { method: seasonalNaive, peer: PEERS.naive },
  { method: dampedTrend, peer: PEERS.damped },
  { method: theta, peer: PEERS.theta },
  { method: multiplicativeEts, peer: PEERS.ets },
] as const;

/**
 * Accuracy on the test parts of M3's monthly series, which nothing was tuned on. It takes the file that the
 * benchmark's README names, and is left out where that is not there.
 */
export const forecastBench: Bench = {
  name: 'forecast',
  async measure() {
    const splits = await splitsOrNone();
    if (splits.length === 0) return [];
    const start = process.cpuUsage();
    const combined = accuracyOf(splits.map((split) => ({ split, said: combinedSays(split) })));
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6 / splits.length;
    const singles = SINGLE.map(({ method, peer }) => ({
      ...{ name: `${method.name} alone`, peer },
      accuracy: accuracyOf(splits.map((split) => ({ split, said: methodSays(method, split) }))),
    }));
    const short = shortRows(splits);
    if (process.argv.includes('--write')) {
      const ours = { name: 'Bellwether', accuracy: combined };
      const bars = barsOf([ours, ...singles]);
      await mkdir(CHART, { recursive: true });
      await writeFile(new URL('forecast-accuracy.svg', CHART), accuracyChart(bars));
      const rows: TableRow[] = [
        ...Object.values(PEERS),
        ...singles.map(({ name, accuracy: { smape, mase } }) => ({ name: `our ${name}`, smape, mase })),
        { name: '**Bellwether**', ...combined, seconds },
      ];
      await writeFile(DOCUMENT, withTables(await readFile(DOCUMENT, 'utf8'), rows, short));
    }
    return [
      beside('M3 monthly, sMAPE of the forecast', combined.smape, '%', 'to reach', REACH.smape),
      beside(
        'M3 monthly, MASE × 1,000 of the forecast',
        1000 * combined.mase,
        '',
        'to reach',
        1000 * REACH.mase,
      ),
      ...figuresOf('the forecast', combined, PEERS.both),
      ...coverageFigures(combined),
      beside(
        'forecast of a series, fitted, tried and drawn',
        seconds * 1000,
        'ms',
        'budget',
        REACH.milliseconds,
      ),
      ...shortFigures(short),
      ...singles.flatMap(({ name, accuracy, peer }) => figuresOf(name, accuracy, peer)),
    ];
  },
};

async function splitsOrNone(): Promise<readonly Split[]> {
  try {
    return await readSplits(SERIES);
  } catch {
    process.stderr.write(`forecast is left out: there is no ${SERIES.pathname}\n`);
    return [];
  }
}

function combinedSays({ training, came }: Split): Said {
  const made = forecast({
    first: FIRST,
    values: training,
    nature: 'unknown',
    horizon: came.length,
    seed: 1,
  });
  if (made.kind === 'not-enough') throw new Error(made.reason);
  return {
    value: made.points.map(({ value }) => value),
    interval80: made.points.map(({ lower80, upper80 }) => [lower80, upper80] as const),
    interval95: made.points.map(({ lower95, upper95 }) => [lower95, upper95] as const),
  };
}

function methodSays(method: Method, { training, came }: Split): Said {
  return { value: method.fit(training).predict(came.length).value };
}

function figuresOf(
  name: string,
  { smape, mase }: Accuracy,
  peer: (typeof PEERS)[keyof typeof PEERS],
): Figure[] {
  return [
    beside(`M3 monthly, sMAPE of ${name}`, smape, '%', peer.name, peer.smape),
    beside(`M3 monthly, MASE × 1,000 of ${name}`, 1000 * mase, '', peer.name, 1000 * peer.mase),
  ];
}

function coverageFigures({ coverage80, coverage95, msis }: Accuracy): Figure[] {
  return [
    beside('80% intervals, points off', 100 * Math.abs(coverage80 - 0.8), 'points', 'allowed', 2),
    beside('95% intervals, points off', 100 * Math.abs(coverage95 - 0.95), 'points', 'allowed', 1.5),
    beside('95% intervals, MSIS', msis, '', 'to reach', REACH.msis),
  ];
}

function beside(what: string, value: number, unit: string, name: string, peer: number): Figure {
  return { what, value, unit, against: { name, value: peer }, better: 'lower' };
}

function barsOf(ours: readonly { name: string; accuracy: Accuracy }[]): Bar[] {
  return [
    ...ours.map(({ name, accuracy }) => ({ name, mase: accuracy.mase, ours: true })),
    ...Object.values(PEERS).map(({ name, mase }) => ({ name, mase, ours: false })),
  ];
}
