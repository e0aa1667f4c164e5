import * as z from 'zod';
import { stageIds } from '../../catalogue/outcomes/stages.ts';
import { arrows } from '../../outcomes/arrow.ts';
import { periodSchema } from '../period-schema.ts';
import { ratingSchema } from '../rating-schema.ts';
import { reasonSchema } from '../views.ts';

/** Schemas of scorecards and gaps as a run keeps them and the API answers them. */

const rating = ratingSchema;

const figure = {
  value: z.number().nullable(),
  status: z.string().nullable().describe('Why there is no figure, or `provisional`'),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  why: z.string().nullable().describe('In words, why there is no figure; null where there is one'),
};

const otherSchema = z.object(figure).meta({ id: 'OutcomeFigure' });

const councilSchema = z.object({
  ...figure,
  interval: z
    .object({ lower: z.number(), upper: z.number() })
    .nullable()
    .describe('95% interval of a share (Wilson); null where the number of pupils is not known'),
  source: z.string().nullable(),
  note: z.string().nullable(),
  drop: z.string().nullable().describe('The drop that says it'),
});

const neighboursSchema = z.object({
  ...figure,
  n: z.int().describe('Of how many neighbours with a figure it is the mean'),
  of: z.int().describe('Neighbours in the edition'),
  edition: z.string().describe('Edition of the model of statistical neighbours'),
});

const chanceSchema = z
  .object({
    judged: z.boolean(),
    beyond: z.boolean().nullable().describe('Null where it is not judged: neither yes nor no'),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
  })
  .meta({
    id: 'Chance',
    description:
      'Whether a difference is more than chance explains: 95% interval by Newcombe. Judged only where the numbers of pupils of both are known.',
  });

const gap = {
  difference: z.number().describe('Own less other, in the unit of the metric: −0.04 is 4 points below'),
  percentagePoints: z.number().nullable().describe('The same of a share, ×100; null for scores'),
  arrow: z
    .enum(arrows)
    .describe('Which way, and whether that is good; `flat` is none, or none beyond chance'),
  chance: chanceSchema,
};

export const outcomeGapSchema = z
  .object({
    ...gap,
    pupils: z
      .number()
      .nullable()
      .describe('Own pupils that the gap stands for, negative when fewer; null: number not published'),
  })
  .meta({ id: 'OutcomeGap' });

export const outcomeChangeSchema = z.object({ ...gap, since: periodSchema }).meta({ id: 'OutcomeChange' });

const complementSchema = z.object({
  group: z.string().nullable(),
  name: z.string(),
  value: z.number(),
  basis: z.enum(['published', 'worked-out']).describe('`worked-out`: all pupils less the group, by counts'),
});

/** What a year of one series is beside others: the part that scorecard and gaps over time share. */
const beside = {
  council: councilSchema,
  region: otherSchema,
  national: otherSchema,
  neighbours: neighboursSchema,
  gaps: z.object({
    region: outcomeGapSchema.nullable(),
    national: outcomeGapSchema.nullable(),
    neighbours: outcomeGapSchema.nullable(),
    complement: outcomeGapSchema.nullable(),
  }),
  complement: complementSchema.nullable().describe('Whom the group is held against; null where not known'),
  rank: z
    .object({ position: z.int(), of: z.int(), tied: z.int() })
    .nullable()
    .describe('Among itself and its neighbours; 1 is the best'),
};

const named = {
  metric: z.string(),
  name: z.string(),
  shortName: z.string(),
  unit: z.enum(['count', 'ratio', 'gbp', 'score']),
  better: z.enum(['lower', 'higher', 'neither']),
  dimensions: z.record(z.string(), z.string()),
  group: z.string().nullable().describe('The group of pupils; null for all of them'),
  of: z.string().describe('Of whom it is: `All pupils`, `SEN support`'),
};

export const scorecardRowSchema = z
  .object({
    ...named,
    ...beside,
    pupils: z.object({
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      text: z.string().describe('`295 of 500`, or `number not published`'),
    }),
    trend: outcomeChangeSchema.nullable().describe('Against the last year before with a figure'),
    distance: outcomeChangeSchema
      .nullable()
      .describe('Since the last year before Covid that compares, else the first'),
    rating: rating.nullable().describe('Null where there is nothing to rate or nothing to hold it against'),
    officerRating: rating.nullable(),
    reasons: z.array(reasonSchema),
    notes: z.array(z.string()).describe('What the figure must be read with'),
  })
  .meta({ id: 'ScorecardRow' });

export const keyPointSchema = z
  .object({
    rule: z.string(),
    text: z.string(),
    metric: z.string(),
    dimensions: z.record(z.string(), z.string()),
    links: z.object({
      series: z.string().describe('The figures as data'),
      page: z.string().describe('Their page'),
    }),
  })
  .meta({ id: 'KeyPoint' });

/** A scorecard as a run keeps it: what the catalogue says is added when it is answered. */
export const keptScorecardSchema = z.object({
  area: z.string(),
  name: z.string(),
  stage: z.enum(stageIds),
  year: periodSchema.nullable().describe('Null while there is no figure'),
  years: z.array(periodSchema).describe('Every year with figures, the newest first'),
  region: z.string().describe('Name of the region'),
  edition: z.string(),
  rating: rating.nullable(),
  officerRating: rating.nullable(),
  reasons: z.array(reasonSchema),
  keyPoints: z.array(keyPointSchema),
  rows: z.array(scorecardRowSchema),
});

export const scorecardSchema = keptScorecardSchema
  .extend({
    title: z.string(),
    background: z.string(),
    covid: z.string().nullable().describe('How Covid has touched the year; null where it has not'),
    columns: z.array(z.string()).describe('The fixed columns of every scorecard, in their order'),
    assessments: z.array(
      z.object({ metric: z.string(), name: z.string(), definition: z.string(), background: z.string() }),
    ),
    rules: z.array(z.string()).describe('How rows are rated'),
    notes: z.array(z.string()),
  })
  .meta({ id: 'Scorecard' });

export const gapYearSchema = z
  .object({
    period: periodSchema,
    ...beside,
    why: z.string().nullable().describe('Why the year has no results, where it has none'),
    covid: z.string().nullable().describe('How Covid has touched the year'),
  })
  .meta({ id: 'GapYear' });

export const keptGapsSchema = z.array(
  z.object({ ...named, notes: z.array(z.string()), years: z.array(gapYearSchema) }),
);

export type Beside = Pick<
  z.output<typeof scorecardRowSchema>,
  'council' | 'region' | 'national' | 'neighbours' | 'gaps' | 'complement' | 'rank'
>;
export type ScorecardRow = z.output<typeof scorecardRowSchema>;
export type KeyPoint = z.output<typeof keyPointSchema>;
export type KeptScorecard = z.output<typeof keptScorecardSchema>;
export type Scorecard = z.output<typeof scorecardSchema>;
export type GapYear = z.output<typeof gapYearSchema>;
export type KeptGaps = z.output<typeof keptGapsSchema>;
