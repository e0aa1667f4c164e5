import * as z from 'zod';
import { severities } from '../../alerting/condition.ts';
import { dropStates } from '../../facts/drop.ts';
import {
  activeWorkstreamSchema,
  lateWorkSchema,
  programmeStandSchema,
  topRiskSchema,
} from '../../programme/portfolio/portfolio-view.ts';
import { ratings } from '../../rating/rating.ts';
import { changeKinds } from '../change-kinds.ts';
import { forecastPointSchema } from '../forecast-view.ts';
import { noOutcomes, outcomeSummarySchema } from '../outcomes/outcome-summary-view.ts';
import { periodSchema } from '../period-schema.ts';
import { overallSchema, seriesSchema } from '../views.ts';

/** Schemas of the summary of an area: kept as one part of a run, served and described by the API. */

const instant = z.iso.datetime();
const period = periodSchema;

const comparison = {
  difference: z.number().nullable().describe('Value minus what it is compared with; of shares as a fraction'),
  differencePercent: z
    .number()
    .nullable()
    .describe('Difference ÷ absolute value of what it is compared with, as a fraction'),
  standing: z
    .enum(['worse', 'level', 'better'])
    .nullable()
    .describe('Null where one of the two is not known, or neither direction is better'),
};

const planSchema = z.object({
  period,
  value: z.number(),
  trajectory: z.string(),
  kind: z.enum(['mitigated', 'unmitigated', 'budget', 'limit', 'target']),
  ...comparison,
});

export const measureSchema = z
  .object({
    metric: z.string(),
    name: z.string(),
    shortName: z.string(),
    unit: seriesSchema.shape.unit,
    better: z.enum(['lower', 'higher', 'neither']),
    dimensions: z.record(z.string(), z.string()),
    headline: z.boolean().describe('Counts towards the overall rating'),
    latest: z
      .object({
        period,
        value: z.number(),
        status: z.string().nullable().describe('`published`: the published figure stands in'),
        numerator: z.number().nullable(),
        denominator: z.number().nullable(),
        knownAt: instant,
        drop: z.string(),
      })
      .nullable()
      .describe('The last period with a figure; null where there is none'),
    absence: z
      .object({
        period: period.nullable(),
        status: z.string().nullable(),
        text: z.string().describe('In words, “not published”'),
      })
      .nullable()
      .describe('Why there is no figure, or none for a later period than the latest; never zero'),
    plan: planSchema.nullable().describe('The plan in force for the latest period'),
    limit: planSchema.nullable(),
    rating: seriesSchema.shape.rating,
    lastYear: z
      .object({ period, value: z.number().nullable(), ...comparison })
      .nullable()
      .describe('The same month a year earlier; null without a latest month'),
    neighbours: z
      .object({ metric: z.string(), period, value: z.number(), ...comparison })
      .nullable()
      .describe('The statistical neighbours’ figure as published, never recomputed'),
    outlook: z
      .object({
        method: z.string(),
        madeAt: instant,
        yearEnd: forecastPointSchema.nullable().describe('March of the financial year'),
        twelveMonths: forecastPointSchema.nullable().describe('Twelve months after the latest figure'),
      })
      .nullable()
      .describe('Null where there is no forecast'),
  })
  .meta({ id: 'Measure' });

export const changeSchema = z
  .object({
    metric: z.string(),
    shortName: z.string(),
    unit: seriesSchema.shape.unit,
    dimensions: z.record(z.string(), z.string()),
    period,
    kind: z.enum(changeKinds),
    from: z.number().nullable(),
    to: z.number().nullable(),
    status: z.string().nullable().describe('Of what shows now'),
    knownAt: instant,
    drop: z.string().nullable().describe('The drop that says what shows now; null when nothing does'),
  })
  .meta({ id: 'Change' });

export const openAlertSchema = z.object({
  id: z.string().describe('The dedupKey, URL-safe'),
  title: z.string(),
  severity: z.enum(severities),
  state: z.enum(['firing', 'acknowledged']),
  topic: z.string(),
  metric: z.string().nullable(),
  rating: z.enum(ratings).nullable(),
  since: period.nullable(),
  openedAt: instant.nullable(),
});

