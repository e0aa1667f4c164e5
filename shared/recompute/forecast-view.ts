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

export const forecastSchema = z
  .object({
    method: z.string(),
    explanation: z.string(),
    madeAt: instant,
    backtest: z.array(
      z.object({
        horizon: z.int(),
        origins: z.int(),
        mae: z.number(),
        mase: z.number().nullable(),
        coverage80: z.number().nullable(),
        coverage95: z.number().nullable(),
      }),
    ),
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

export type RecordRow = z.output<typeof recordRowSchema>;

export type PassingView = z.output<typeof passingSchema>;
