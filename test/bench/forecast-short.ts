import { forecast } from '../../shared/forecast/forecast.ts';
import { average } from '../../shared/forecast/methods/average.ts';
import { plainDampedTrend } from '../../shared/forecast/methods/damped-trend.ts';
import { exponentialSmoothing } from '../../shared/forecast/methods/exponential-smoothing.ts';
import type { Method } from '../../shared/forecast/methods/method.ts';
import { seasonalNaive } from '../../shared/forecast/methods/seasonal-naive.ts';
import { plainTheta } from '../../shared/forecast/methods/theta.ts';
import { monthAt } from '../../shared/period/month.ts';
import type { Figure } from './figure.ts';
import { accuracyOf, type Said, type Split } from './forecast-accuracy.ts';

const LENGTHS = [8, 13, 24] as const;
const AHEAD = 6;

/** How good forecasts from so few months are, and the best of the plain methods beside them. */
export type ShortRow = {
  readonly months: number;
  readonly smape: number;
  readonly mase: number;
  readonly coverage80: number;
  readonly best: { readonly name: string; readonly smape: number };
};

const PLAIN = [average, exponentialSmoothing, plainTheta, plainDampedTrend, seasonalNaive] as const;
const FOUR = PLAIN.slice(1);

/** The last 8, 13 and 24 training months of each series and what came in the six after them. */
export function shortRows(splits: readonly Split[]): ShortRow[] {
  return LENGTHS.map((months) => {
    const measured = (say: (values: readonly number[]) => Said) =>
      accuracyOf(
        splits.map(({ training, came }) => ({
          split: { training, came: came.slice(0, AHEAD) },
          said: say(training.slice(-months)),
        })),
      );
    const { smape, mase, coverage80 } = measured(combined);
    const fitting = PLAIN.filter(({ minimum }) => minimum <= months);
    const alone = fitting.map((method) => ({
      name: method.name,
      smape: measured((values) => ({ value: said(method, values) })).smape,
    }));
    const four = months < 12 ? [] : [{ name: 'mean of four methods', smape: measured(meanOfFour).smape }];
    const [best = { name: 'none', smape: Number.NaN }] = [...alone, ...four].sort(
      (a, b) => a.smape - b.smape,
    );
    return { months, smape, mase, coverage80, best };
  });
}

export function shortFigures(rows: readonly ShortRow[]): Figure[] {
  return rows.flatMap(({ months, smape, coverage80, best }): Figure[] => [
    {
      what: `from the last ${months} months, six ahead, sMAPE`,
      value: smape,
      unit: '%',
      against: { name: best.name, value: best.smape },
      better: 'lower',
    },
    {
      what: `80% intervals from the last ${months} months, points off`,
      value: 100 * Math.abs(coverage80 - 0.8),
      unit: 'points',
      against: { name: 'allowed', value: 5 },
      better: 'lower',
    },
  ]);
}

function combined(values: readonly number[]): Said {
  const made = forecast({ first: monthAt(2000 * 12), values, nature: 'unknown', horizon: AHEAD, seed: 1 });
  if (made.kind === 'not-enough') throw new Error(made.reason);
  return {
    value: made.points.map(({ value }) => value),
    interval80: made.points.map(({ lower80, upper80 }) => [lower80, upper80] as const),
    interval95: made.points.map(({ lower95, upper95 }) => [lower95, upper95] as const),
  };
}

function said(method: Method, values: readonly number[]): readonly number[] {
  return method.fit(values).predict(AHEAD).value;
}

function meanOfFour(values: readonly number[]): Said {
  const all = FOUR.map((method) => said(method, values));
  return {
    value: Array.from(
      { length: AHEAD },
      (_, ahead) => all.reduce((total, each) => total + (each[ahead] ?? 0), 0) / all.length,
    ),
  };
}
