import * as z from 'zod';
import type { AlertState } from '../alerting/alert.ts';
import { severities } from '../alerting/condition.ts';
import { deliveries } from '../alerting/delivery.ts';
import { gravityOf } from '../alerting/gravity.ts';
import { ratings } from '../rating/rating.ts';
import { periodSchema } from './period-schema.ts';
import { reasonSchema } from './views.ts';

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

const seen = z.object({ severity: z.enum(severities), limitPassed: z.boolean() });

/** An acknowledgement as a run keeps it. */
const acknowledgementSchema = z.object({
  dedupKey: z.string(),
  version: z.int(),
  by: z.string(),
  note: z.string().nullable(),
  at: instant,
  until: instant.nullable(),
  seen: seen.extend({ since: periodSchema.nullable() }),
});

const stateName = z.enum(['pending', 'firing', 'acknowledged', 'resolved']);

export const transitionSchema = z
  .object({
    at: instant,
    from: stateName.nullable(),
    to: stateName,
    severity: z.enum(severities),
    rating: rating.nullable(),
    period: periodSchema.nullable(),
    value: z.number().nullable(),
    message: z.string().nullable().describe('Id of the message that told of it; null when nobody was told'),
    withheld: z
      .string()
      .nullable()
      .describe('The silence, or the alert of a file, for which nobody was told'),
    by: z.string().nullable().describe('Who acknowledged'),
    note: z.string().nullable(),
    reason: z.string().nullable().default(null).describe('The first reason as it then stood'),
    input: z.string().nullable().describe('Hash of all that went into the run that caused it'),
  })
  .meta({ id: 'AlertTransition' });

const keptSchema = z.object({
  ...subject,
  state: stateName,
  transition: z.int(),
  openedAt: instant.nullable(),
  changedAt: instant,
  acknowledgement: acknowledgementSchema.nullable().catch(null),
  acknowledgedUpTo: z.int().default(0),
  told: seen
    .extend({
      action: z.enum(['trigger', 'acknowledge']),
      acknowledged: z.int(),
      at: instant,
      reminders: z.int(),
    })
    .nullable()
    .exactOptional(),
  silencedBy: z.string().nullable().default(null),
  inhibitedBy: z.string().nullable().default(null),
  history: z.array(transitionSchema).default([]),
});

/** An alert as a run keeps it. Of what older versions kept, open alerts have been told of as they stand. */
export const alertStateSchema = keptSchema.transform(({ told, ...alert }): AlertState => {
  if (told !== undefined) return { ...alert, told };
  const isOpen = alert.state === 'firing' || alert.state === 'acknowledged';
  const since = { action: 'trigger', acknowledged: 0, at: alert.changedAt, reminders: 0 } as const;
  return { ...alert, told: isOpen ? { ...gravityOf(alert), ...since } : null };
});

/** The states that an alert may have. */
export const alertStateNames = stateName;

/** A message of a run to receivers. */
export const alertMessageSchema = z.object({
  ...subject,
  id: z.string(),
  action: z.enum(['trigger', 'acknowledge', 'resolve']),
  reminder: z
    .int()
    .nullable()
    .default(null)
    .describe('1 and up for a reminder of an alert that nobody has taken on'),
  acknowledgement: z
    .object({ by: z.string(), note: z.string().nullable(), until: instant.nullable() })
    .nullable()
    .default(null),
  deliver: z.enum(deliveries).default('now').describe('How it is to reach people'),
  deliverAt: instant.default('1970-01-01T00:00:00.000Z').describe('When it should reach people'),
  at: instant,
});
