import type { ForecastPoint } from '../../forecast/answer.ts';
import { seasonalNaiveError } from '../../forecast/backtest.ts';
import { backtestRows } from '../../forecast/backtest-rows.ts';
import { type Forecast, forecast, type SeriesNature } from '../../forecast/forecast.ts';
import { historyOf } from '../../forecast/history.ts';
import { addMonths } from '../../period/month.ts';
import { missingInputs } from './missing-inputs.ts';
import { lastMonth, type Monthly, until, valueAt } from './monthly.ts';
import { type Inputs, monthsAfter, type Route } from './route.ts';

/** A series that can be forecast directly and through others; its own history is among the inputs. */
export type Reconcilable = {
  readonly route: Route;
  readonly inputs: Inputs;
  readonly own: Monthly;
  readonly nature: SeriesNature;
};

export type Reconciled = {
  readonly made: Forecast;
  /** How much the route counts beside the direct forecast, 0–1. */
  readonly weight: number;
  /** From how many past months both were tried. */
  readonly origins: number;
};

/** How many months before the last month both are tried from. */
const ORIGINS = [3, 6, 9, 12] as const;
const HORIZON = 12;
const HORIZONS = [1, 3, 6, 12] as const;
const NOT_TRIED =
  'This forecast cannot be tried on the figures so far: the metrics that it goes through have too few months before the last.';
const SEED = 1;
/** Standard normal quantiles at 90% and 97.5%. */
const Z80 = 1.2815515655446004;
const Z95 = 1.959963984540054;

/**
 * A direct forecast and one through other metrics, joined month by month: each counts by its squared error in the
 * same past months, equally where none could be tried. Intervals are as wide as the direct ones, and wider by how far
 * the two lie apart (the spread of a mixture). Unchanged where the route comes to nothing finite.
 */
export function reconcile(direct: Forecast, about: Reconcilable): Reconciled {
  const { route, inputs, own, nature } = about;
  const through = route.project(inputs, lastMonth(own), direct.points.length);
  if (!through.every(Number.isFinite)) return { made: direct, weight: 0, origins: 0 };
  const trials = trialsOf(about);
  const weight = weightOf(trials);
  const points = joinedPoints(direct.points, through, weight, nature);
  const made = { ...direct.redrawn(points), ...joinedBacktest(trials, about) };
  return { made, weight, origins: trials.length };
}

/**
 * Two forecasts of the same months as one, the second counting for `weight`. Intervals are as wide as the first's,
 * and wider by how far the two lie apart (the spread of a mixture).
 */
function joinedPoints(
  points: Forecast['points'],
  through: readonly number[],
  weight: number,
  nature: SeriesNature,
): ForecastPoint[] {
  return points.map((point, ahead) => {
    const apart = (through[ahead] ?? point.value) - point.value;
    const spread = Math.abs(apart) * Math.sqrt(weight * (1 - weight));
    const floor = nature === 'money' ? Number.NEGATIVE_INFINITY : Math.min(0, point.lower95);
    const value = Math.max(floor, point.value + weight * apart);
    const below = (bound: number, z: number) =>
      Math.max(floor, value - Math.hypot(point.value - bound, z * spread));
    const above = (bound: number, z: number) => value + Math.hypot(bound - point.value, z * spread);
    return {
      ...{ period: point.period, value },
      ...{ lower80: below(point.lower80, Z80), upper80: above(point.upper80, Z80) },
      ...{ lower95: below(point.lower95, Z95), upper95: above(point.upper95, Z95) },
    };
  });
}

/** The joined forecast as it would have been given from each past month, with a weight that the others give. */
function joinedBacktest(
  trials: readonly Trial[],
  { own, nature }: Reconcilable,
): Pick<Forecast, 'backtest' | 'backtestNote'> {
  const held = trials.flatMap((trial) => {
    const weight = weightOf(trials.filter((other) => other !== trial));
    return joinedPoints(trial.points, trial.projected, weight, nature).flatMap((said, place) => {
      const came = valueAt(own, said.period);
      return came === undefined ? [] : [{ ahead: place + 1, said, came }];
    });
  });
  // Gaps filled, as the engine compares its own.
  const known = historyOf(own.values)?.values ?? [];
  const backtest = backtestRows(held, HORIZONS, seasonalNaiveError(known));
  return { backtest, backtestNote: backtest.length === 0 ? NOT_TRIED : null };
}

type Trial = {
  /** Mean absolute errors. */
  readonly direct: number;
  readonly through: number;
  /** What each said. */
  readonly points: Forecast['points'];
  readonly projected: readonly number[];
};

/** Both from past months, with what was known then. */
function trialsOf({ route, inputs, own, nature }: Reconcilable): readonly Trial[] {
  return ORIGINS.flatMap((back) => {
    const origin = addMonths(lastMonth(own), -back);
    const known = until(own, origin);
    if (!known || lastMonth(known) !== origin) return [];
    const then: Inputs = new Map(
      [...inputs].flatMap(([metric, history]) => {
        const cut = until(history, origin);
        return cut ? [[metric, cut] as const] : [];
      }),
    );
    if (missingInputs({ ...route, months: Math.min(route.months, HORIZON) }, then).length > 0) return [];
    const made = forecast({ ...known, nature, horizon: HORIZON, seed: SEED });
    if (made.kind === 'not-enough') return [];
    const through = route.project(then, origin, HORIZON);
    const misses = monthsAfter(origin, HORIZON).flatMap((month, ahead) => {
      const came = valueAt(own, month);
      const direct = made.points[ahead]?.value;
      const other = through[ahead];
      if (came === undefined || direct === undefined || other === undefined) return [];
      return [{ direct: Math.abs(direct - came), through: Math.abs(other - came) }];
    });
    const mean = (size: (miss: (typeof misses)[number]) => number) =>
      misses.reduce((sum, miss) => sum + size(miss), 0) / misses.length;
    const trial = {
      ...{ direct: mean((miss) => miss.direct), through: mean((miss) => miss.through) },
      ...{ points: made.points, projected: through },
    };
    return Number.isFinite(trial.direct) && Number.isFinite(trial.through) ? [trial] : [];
  });
}

function weightOf(trials: readonly Trial[]): number {
  if (trials.length === 0) return 0.5;
  const size = (of: (trial: Trial) => number) => trials.reduce((sum, trial) => sum + of(trial) ** 2, 0);
  const direct = size((trial) => trial.direct);
  const through = size((trial) => trial.through);
  return direct + through > 0 ? direct / (direct + through) : 0.5;
}
