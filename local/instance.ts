import * as z from 'zod';
import type { Endpoints } from './engines/endpoints.ts';
import { entries, queueOf } from './ready/product-parts.ts';
import { declared, type Plan } from './resources/declaration.ts';

const queueSchema = z.object({ url: z.string(), deadLettersUrl: z.string() });

/** Where the embedded services of a running system answer, and the physical names of what commands work on. */
const systemSchema = z.object({
  /** Of the program that the template was made by. */
  version: z.string(),
  endpoints: z.object({ s3: z.string(), dynamodb: z.string(), sqs: z.string(), sns: z.string() }),
  areas: z.array(z.string()),
  table: z.string(),
  dropsBucket: z.string(),
  reportsBucket: z.string(),
  topics: z.object({ onCall: z.string(), dataQuality: z.string(), operations: z.string() }),
  /** Whose tokens are taken; absent where none are. */
  tokens: z.object({ issuer: z.string(), keysUrl: z.string() }).exactOptional(),
  queues: z.object({
    ...{ ingest: queueSchema, recompute: queueSchema, notify: queueSchema },
    // Only where a webhook is settled.
    webhook: queueSchema.exactOptional(),
  }),
});
export type System = z.infer<typeof systemSchema>;

/** What the front answers under `/local/instance`: product time, and the system; null until the engines run. */
export const instanceSchema = z.object({
  instance: z.string(),
  now: z.iso.datetime(),
  system: systemSchema.nullable(),
});
export type Instance = z.infer<typeof instanceSchema>;

/** The product's parts of a plan; undefined when the template is not the product's. */
export function systemOf(plan: Plan, endpoints: Endpoints): System | undefined {
  const variablesOf = (entry: string) =>
    declared(plan, 'function').find((each) => each.entry === entry)?.variables ?? {};
  const { TABLE_NAME, DROPS_BUCKET, REPORTS_BUCKET, AREAS, ...ingest } = variablesOf(entries.ingest);
  const { ON_CALL_TOPIC_ARN, DATA_QUALITY_TOPIC_ARN, OPERATIONS_TOPIC_ARN } = variablesOf(entries.notify);
  const { TOKEN_ISSUER: issuer, TOKEN_KEYS_URL: keysUrl } = variablesOf(entries.api);
  const webhook = queueWithDeadLetters(plan, entries.webhook);
  return systemSchema.safeParse({
    version: ingest['BELLWETHER_VERSION'],
    endpoints,
    areas: AREAS?.split(','),
    table: TABLE_NAME,
    dropsBucket: DROPS_BUCKET,
    reportsBucket: REPORTS_BUCKET,
    topics: {
      onCall: ON_CALL_TOPIC_ARN,
      dataQuality: DATA_QUALITY_TOPIC_ARN,
      operations: OPERATIONS_TOPIC_ARN,
    },
    ...(issuer !== undefined && keysUrl !== undefined && { tokens: { issuer, keysUrl } }),
    queues: {
      ingest: queueWithDeadLetters(plan, entries.ingest),
      recompute: queueWithDeadLetters(plan, entries.recompute),
      notify: queueWithDeadLetters(plan, entries.notify),
      ...(webhook && { webhook }),
    },
  }).data;
}

function queueWithDeadLetters(plan: Plan, entry: string): z.infer<typeof queueSchema> | undefined {
  const url = queueOf(plan, entry);
  const queues = declared(plan, 'queue');
  const deadLetterArn = queues.find((each) => each.url === url)?.deadLetterArn;
  const deadLettersUrl = queues.find((each) => each.arn === deadLetterArn)?.url;
  return url === undefined || deadLettersUrl === undefined ? undefined : { url, deadLettersUrl };
}
