import * as z from 'zod';
import { monthIndex, parseMonth } from '../period/month.ts';
import { type ForecastView, forecastPointSchema, type RecordRow } from './forecast-view.ts';

/** What a run said of a month, kept until it can be held against what came. */
export const issuedSchema = forecastPointSchema.extend({
  /** How many months ahead it was. */
  horizon: z.int(),
});

export type Issued = z.output<typeof issuedSchema>;

const HORIZONS = [1, 3, 6, 12] as const;

/** Of each horizon so many forecasts are kept, the newest: a year and a half of monthly ones. */
const KEPT = 18;

/**
 * The forecasts that runs have given, with those of this run. Of each month and horizon the first that was given
 * counts: a later one may know more than a reader did who acted on the first.
 */
export function issuedWith(before: readonly Issued[], forecast: ForecastView | null): Issued[] {
  const said = new Set(before.map(({ period, horizon }) => `${period} ${horizon}`));
  const now = HORIZONS.flatMap((horizon) => {
    const point = forecast?.points[horizon - 1];
    if (!point || said.has(`${point.period} ${horizon}`)) return [];
    return [{ ...point, horizon }];
  });
  const all = [...before, ...now];
  return HORIZONS.flatMap((horizon) =>
    all
      .filter((each) => each.horizon === horizon)
      .sort((a, b) => (a.period < b.period ? -1 : 1))
      .slice(-KEPT),
  );
}

/** How wrong forecasts that were really given have been, by horizon, against the figures as they are known now. */
export function recordOf(
  issued: readonly Issued[],
  points: readonly { readonly period: string; readonly value: number | null }[],
): RecordRow[] {
  const came = new Map(
    points.flatMap(({ period, value }) => {
      const month = parseMonth(period);
      return month && value !== null ? [[monthIndex(month), value] as const] : [];
    }),
  );
  return HORIZONS.flatMap((horizon) => {
    const held = issued.flatMap((said) => {
      const month = parseMonth(said.period);
      const value = month && came.get(monthIndex(month));
      return said.horizon !== horizon || value === undefined ? [] : [{ said, value }];
    });
    if (held.length === 0) return [];
    const part = (holds: (each: (typeof held)[number]) => number) =>
      held.reduce((sum, each) => sum + holds(each), 0) / held.length;
    return [
      {
        ...{ horizon, forecasts: held.length },
        mae: part(({ said, value }) => Math.abs(said.value - value)),
        coverage80: part(({ said, value }) => (value >= said.lower80 && value <= said.upper80 ? 1 : 0)),
        coverage95: part(({ said, value }) => (value >= said.lower95 && value <= said.upper95 ? 1 : 0)),
      },
    ];
  });
}
