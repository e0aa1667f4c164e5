import * as z from 'zod';
import type { FeedDefinition, FieldContent } from '../catalogue/feeds/feed.ts';
import { ratings } from '../rating/rating.ts';
import { apiName } from './column-name.ts';
import { movements } from './movements.ts';
import { progressSchema } from './progress.ts';

const period = z.string().describe('Month of an update, `2024-11`');
const rating = z.enum(ratings).nullable().describe('Null where none was published, which is never grey');
const movement = z
  .enum(movements)
  .nullable()
  .describe('From the update before to the last; null where one of the two is not known');
const ids = z.array(z.string());

export const evidenceSchema = z
  .object({
    metric: z.string(),
    name: z.string(),
    unit: z.enum(['count', 'ratio', 'gbp', 'score']),
    dimensions: z.record(z.string(), z.string()),
    period: z.string().nullable(),
    value: z.number().nullable(),
    rating: rating.describe('What the data give'),
    text: z.string().nullable().describe('The first reason of that rating'),
  })
  .meta({ id: 'Evidence' });

export const redSchema = z
  .object({
    of: z
      .enum(['officers', 'figures'])
      // What older runs kept is what officers said.
      .default('officers')
      .describe('Who says that it is red: officers, or its evidence while officers say something better'),
    owner: z.string().nullable(),
    action: z.string().nullable(),
    due: z.string().nullable(),
    recommendations: ids.describe('Recommendations that it answers, or that name it'),
    missing: z.array(z.string()).describe('What nobody has said yet, and where to say it'),
  })
  .nullable()
  .describe('Of what is red: who answers for it, what is done, by when; null of what is not');

const days = z
  .int()
  .nullable()
  .describe('Days past its due day; null where it is not late, done, or has none');

/** What every entry of a register with updates or ratings has beside its columns. */
const said = {
  update: period.nullable().describe('Its last update; null in registers without updates'),
  history: z
    .array(
      z.object({
        update: period.nullable(),
        rating,
        fields: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
        knownAt: z.iso.datetime(),
        drop: z.string(),
        row: z.int(),
      }),
    )
    .describe('What each update said, the last first'),
};
const rated = { rating, ratings: z.array(z.object({ update: period.nullable(), rating })), movement };

/** What each register has beside that, by feed. */
export const extras = {
  programme: {
    ...rated,
    overdueDays: days,
    milestones: z.object({ all: z.int(), done: z.int(), overdue: z.int() }),
    red: redSchema,
  },
  milestones: {
    ...rated,
    programme: z.string().nullable(),
    done: z.boolean(),
    overdueDays: days,
    // What older runs kept has none.
    red: redSchema.default(null),
  },
  conditions: {
    ...rated,
    evidence: z.array(evidenceSchema),
    interventions: ids,
    risks: ids,
    recommendations: ids,
    red: redSchema,
  },
  risks: {
    ...rated,
    score: z.int().nullable().describe('Impact × likelihood; null where one was not scored'),
    key: z.boolean().describe('A score of 15 or more'),
    scores: z.array(z.object({ update: period.nullable(), score: z.int().nullable() })),
    interventions: ids,
    conditions: ids.describe('Conditions that these interventions serve'),
    metrics: ids.describe('Metrics that these interventions move'),
    red: redSchema,
  },
  interventions: {
    stage: z.enum(['not-started', 'under-way', 'full-effect-due', 'unknown']),
    serves: z.string().nullable().describe('The condition that it names or that its metric evidences'),
    measured: z.array(evidenceSchema),
    risks: ids.describe('Risks that it lessens, as `register/id`'),
    progress: progressSchema.nullable().describe('What it should have brought by now, and what came'),
  },
  recommendations: { answered: z.boolean(), overdueDays: days },
  'report-narrative': {},
} as const;

export type RegisterFeed = keyof typeof extras;

/** The schema of an entry of a register: its feed's columns in camelCase, its history, and what is worked out. */
export function registerItemSchema<Feed extends RegisterFeed>(feed: FeedDefinition & { readonly id: Feed }) {
  const columns = feed.columns.flatMap(({ name, description, holds }) => {
    if (holds.kind === 'identity') return [[apiName(name), z.string().describe(description)] as const];
    if (holds.kind === 'field')
      return [[apiName(name), fieldSchema(holds.of).describe(description)] as const];
    return [];
  });
  return z
    .object(Object.fromEntries<z.ZodType>(columns))
    .extend(said)
    .extend(extras[feed.id])
    .meta({ id: `Register-${feed.id}` });
}

function fieldSchema(of: FieldContent): z.ZodType {
  if (typeof of === 'object') return z.enum([...of.words]).nullable();
  switch (of) {
    case 'rating':
      return rating;
    case 'score':
      return z.int().nullable();
    case 'number':
      return z.number().nullable();
    case 'text':
    case 'date':
    case 'metric':
      return z.string().nullable();
  }
}
