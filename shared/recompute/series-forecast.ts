import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { MetricDefinition } from '../catalogue/metric.ts';
import { type Forecast, forecast, type SeriesNature } from '../forecast/forecast.ts';
import { yearEndForecast } from '../forecast/year-end.ts';
import { type Month, monthAt, monthIndex } from '../period/month.ts';
import { expectationsOf, type FinancialYear } from './financial-year.ts';
import { issuedSchema } from './forecast-record.ts';
import { forecastSaid } from './forecast-said.ts';
import { backtestRowSchema, forecastSchema } from './forecast-view.ts';
import { directionOf, passingsOf } from './passings.ts';
import { periodSchema } from './period-schema.ts';
import { rollingBacktest } from './rolling-backtest.ts';
import { missingInputs } from './through/missing-inputs.ts';
import { monthly } from './through/monthly.ts';
import { type Reconcilable, reconcile } from './through/reconcile.ts';
import type { Inputs, Route } from './through/route.ts';

const HORIZON = 24;
const PASSING_MONTHS = 12;

/** A series' forecast, or why there is none, with the hash of all that it rests on. */
const seriesForecastSchema = z.object({
  inputHash: z.string(),
  forecast: forecastSchema.nullable(),
  note: z.string().nullable(),
  /** P that the limit is passed within 12 months of the last figure; null without a limit or forecast. */
  passing: z.number().nullable(),
  /** The backtest of its 12-month mean, for the rolling form. */
  rollingBacktest: z.array(backtestRowSchema).default([]),
});

export type SeriesForecast = z.output<typeof seriesForecastSchema>;

/** By series: what a run keeps of its forecasts, so that an unchanged series keeps its own. */
export const keptForecastsSchema = z.record(
  z.string(),
  seriesForecastSchema.extend({
    /** The chance of passing the limit that runs so far gave for each period they rated. */
    chances: z.array(z.object({ period: periodSchema, measure: z.number() })),
    /** What runs so far said of months ahead. */
    issued: z.array(issuedSchema).default([]),
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
  /** The other metrics that make this one, where it is such a one. */
  readonly through?: { readonly route: Route; readonly inputs: Inputs } | undefined;
  /** The year that a year-end series is about. */
  readonly year?: FinancialYear | undefined;
  readonly now: Date;
};

/** Forecasts a series 24 months on, or keeps the earlier forecast when it rests on the same figures. */
export function seriesForecast(
  request: ForecastRequest,
  earlier: SeriesForecast | undefined,
): SeriesForecast {
  if (request.definition.nature === 'year-end') return yearEnd(request, earlier);
  const { id, definition, points, limitAt, planAt, through, now } = request;
  const nature = natureOf(definition);
  const history = monthly(points);
  if (!history) return none('There is no monthly figure to forecast from.');
  const last = monthIndex(history.first) + history.values.length - 1;
  const months = Array.from({ length: HORIZON }, (_, ahead) => monthAt(last + 1 + ahead));
  const limits = months.map((month) => limitAt(month) ?? null);
  const plans = months.map((month) => planAt(month) ?? null);
  const rest = { limits, plans, better: definition.better, through: through && [...through.inputs] };
  const inputHash = hash({ engine: ENGINE, nature, ...history, ...rest });
  if (earlier?.inputHash === inputHash) return earlier;

  const direct = forecast({ ...history, nature, horizon: HORIZON, seed: seedOf(id) });
  if (direct.kind === 'not-enough') return { ...none(direct.reason), inputHash };
  const made = through ? joined(direct, { ...through, own: history, nature }) : direct;
  const bounds = { limit: limitAt, plan: planAt };
  return {
    inputHash,
    forecast: {
      ...forecastSaid(made, now),
      passing: passingsOf(made, definition.better, bounds),
      record: [],
    },
    note: null,
    passing: limits.slice(0, PASSING_MONTHS).every((limit) => limit === null)
      ? null
      : made.passing(limitAt, directionOf(definition.better), PASSING_MONTHS),
    rollingBacktest: rollingBacktest(history, direct.tried),
  };
}

/** What the year of a year-end series will come to. Its plan and limit are of the year's end only. */
function yearEnd(request: ForecastRequest, earlier: SeriesForecast | undefined): SeriesForecast {
  const { id, definition, points, limitAt, planAt, year, now } = request;
  if (!year) return none('The financial year that it is about is not known.');
  const { end, before } = year;
  const atEnd = (of: (month: Month) => number | undefined) => (month: Month) =>
    month === end ? of(month) : undefined;
  const bounds = { limit: atEnd(limitAt), plan: atEnd(planAt) };
  const expectations = { year: expectationsOf(points), end, earlier: before };
  const held = { limit: bounds.limit(end) ?? null, plan: bounds.plan(end) ?? null };
  const inputHash = hash({ engine: ENGINE, ...expectations, ...held, better: definition.better });
  if (earlier?.inputHash === inputHash) return earlier;
  const made = yearEndForecast({ ...expectations, seed: seedOf(id) });
  if (made.kind === 'not-enough') return { ...none(made.reason), inputHash };
  return {
    inputHash,
    forecast: {
      ...forecastSaid(made, now),
      passing: passingsOf(made, definition.better, bounds),
      record: [],
    },
    note: null,
    passing:
      held.limit === null ? null : made.passing(bounds.limit, directionOf(definition.better), PASSING_MONTHS),
    rollingBacktest: [],
  };
}

/** The direct forecast joined with the one through other metrics, where these have months enough. */
function joined(direct: Forecast, about: Reconcilable): Forecast {
  const { route, inputs } = about;
  if (missingInputs(route, inputs).length > 0) return direct;
  const { made, weight, origins } = reconcile(direct, about);
  if (weight === 0) return direct;
  const tried = origins > 0 ? `, by the errors of both from ${origins} past months` : '';
  const share = `${Math.round(100 * weight)}%`;
  return {
    ...made,
    basis: {
      ...direct.basis,
      methods: [
        ...direct.basis.methods.map((each) => ({ ...each, weight: each.weight * (1 - weight) })),
        { name: route.name, weight },
      ].sort((a, b) => b.weight - a.weight),
    },
    method: `${direct.method}, joined with ${route.name}`,
    explanation: `${direct.explanation} A forecast from ${route.name} counts for ${share} of it${tried}.`,
  };
}

function none(note: string): SeriesForecast {
  return { inputHash: '', forecast: null, note, passing: null, rollingBacktest: [] };
}

/** Raised when the engine changes, so that kept forecasts are made anew. */
const ENGINE = 10;

function natureOf({ nature, unit }: MetricDefinition): SeriesNature {
  switch (nature) {
    case 'year-end':
      return 'money';
    case 'stock':
      return unit === 'gbp' ? 'money' : 'stock';
    case 'flow':
      return unit === 'gbp' ? 'money' : 'flow';
    case 'rate-of-flows':
      return 'share';
    case 'share-of-stock':
      return 'share-of-stock';
    case 'score':
      return 'unknown';
  }
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}

function seedOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0);
}
