import * as z from 'zod';
import { assuranceStates } from '../rating/assurance.ts';
import { variationStates } from '../rating/variation/states.ts';
import { forecastSchema } from './forecast-view.ts';
import { periodSchema } from './period-schema.ts';
import { ratingSchema } from './rating-schema.ts';

/** Schemas of what a run answers with: kept by recompute, served by the API, described by its OpenAPI document. */

const period = periodSchema;
const instant = z.iso.datetime();
const rating = ratingSchema;

export const reasonSchema = z
  .object({
    rule: z.string(),
    value: z.number().nullable(),
    bound: z.number().nullable(),
    difference: z.number().nullable(),
    since: period.nullable().describe('First period from which this bound has been missed without a break'),
    text: z.string().describe('One sentence in plain English'),
  })
  .meta({ id: 'Reason' });

const stated = {
  source: z.string().exactOptional().describe('Where the file says that the figure comes from'),
  note: z.string().exactOptional().describe('What the file says of it, such as that it is an illustration'),
};

const pointSchema = z
  .object({
    period,
    value: z.number().nullable(),
    status: z
      .string()
      .exactOptional()
      .describe(
        'Why there is no figure as written (`c`, `x`, `..`), or what sort of figure it is (`published`, `provisional`)',
      ),
    numerator: z.number().exactOptional(),
    denominator: z.number().exactOptional(),
    months: z.int().exactOptional().describe('Known months of the 12 (rolling forms)'),
    publishedMonths: z.int().exactOptional().describe('How many of them stand in as published'),
    plan: z.number().exactOptional().describe('The plan in force for the period'),
    difference: z.number().exactOptional().describe('Value minus plan'),
    differencePercent: z
      .number()
      .exactOptional()
      .describe('Difference ÷ absolute value of the plan, as a fraction'),
    knownAt: instant,
    recordedAt: instant.describe('When the system took it in'),
    ...stated,
    drop: z.string().describe('The drop that says it'),
  })
  .meta({ id: 'Point' });

const planPointSchema = z.object({
  period,
  value: z.number().nullable(),
  status: z.string().exactOptional(),
  ...stated,
  knownAt: instant,
  drop: z.string(),
});

const officerSchema = z
  .object({
    rating,
    of: z
      .enum(['override', 'metric', 'condition', 'programme'])
      .describe('An override, or what a file says of the metric or of the condition that it evidences'),
    update: period.nullable().describe('The update of the file'),
    reason: z.string().nullable(),
    by: z.string().nullable().describe('Who wrote the override'),
    since: instant,
    until: instant.nullable(),
  })
  .meta({ id: 'OfficerRating' });

const disagreementSchema = z
  .object({
    levels: z.int().describe('By how many levels the data is worse than the officers; negative: better'),
    since: z.string().describe('Day from which they have differed so without a break'),
    text: z.string(),
  })
  .meta({ id: 'Disagreement', description: 'Two levels, or one for two months' });

/** What officers say, beside the data's rating. Absent in the ratings of earlier periods. */
const officers = {
  officerRating: rating.nullable().exactOptional().describe('Null where officers have said nothing'),
  officer: officerSchema.nullable().exactOptional(),
  disagreement: disagreementSchema.nullable().exactOptional().describe('Null where there is none to report'),
};