export const lastDropSchema = z.object({
  id: z.string(),
  feed: z.string(),
  key: z.string(),
  state: z.enum(dropStates),
  deleted: z.boolean(),
  knownAt: instant,
  receivedAt: instant,
  cells: z.int(),
  problemCount: z.int(),
  quarantineCode: z.string().nullable(),
});

export const sourceSchema = z.object({
  feed: z.string(),
  title: z.string(),
  files: z.int().describe('Files that speak now'),
  knownAt: instant.nullable().describe('Of the file known last'),
  receivedAt: instant.nullable().describe('When a file was last taken in'),
  latestPeriod: period.nullable().describe('The latest period that it speaks of'),
});

const overdueSchema = lateWorkSchema.extend({
  // What older runs kept are files.
  kind: z.enum(['file', ...lateWorkSchema.shape.kind.options]).default('file'),
  name: z.string().default(''),
  daysLate: z.int().default(0),
  period: period.nullable().describe('Of a file: the month or quarter that it is about'),
});

export const summarySchema = z
  .object({
    area: z.string(),
    name: z.string(),
    madeAt: instant.describe('When this was worked out'),
    overall: overallSchema.extend({
      why: z.string().describe('One sentence in plain English'),
      notCounted: z.array(z.string()).describe('Headline measures that could not be rated, each with why'),
      officers: z
        .object({ rating: z.enum(ratings), update: period.nullable() })
        .nullable()
        // What older runs kept has none.
        .default(null)
        .describe('What officers say of the whole, beside the figures; null where they have said nothing'),
    }),
    headlines: z.array(measureSchema),
    children: z
      .array(measureSchema)
      // What older runs kept has none.
      .default([])
      .describe(
        'How children are served: plans within 20 weeks, appeals, annual reviews. Always listed, figure or not; where no month is known, the figure of a year',
      ),
    inYearGoal: z.object({
      financialYear: period,
      metric: z.string(),
      reached: z.boolean().nullable().describe('Null where the forecast or the budget is not known'),
      text: z.string(),
    }),
    alerts: z.object({
      open: z.int(),
      bySeverity: z.object({ critical: z.int(), warning: z.int(), info: z.int() }),
      items: z.array(openAlertSchema),
    }),
    changes: z.object({
      since: instant.nullable().describe('What became known from here on is compared'),
      reviewed: z
        .object({
          of: z.enum(['committee', 'report']),
          name: z.string().nullable().describe('Of the committee'),
          at: instant,
        })
        .nullable()
        // What older runs kept has none.
        .default(null)
        .describe(
          'What changes are counted from: the last meeting that the recommendations name, or the last monitoring report, whichever was later; null where there was neither: then the last three refreshes are compared',
        ),
      total: z.int(),
      items: z.array(changeSchema),
    }),
    drops: z.array(lastDropSchema).describe('The files put last, of the area and of all areas'),
    sources: z.array(sourceSchema),
    overdue: z
      .array(overdueSchema)
      .describe(
        'Files that have not come by their due day, the first due first within a feed; then milestones, workstreams and recommendations that are due and not done, the longest late first',
      ),
    // What older runs kept has none.
    outcomes: outcomeSummarySchema
      .default(noOutcomes)
      .describe('Results of schools: ratings by stage, assessment and group, the officers’ beside'),
    programmes: z.array(programmeStandSchema),
    workstreams: z
      .array(activeWorkstreamSchema)
      .describe('Those that run: neither completed nor cancelled nor still to be started'),
    topRisks: z.array(topRiskSchema).describe('Scored 15 or more, the highest first'),
    registersNote: z
      .string()
      .describe('What the registers do not say, so that an empty list is not taken for good news'),
  })
  .meta({ id: 'Summary' });

export type Summary = z.output<typeof summarySchema>;
export type Measure = z.output<typeof measureSchema>;
export type Change = z.output<typeof changeSchema>;
