import * as z from 'zod';
import { stageIds } from '../../catalogue/outcomes/stages.ts';
import { arrows } from '../../outcomes/arrow.ts';
import { periodSchema } from '../period-schema.ts';
import { ratingSchema } from '../rating-schema.ts';

const rating = ratingSchema;
const rated = {
  name: z.string(),
  year: periodSchema.nullable().describe('The latest year with a figure'),
  rating: rating.nullable().describe('What the figures say; null where there is nothing to rate'),
  officerRating: rating.nullable().describe('What officers say; null where they have said nothing'),
  text: z.string().describe('Why, in plain English'),
};
const rolled = {
  decidedBy: z.array(z.string()).describe('What decides: the worst'),
  members: z.int(),
  known: z.int().describe('How many of them have a rating'),
};

/** Results of schools on the first page: by stage, by assessment, by group of pupils. */
export const outcomeSummarySchema = z
  .object({
    stages: z.array(z.object({ ...rated, stage: z.enum(stageIds), ...rolled })),
    assessments: z.array(
      z.object({
        ...rated,
        metric: z.string(),
        stage: z.enum(stageIds),
        unit: z.enum(['count', 'ratio', 'gbp', 'score']),
        value: z.number().nullable(),
        national: z.number().nullable(),
        difference: z.number().nullable().describe('Less England, in the unit of the metric'),
        arrow: z.enum(arrows).nullable(),
      }),
    ),
    groups: z.array(z.object({ ...rated, group: z.string(), ...rolled })),
  })
  .meta({ id: 'OutcomeSummary' });

export type OutcomeSummary = z.output<typeof outcomeSummarySchema>;

export const noOutcomes: OutcomeSummary = { stages: [], assessments: [], groups: [] };
