import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { MetricDefinition } from '../catalogue/metric.ts';
import { forecast, type SeriesNature } from '../forecast/forecast.ts';
import { type Month, monthAt, monthIndex, parseMonth } from '../period/month.ts';
import { directionOf, passingsOf } from './passings.ts';
import { forecastSchema, periodSchema } from './views.ts';

const HORIZON = 24;
const PASSING_MONTHS = 12;

/** A series' forecast, or why there is none, with the hash of all that it rests on. */
const seriesForecastSchema = z.object({
  inputHash: z.string(),
  forecast: forecastSchema.nullable(),
  note: z.string().nullable(),
  /** P that the limit is passed within 12 months of the last figure; null without a limit or forecast. */
  passing: z.number().nullable(),
});

export type SeriesForecast = z.output<typeof seriesForecastSchema>;

/** By series: what a run keeps of its forecasts, so that an unchanged series keeps its own. */
export const keptForecastsSchema = z.record(
  z.string(),
  seriesForecastSchema.extend({
    /** The chance of passing the limit that runs so far gave for each period they rated. */
    chances: z.array(z.object({ period: periodSchema, measure: z.number() })),
  }),
);

export type KeptForecasts = z.output<typeof keptForecastsSchema>;

export type ForecastRequest = {
  readonly id: string;
  readonly definition: MetricDefinition;
  readonly points: readonly { readonly period: string; readonly value: number | null }[];
  /** The limit of a month, where there is one. */
  readonly limitAt: (month: Month) => number | undefined;
  /** The plan in force for a month, where there is one. */
  readonly planAt: (month: Month) => number | undefined;
  readonly now: Date;
};

/** Forecasts a series 24 months on, or keeps the earlier forecast when it rests on the same figures. */
export function seriesForecast(
  request: ForecastRequest,
  earlier: SeriesForecast | undefined,
): SeriesForecast {
  const { id, definition, points, limitAt, planAt, now } = request;
  const nature = natureOf(definition);
  if (!nature)
    return none('Forecasts of a year’s end are themselves forecasts and are not carried on month by month.');
  const history = monthly(points);
  if (!history) return none('There is no monthly figure to forecast from.');
  const last = monthIndex(history.first) + history.values.length - 1;
  const months = Array.from({ length: HORIZON }, (_, ahead) => monthAt(last + 1 + ahead));
  const limits = months.map((month) => limitAt(month) ?? null);
  const plans = months.map((month) => planAt(month) ?? null);
  const inputHash = hash({ engine: ENGINE, nature, ...history, limits, plans, better: definition.better });
  if (earlier?.inputHash === inputHash) return earlier;

  const made = forecast({ ...history, nature, horizon: HORIZON, seed: seedOf(id) });
  if (made.kind === 'not-enough') return { ...none(made.reason), inputHash };
  const { method, explanation, backtest, points: ahead } = made;
  const bounds = { limit: limitAt, plan: planAt };
  return {
    inputHash,
    forecast: {
      ...{ method, explanation, madeAt: now.toISOString(), backtest: [...backtest], points: [...ahead] },
      passing: passingsOf(made, definition.better, bounds),
    },
    note: null,
    passing: limits.slice(0, PASSING_MONTHS).every((limit) => limit === null)
      ? null
      : made.passing(limitAt, directionOf(definition.better), PASSING_MONTHS),
  };
}

function none(note: string): SeriesForecast {
  return { inputHash: '', forecast: null, note, passing: null };
}

/** Raised when the engine changes, so that kept forecasts are made anew. */
const ENGINE = 3;

function natureOf({ nature, unit }: MetricDefinition): SeriesNature | undefined {
  switch (nature) {
    case 'year-end':
      return undefined;
    case 'stock':
      return unit === 'gbp' ? 'money' : 'stock';
    case 'flow':
      return unit === 'gbp' ? 'money' : 'flow';
    case 'rate-of-flows':
    case 'share-of-stock':
      return 'share';
    case 'score':
      return 'unknown';
  }
}

/** The points as consecutive months; null where there is no figure. */
function monthly(points: ForecastRequest['points']): { first: Month; values: (number | null)[] } | undefined {
  const known = points.flatMap(({ period, value }) => {
    const month = parseMonth(period);
    return month && value !== null ? [{ month, value }] : [];
  });
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return undefined;
  const byMonth = new Map(known.map(({ month, value }) => [monthIndex(month), value]));
  const start = monthIndex(first.month);
  const length = monthIndex(last.month) - start + 1;
  return { first: first.month, values: Array.from({ length }, (_, at) => byMonth.get(start + at) ?? null) };
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}

function seedOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0);
}
