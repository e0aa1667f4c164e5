import * as z from 'zod';
import { redSchema } from '../programme/register-schemas.ts';
import { ratings } from '../rating/rating.ts';
import { periodSchema } from '../recompute/period-schema.ts';

/** The quarterly monitoring report as a document without a form: what is answered as JSON, and shown as page and in Word. */

const rating = z.enum(ratings).nullable().describe('Null where none was published, which is never grey');
const said = z.string().nullable().describe('Null: nobody has said it, and it is to be completed');

const stated = z.object({
  stated: z.array(z.string()).describe('As the feed `report-narrative` has it'),
  proposals: z
    .array(z.object({ metric: z.string(), text: z.string() }))
    .describe(
      'What the gap to plan consists of: a proposal for whoever writes the report, no answer of theirs',
    ),
});

const chartPoint = z.object({ period: z.string(), value: z.number().nullable() });

export const chartSchema = z
  .object({
    metric: z.string(),
    title: z.string(),
    unit: z.enum(['count', 'ratio', 'gbp', 'score']),
    actual: z.array(chartPoint).describe('Null where there is no figure: a gap, never zero'),
    plan: z.array(chartPoint),
    forecast: z.array(
      z.object({ period: z.string(), value: z.number(), lower80: z.number(), upper80: z.number() }),
    ),
    description: z.string().describe('The chart in words, for whoever does not see it'),
  })
  .meta({ id: 'ReportChart' });

export const reportEvidenceSchema = z
  .object({
    metric: z.string(),
    name: z.string(),
    unit: z.enum(['count', 'ratio', 'gbp', 'score']),
    dimensions: z.record(z.string(), z.string()),
    period: periodSchema.nullable().describe('The last period with a figure, not later than the update'),
    value: z.number().nullable(),
    plan: z.number().nullable(),
    difference: z.number().nullable().describe('Value minus plan'),
    differencePercent: z.number().nullable(),
    rating: rating.describe('What the figures give for that period'),
    officerRating: rating.describe('What officers last said, not later than the update'),
    text: z.string().nullable().describe('The first reason of the rating'),
    absence: z.string().nullable().describe('Why there is no figure, or none for a later period'),
    later: z
      .object({ period: periodSchema, value: z.number() })
      .nullable()
      .describe('A figure of a period after the update, known by now'),
    forecast: z
      .object({
        period: periodSchema,
        value: z.number(),
        lower80: z.number(),
        upper80: z.number(),
        madeAt: z.iso.datetime(),
      })
      .nullable()
      .describe('For the end of the financial year, or the furthest that is forecast'),
  })
  .meta({ id: 'ReportEvidence' });

export const reportConditionSchema = z
  .object({
    condition: z.string(),
    text: z.string().nullable(),
    ratings: z
      .array(z.object({ update: z.string().nullable(), rating }))
      .describe('What officers said at each update, the first first'),
    rating,
    commentary: said,
    figures: z
      .object({ rating: z.enum(ratings), text: z.string() })
      .describe('The worst of its evidence, beside what officers say'),
    evidence: z.array(reportEvidenceSchema),
    charts: z.array(chartSchema),
    interventions: z.int().describe('How many interventions serve it'),
    red: redSchema,
  })
  .meta({ id: 'ReportCondition' });

export const reportRiskSchema = z
  .object({
    register: z.string(),
    risk: z.string(),
    text: z.string().nullable(),
    ratings: z.array(z.object({ update: z.string().nullable(), rating })),
    rating,
    score: z.int().nullable(),
    movement: z.enum(['better', 'same', 'worse']).nullable(),
    ownerRole: z.string().nullable(),
    mitigation: said,
    progress: said,
  })
  .meta({ id: 'ReportRisk' });

export const accuracyRowSchema = z
  .object({
    metric: z.string(),
    name: z.string(),
    unit: z.enum(['count', 'ratio', 'gbp', 'score']),
    basis: z
      .enum(['given', 'tried'])
      .describe('Forecasts that were really given, or what would have been forecast from the figures then'),
    horizon: z.int().describe('Months ahead'),
    forecasts: z.int(),
    mae: z.number().describe('Off by so much on average, in the unit of the metric'),
    coverage80: z.number().nullable().describe('Share inside the range that should hold four in five'),
  })
  .meta({ id: 'ForecastAccuracy' });

export const monitoringReportSchema = z
  .object({
    area: z.string(),
    name: z.string(),
    update: z.string().describe('Month of the update, `2024-11`'),
    knownOn: z.iso.date().describe('The figures are those known at the end of this day'),
    overall: z.object({
      rating: z.enum(ratings),
      why: z.string(),
      officerRating: rating,
      inYearGoal: z.string(),
    }),
    submitted: said,
    onTrack: z.array(
      z.object({
        position: z.string(),
        question: z.string(),
        answer: z.enum(['Yes', 'No']).nullable(),
        text: said,
      }),
    ),
    drivers: stated,
    barriers: stated,
    proposalNote: z.string().nullable().describe('Why the figures propose no driver and no barrier'),
    engagement: stated.pick({ stated: true }),
    conditions: z.array(reportConditionSchema),
    definitions: z.array(z.object({ rating: z.string(), meaning: z.string() })),
    risks: z.array(reportRiskSchema),
    adviserSupport: z.object({ answer: z.enum(['Yes', 'No']).nullable(), text: said }),
    signOff: z.array(z.object({ role: z.string(), text: said })),
    accuracy: z.array(accuracyRowSchema),
    toComplete: z.array(z.string()).describe('What is still missing, each with where to say it'),
  })
  .meta({ id: 'MonitoringReport' });

export type MonitoringReport = z.output<typeof monitoringReportSchema>;
export type ReportCondition = z.output<typeof reportConditionSchema>;
export type ReportEvidence = z.output<typeof reportEvidenceSchema>;
export type ReportRisk = z.output<typeof reportRiskSchema>;
export type ReportChart = z.output<typeof chartSchema>;
export type AccuracyRow = z.output<typeof accuracyRowSchema>;
