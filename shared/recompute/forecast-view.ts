import * as z from 'zod';
import { periodSchema } from './period-schema.ts';

const period = periodSchema;
const instant = z.iso.datetime();

export const forecastPointSchema = z.object({
  period,
  value: z.number(),
  lower80: z.number(),
  upper80: z.number(),
  lower95: z.number(),
  upper95: z.number(),
});

const probability = z.number().min(0).max(1);

export const passingSchema = z
  .object({
    against: z.enum(['limit', 'plan']),
    byMonth: z
      .array(z.object({ period, bound: z.number(), probability }))
      .describe('For each month that has one: the limit or plan, and the chance of having passed it by then'),
    expected: z
      .object({
        period: period.nullable().describe('The first month by which passing is as likely as not'),
        earliest: period.nullable().describe('The first by which the chance is one in ten'),
        latest: period.nullable().describe('The first by which it is nine in ten'),
      })
      .describe('Null where the forecast does not reach so far'),
  })
  .meta({
    id: 'Passing',
    description: 'Chances of passing on the worse side, from jointly simulated paths',
  });

const recordRowSchema = z.object({
  horizon: z.int().describe('Months ahead'),
  forecasts: z.int().describe('How many were given and can be held against a figure now'),
  mae: z.number(),
  coverage80: z.number(),
  coverage95: z.number(),
});

export const backtestRowSchema = z.object({
  horizon: z.int().describe('Months ahead'),
  origins: z.int().describe('From how many past months it was tried'),
  mae: z.number().describe('Mean absolute error, in the unit of the series'),
  mase: z
    .number()
    .nullable()
    .describe(
      'The same as a multiple of that of repeating the year before: below 1 is better. Null where that is 0 or not known',
    ),
  coverage80: z.number().nullable().describe('The part of the figures that fell within the 80% interval'),
  coverage95: z.number().nullable(),
});

const basisSchema = z
  .object({
    figures: z.int().describe('Months that are known'),
    methods: z
      .array(z.object({ name: z.string(), weight: probability }))
      .describe('What is combined, the heaviest first; the weights sum to 1'),
    origins: z
      .int()
      .describe('Past months that the methods were tried from to weight them; 0 where all count the same'),
    level: z.number().describe('Where the series stands in its last month, without its season'),
    trend: z.number().describe('The expected change a month, over the first year'),
    season: z
      .array(z.number())
      .nullable()
      .describe('By how much each calendar month lies above or below, January first; null without a season'),
    levelMoved: period.nullable().describe('The first month of a new level within the last two years'),
    apart: z.int().describe('How many of the last months lie far from those before: 0, 1 or 2'),
  })
  .meta({
    id: 'ForecastBasis',
    description: 'What the explanation says, as data: level + trend × months ahead + season is the forecast',
  });

export const forecastSchema = z
  .object({
    method: z.string(),
    explanation: z.string(),
    madeAt: instant,
    // What older runs kept has none of it; so too the note below.
    basis: basisSchema.nullable().default(null),
    backtest: z.array(backtestRowSchema),
    backtestNote: z.string().nullable().default(null).describe('Why the backtest is empty'),
    points: z.array(forecastPointSchema),
    // What older runs kept has none of it.
    record: z
      .array(recordRowSchema)
      .default([])
      .describe(
        'What forecasts that were really given turned out to be; empty under `asOf`, where no run came before',
      ),
    passing: z.array(passingSchema).default([]).describe('The limit and the plan, where there is one ahead'),
  })
  .meta({ id: 'Forecast' });

export type ForecastView = z.output<typeof forecastSchema>;

export type BacktestRowView = z.output<typeof backtestRowSchema>;

export type RecordRow = z.output<typeof recordRowSchema>;

export type PassingView = z.output<typeof passingSchema>;