export const seriesSchema = z
  .object({
    area: z.string(),
    metric: z.string(),
    name: z.string(),
    unit: z.enum(['count', 'ratio', 'gbp', 'score']),
    frequency: z.enum(['month', 'calendar-year', 'academic-year']),
    dimensions: z.record(z.string(), z.string()),
    points: z.array(pointSchema),
    plans: z.array(
      z.object({
        trajectory: z.string(),
        kind: z.enum(['mitigated', 'unmitigated', 'budget', 'limit', 'target']),
        points: z.array(planPointSchema),
      }),
    ),
    forecast: forecastSchema.nullable(),
    forecastNote: z.string().nullable().describe('Why there is no forecast'),
    missingInputs: z
      .array(
        z.object({
          metric: z.string(),
          name: z.string(),
          months: z.int().describe('Months with a figure'),
          needed: z.int().describe('Months that are needed'),
        }),
      )
      // What older runs kept has none of it.
      .default([])
      .describe('Metrics that would make the forecast better and have too few months'),
    comparators: z.array(
      z.object({
        level: z.enum(['region', 'national', 'stat-neighbours']),
        points: z.array(
          planPointSchema.extend({
            n: z
              .int()
              .exactOptional()
              .describe('Of how many councils it is the mean (statistical neighbours)'),
          }),
        ),
      }),
    ),
    rating: z
      .object({
        rating,
        period: period.nullable(),
        ...officers,
        reasons: z.array(reasonSchema),
        bounds: z
          .object({
            whose: z.enum(['catalogue', 'council']),
            amber: z.number(),
            red: z.number(),
          })
          .exactOptional()
          .describe('Worse than plan by this fraction of it; absent where no plan rates it'),
      })
      .nullable()
      .describe('Null where there is nothing to rate against'),
  })
  .meta({ id: 'Series' });

const variationSchema = z
  .object({
    state: z.enum(variationStates),
    basis: z
      .object({
        of: z.enum(['figures', 'net-change']).describe('A stock is judged on its net monthly change'),
        chart: z
          .enum(['xmr', 'p', 'wilson'])
          .describe('`wilson`: a yearly share against the year before; the limits are its 95% interval'),
        from: period,
        to: period,
        points: z.int(),
        centre: z.number(),
        lower: z.number(),
        upper: z.number(),
        trial: z.boolean().describe('Fewer than 12 points: the limits are a first attempt'),
        rebased: z
          .string()
          .exactOptional()
          .describe('Why figures before `from` are not looked at, as a person said'),
      })
      .nullable(),
    reasons: z.array(reasonSchema),
  })
  .meta({ id: 'Variation', description: 'Whether it has really changed; says nothing of plans' });

const assuranceSchema = z
  .object({ state: z.enum(assuranceStates), reasons: z.array(reasonSchema) })
  .meta({ id: 'Assurance', description: 'Whether the plan of the next twelve months will be kept' });

/** What officers say of a metric when the override that spoke for them has ended. */
export const officersAfterSchema = z.object({
  metric: z.string(),
  dimensions: z.record(z.string(), z.string()),
  officerRating: rating.nullable(),
  officer: officerSchema.nullable(),
  disagreement: disagreementSchema.nullable(),
});

export const ratingItemSchema = z
  .object({
    metric: z.string(),
    name: z.string(),
    dimensions: z.record(z.string(), z.string()),
    period: period.nullable(),
    rating: rating.nullable(),
    ...officers,
    reasons: z.array(reasonSchema),
    variation: variationSchema.exactOptional().describe('Of the latest figure only'),
    assurance: assuranceSchema.exactOptional().describe('Of the latest figure only'),
  })
  .meta({ id: 'RatingItem' });

export const overallSchema = z
  .object({ rating, reasons: z.array(reasonSchema) })
  .meta({ id: 'OverallRating' });

export const rollUpSchema = z
  .object({
    kind: z.enum(['condition', 'programme', 'stage', 'group']),
    id: z.string(),
    rating,
    officerRating: rating.nullable().describe('What officers say of it'),
    decidedBy: z.array(z.string()).describe('The metrics or workstreams that decide: the worst'),
    members: z.int(),
    known: z.int().describe('How many of them have a rating'),
    reasons: z.array(reasonSchema),
  })
  .meta({ id: 'RollUp' });

export type RollUpView = z.output<typeof rollUpSchema>;
export type OfficerAnswer = {
  readonly officerRating: z.output<typeof rating> | null;
  readonly officer: z.output<typeof officerSchema> | null;
  readonly disagreement: z.output<typeof disagreementSchema> | null;
};
export type OfficersAfter = z.output<typeof officersAfterSchema>;
export type SeriesView = z.output<typeof seriesSchema>;
export type PointView = z.output<typeof pointSchema>;
export type RatingItem = z.output<typeof ratingItemSchema>;
export type OverallRating = z.output<typeof overallSchema>;
