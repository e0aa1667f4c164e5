import * as z from 'zod';
import { severities, topics } from '../../shared/alerting/condition.ts';
import { mailOf } from '../../shared/alerting/mail.ts';
import { alertMessageSchema } from '../../shared/recompute/alert-views.ts';

const groupSchema = z.object({
  id: z.string(),
  action: z.literal('trigger'),
  topic: z.enum(topics),
  area: z.string(),
  severity: z.enum(severities),
  title: z.string(),
  alerts: z.array(alertMessageSchema),
  at: z.string(),
});
const messageSchema = z.union([groupSchema, alertMessageSchema]);

/** The mail that SNS would send of a message, with its subject; undefined when it is no message of this product. */
export function mailText(message: unknown): string | undefined {
  const found = messageSchema.safeParse(message);
  if (!found.success) return undefined;
  const { subject, body } = mailOf(found.data);
  return `Subject: ${subject}\n\n${body}`;
}
