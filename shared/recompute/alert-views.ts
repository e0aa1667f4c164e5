import * as z from 'zod';
import { severities } from '../alerting/condition.ts';
import { ratings } from '../rating/rating.ts';
import { periodSchema, reasonSchema } from './views.ts';

const instant = z.iso.datetime();
const rating = z.enum(ratings);

const subject = {
  dedupKey: z.string(),
  topic: z.enum(['on-call', 'data-quality', 'operations']),
  area: z.string(),
  metric: z.string().nullable(),
  period: periodSchema.nullable(),
  severity: z.enum(severities),
  rating: rating.nullable(),
  previousRating: rating.nullable(),
  title: z.string(),
  reasons: z.array(reasonSchema),
  value: z.number().nullable(),
  bound: z.number().nullable(),
  since: periodSchema.nullable().describe('First period of the breach at any level'),
  links: z.object({ dashboard: z.string(), runbook: z.string() }),
};

/** An alert as a run keeps it. */
export const alertStateSchema = z.object({
  ...subject,
  state: z.enum(['pending', 'firing', 'acknowledged', 'resolved']),
  transition: z.int(),
  openedAt: instant.nullable(),
  changedAt: instant,
  acknowledgement: z
    .object({
      dedupKey: z.string(),
      by: z.string(),
      note: z.string().nullable(),
      at: instant,
      until: instant.nullable(),
    })
    .nullable(),
});

/** A message of a run to receivers. */
export const alertMessageSchema = z.object({
  ...subject,
  id: z.string(),
  action: z.enum(['trigger', 'acknowledge', 'resolve']),
  at: instant,
});
