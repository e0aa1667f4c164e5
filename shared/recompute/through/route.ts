import { forecast, type SeriesNature } from '../../forecast/forecast.ts';
import { type Month, monthAt, monthIndex } from '../../period/month.ts';
import { type Monthly, valueAt } from './monthly.ts';

/** The figures that a route may use, by metric, the series' own among them. */
export type Inputs = ReadonlyMap<string, Monthly>;

/** A way to forecast a metric from others that make it. */
export type Route = {
  readonly metric: string;
  /** How a reader hears of it: "what comes in and goes out". */
  readonly name: string;
  /** Metrics without which it cannot be gone. */
  readonly needs: readonly string[];
  /** Metrics that it uses where they are known. */
  readonly uses: readonly string[];
  /** The fewest months that each needed metric must have. */
  readonly months: number;
  /** The metric's values in the months after `last`; all needed inputs are there. */
  project(inputs: Inputs, last: Month, horizon: number): readonly number[];
};

/** Only paths are drawn from it, and routes draw none. */
const SEED = 1;

/** A metric month by month: as known, and beyond as the engine forecasts it; undefined before its first figure. */
export function continued(
  history: Monthly,
  nature: SeriesNature,
  end: Month,
): (month: Month) => number | undefined {
  const last = monthIndex(history.first) + history.values.length - 1;
  const horizon = monthIndex(end) - last;
  const made = horizon > 0 ? forecast({ ...history, nature, horizon, seed: SEED }) : undefined;
  const ahead = made?.kind === 'forecast' ? made.points : [];
  return (month) => {
    const place = monthIndex(month);
    if (place > last) return ahead[place - last - 1]?.value;
    // A gap counts as the month before it.
    for (let back = place; back >= monthIndex(history.first); back--) {
      const value = valueAt(history, monthAt(back));
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

/** The `count` months after a month. */
export function monthsAfter(last: Month, count: number): readonly Month[] {
  return Array.from({ length: count }, (_, ahead) => monthAt(monthIndex(last) + 1 + ahead));
}
