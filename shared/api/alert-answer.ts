import * as z from 'zod';
import type { AlertState } from '../alerting/alert.ts';
import { deliveryOf } from '../alerting/delivery.ts';
import { gravityOf } from '../alerting/gravity.ts';
import { alertMessageSchema, alertStateNames, transitionSchema } from '../recompute/alert-views.ts';

const acknowledgementSchema = z
  .object({
    by: z.string().describe('A role, or the subject of the token'),
    note: z.string().nullable(),
    at: z.iso.datetime(),
    until: z.iso.datetime().nullable().describe('Then it fires again; null: until it ends or gets worse'),
    version: z.int(),
  })
  .meta({ id: 'Acknowledgement' });

/** An alert as it is answered. */
export const alertSchema = alertMessageSchema
  .omit({ action: true, at: true, reminder: true })
  .extend({
    id: z.string().describe('The dedupKey, URL-safe'),
    action: z.enum(['trigger', 'acknowledge', 'resolve']).describe('What was told last'),
    at: z.iso.datetime().describe('When its state or severity last changed'),
    state: alertStateNames,
    openedAt: z.iso.datetime().nullable(),
    acknowledgement: acknowledgementSchema.nullable(),
    silencedBy: z.string().nullable().describe('The silence in force'),
    inhibitedBy: z
      .string()
      .nullable()
      .describe('The alert of a late or refused file: nobody is told of this one until that is over'),
    reminders: z.int().describe('How often receivers have been reminded of it'),
  })
  .meta({ id: 'Alert' });

export const alertWithHistorySchema = alertSchema
  .extend({ history: z.array(transitionSchema).describe('The first change first') })
  .meta({ id: 'AlertWithHistory' });

export function describeAlert(alert: AlertState): z.input<typeof alertSchema> {
  const { transition: _, acknowledgedUpTo: _up, history: _history, told, changedAt, ...shown } = alert;
  const { acknowledgement } = alert;
  return {
    ...shown,
    reasons: [...alert.reasons],
    id: alert.dedupKey,
    action: ACTIONS[alert.state],
    ...deliveryOf(gravityOf(alert), new Date(changedAt)),
    at: changedAt,
    acknowledgement: acknowledgement && {
      ...{ by: acknowledgement.by, note: acknowledgement.note, at: acknowledgement.at },
      ...{ until: acknowledgement.until, version: acknowledgement.version },
    },
    reminders: told?.reminders ?? 0,
  };
}

const ACTIONS = {
  pending: 'trigger',
  firing: 'trigger',
  acknowledged: 'acknowledge',
  resolved: 'resolve',
} as const;
