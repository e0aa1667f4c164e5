import * as z from 'zod';
import type { Endpoints } from './engines/endpoints.ts';
import { dropBuckets, entries, queueOf } from './ready/product-parts.ts';
import { declared, type Plan } from './resources/declaration.ts';

const queueSchema = z.object({ url: z.string(), deadLettersUrl: z.string() });

/** Where the embedded services of a running system answer, and the physical names of what commands work on. */
const systemSchema = z.object({
  endpoints: z.object({ s3: z.string(), dynamodb: z.string(), sqs: z.string() }),
  table: z.string(),
  dropsBucket: z.string(),
  queues: z.object({
    ...{ ingest: queueSchema, recompute: queueSchema, notify: queueSchema },
    // Only where a webhook is settled.
    webhook: queueSchema.exactOptional(),
  }),
});
export type System = z.infer<typeof systemSchema>;

/** What the front answers under `/local/instance`; `system` is null until the engines run. */
export const instanceSchema = z.object({ instance: z.string(), system: systemSchema.nullable() });
export type Instance = z.infer<typeof instanceSchema>;

/** The product's parts of a plan; undefined when the template is not the product's. */
export function systemOf(plan: Plan, { s3, dynamodb, sqs }: Endpoints): System | undefined {
  const { variables } = declared(plan, 'function').find(({ entry }) => entry === entries.ingest) ?? {};
  const table = variables?.['TABLE_NAME'];
  const buckets = dropBuckets(plan);
  const [ingest, recompute, notify] = [
    queueWithDeadLetters(plan, entries.ingest),
    queueWithDeadLetters(plan, entries.recompute),
    queueWithDeadLetters(plan, entries.notify),
  ];
  const webhook = queueWithDeadLetters(plan, entries.webhook);
  if (table === undefined || !buckets || !ingest || !recompute || !notify) return undefined;
  return {
    endpoints: { s3, dynamodb, sqs },
    table,
    dropsBucket: buckets.drops,
    queues: { ingest, recompute, notify, ...(webhook && { webhook }) },
  };
}

function queueWithDeadLetters(plan: Plan, entry: string): z.infer<typeof queueSchema> | undefined {
  const url = queueOf(plan, entry);
  const queues = declared(plan, 'queue');
  const deadLetterArn = queues.find((each) => each.url === url)?.deadLetterArn;
  const deadLettersUrl = queues.find((each) => each.arn === deadLetterArn)?.url;
  return url === undefined || deadLettersUrl === undefined ? undefined : { url, deadLettersUrl };
}
