import * as z from 'zod';
import type { Cohort, CohortStep } from '../../outcomes/cohorts/cohort.ts';
import { standings } from '../../outcomes/cohorts/standing.ts';
import { periodSchema } from '../../recompute/period-schema.ts';

const besideSchema = z
  .object({
    value: z.number(),
    gap: z.number().describe('The cohort’s figure less this one; a share as a fraction'),
    standing: z.enum(standings),
  })
  .nullable();

const versionSchema = z.object({
  value: z.number().nullable(),
  status: z.string().exactOptional(),
  ...{ knownAt: z.iso.datetime(), drop: z.string(), row: z.int(), current: z.boolean() },
});

export type CohortVersion = z.input<typeof versionSchema>;

const stepSchema = z
  .object({
    period: periodSchema,
    yearGroup: z.string(),
    ...{ metric: z.string(), name: z.string(), unit: z.enum(['count', 'ratio', 'gbp', 'score']) },
    better: z.enum(['lower', 'higher', 'neither']),
    value: z.number().nullable(),
    status: z.string().exactOptional().describe('Why there is no figure, or what sort of figure it is'),
    pupils: z.int().nullable(),
    council: besideSchema.describe(
      'All pupils of the council in that year; null for a year group, which is they',
    ),
    national: besideSchema.describe('All pupils of England in that year'),
    illustration: z.boolean().describe('Invented: no figure of the council'),
    source: z.string().exactOptional(),
    note: z.string().exactOptional(),
    ...{ knownAt: z.iso.datetime().nullable(), drop: z.string().nullable() },
    versions: z
      .array(versionSchema)
      .describe(
        'Of a followed cohort every value that the step has had, the one known last first; none of a withheld one',
      ),
    text: z.string(),
  })
  .meta({ id: 'CohortStep' });

export const cohortItemSchema = z
  .object({
    ...{ id: z.string(), name: z.string() },
    kind: z
      .enum(['followed', 'year-group'])
      .describe(
        '`followed`: the same anonymous pupils, by a file; `year-group`: all of a year, by published results',
      ),
    ...{ from: periodSchema, to: periodSchema },
    figures: z.int().describe('How many results are known and shown'),
    ...{ yearGroups: z.array(z.string()), illustration: z.boolean(), text: z.string() },
  })
  .meta({ id: 'CohortItem' });

export const cohortSchema = cohortItemSchema
  .extend({ area: z.string(), caution: z.string(), steps: z.array(stepSchema) })
  .meta({ id: 'Cohort' });

type Item = z.input<typeof cohortItemSchema>;

/** What a list says of a cohort; undefined of one without a step. */
export function cohortItem({ id, name, kind, steps }: Cohort): Item | undefined {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return undefined;
  const known = steps.filter(({ value }) => value !== null);
  const illustration = steps.some((step) => step.illustration);
  return {
    ...{ id, name, kind, from: first.period, to: last.period, figures: known.length },
    yearGroups: [...new Set(steps.map(({ yearGroup }) => yearGroup))],
    illustration,
    text: `${illustration ? 'Illustration, not figures of the council. ' : ''}${known.at(-1)?.text ?? 'No figure is shown.'}`,
  };
}

export const cautions = {
  followed:
    'Results of different years have different standards: what can be compared is how far the cohort stands from the council and from England in each.',
  'year-group':
    'Put together from the results of each year: pupils come and go, so these are not the same children throughout. Results of different years have different standards: what can be compared is how far the year group stands from England in each.',
} as const satisfies Record<Cohort['kind'], string>;

/** A step as it is answered. */
export function stepView(
  { point, council, national, ...step }: CohortStep,
  versions: readonly CohortVersion[],
): z.input<typeof stepSchema> {
  return {
    ...step,
    ...{ council: council && { ...council }, national: national && { ...national } },
    ...point?.said,
    knownAt: point?.source.drop.knownAt ?? null,
    drop: point?.source.drop.id ?? null,
    versions: [...versions],
  };
}

/** A cohort as a table with a row for each of its steps. */
export function stepTable({ steps }: { readonly steps: readonly z.input<typeof stepSchema>[] }) {
  return {
    columns: [
      ...['period', 'yearGroup', 'metric', 'name', 'value', 'status', 'pupils', 'council', 'gapToCouncil'],
      ...['national', 'gapToNational', 'standing', 'illustration', 'source', 'note', 'knownAt', 'drop'],
    ],
    rows: steps.map((step) => [
      ...[step.period, step.yearGroup, step.metric, step.name, step.value, step.status, step.pupils],
      ...[step.council?.value, step.council?.gap, step.national?.value, step.national?.gap],
      ...[step.national?.standing, step.illustration, step.source, step.note, step.knownAt, step.drop],
    ]),
  };
}
