import * as z from 'zod';
import { areaByCode } from '../../../shared/catalogue/areas.ts';
import { feedById, feeds } from '../../../shared/catalogue/feeds/feeds.ts';
import { metricById } from '../../../shared/catalogue/metrics.ts';
import { dueDaysBodySchema, dueFeeds } from '../../../shared/recompute/due-days.ts';
import { mappingProblems } from '../../../shared/settings/mapping.ts';
import { ruleBoundsSchema, ruleProblems } from '../../../shared/settings/rule.ts';

const area = z.string().refine((code) => areaByCode(code) !== undefined, {
  error: ({ input }) =>
    `Cannot use "${String(input).slice(0, 40)}" as a council: no council of England has that code. Write its ONS code, such as E06000054.`,
});

const feed = z.string().refine((id) => feedById(id) !== undefined, {
  error: ({ input }) =>
    `There is no feed "${String(input).slice(0, 40)}". The feeds are ${feeds.map(({ id }) => id).join(', ')}.`,
});

const feedAnswerSchema = z.strictObject({
  feed,
  sample: z.string().exactOptional().describe('A file as the council sends it, to read its headings from'),
  columns: z.record(z.string().min(1), z.string()).default({}).describe('Heading → column of the feed'),
  due: dueDaysBodySchema.exactOptional(),
});

const ruleAnswerSchema = z.strictObject({
  bounds: ruleBoundsSchema,
  reason: z.string().trim().min(1, 'Say why').max(500),
});

/** What it takes to take a council in. The same whether somebody was asked or a file says it. */
export const answersSchema = z
  .strictObject({
    area,
    feeds: z.array(feedAnswerSchema).min(1, 'Name at least one feed that the council will send.'),
    rules: z.record(z.string(), ruleAnswerSchema).default({}).describe('Metric → its own bounds and why'),
  })
  .check(({ value, issues }) => {
    for (const { path, message } of wrongIn(value))
      issues.push({ code: 'custom', input: value, path: [...path], message });
  });

export type Answers = z.output<typeof answersSchema>;

type Wrong = { readonly path: readonly (string | number)[]; readonly message: string };

/** What no single answer shows: columns that the feed lacks, days of a feed that is not awaited, rules that contradict themselves. */
function wrongIn({ feeds: given, rules }: Pick<Answers, 'feeds' | 'rules'>): readonly Wrong[] {
  const ids = given.map((each) => each.feed);
  return [
    ...given.flatMap(({ feed: id, columns, due }, at): Wrong[] => {
      const definition = feedById(id);
      const path = ['feeds', at];
      return [
        ...(ids.indexOf(id) < at ? [{ path, message: `The feed ${id} is named twice.` }] : []),
        ...(definition ? mappingProblems(columns, definition) : []).map(({ field, message }) => ({
          path: [...path, field],
          message,
        })),
        ...(due !== undefined && !(dueFeeds as readonly string[]).includes(id)
          ? [{ path: [...path, 'due'], message: `Due days are of ${dueFeeds.join(', ')}.` }]
          : []),
      ];
    }),
    ...Object.entries(rules).flatMap(([metric, { bounds }]): Wrong[] => {
      const definition = metricById(metric);
      if (!definition) return [{ path: ['rules', metric], message: `No metric is called "${metric}".` }];
      if (definition.better === 'neither')
        return [{ path: ['rules', metric], message: 'Neither more nor less of it is better in itself.' }];
      return ruleProblems(bounds).map(({ field, message }) => ({ path: ['rules', metric, field], message }));
    }),
  ];
}

export type AnswersOutcome =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Answers from JSON, or everything that is wrong with them and where. */
export function parseAnswers(value: unknown): AnswersOutcome {
  const parsed = answersSchema.safeParse(value);
  if (parsed.success) return { ok: true, answers: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map(({ path, message }) =>
      path.length === 0 ? message : `${path.map(String).join(', ')}: ${message}`,
    ),
  };
}
