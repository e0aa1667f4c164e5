import * as z from 'zod';
import { stackName } from '../../lib/stack-name.ts';

const outputsSchema = z.object({
  Region: z.string(),
  ApiUrl: z.string(),
  DashboardUrl: z.string().exactOptional(),
  DropsBucketName: z.string(),
  ReportsBucketName: z.string(),
});

/** Where a deployed stage is reached, as the outputs of its stack say. */
type Outputs = z.infer<typeof outputsSchema>;

const systemSchema = z.object({
  Region: z.string(),
  Version: z.string(),
  Areas: z.string(),
  DropsBucketName: z.string(),
  ReportsBucketName: z.string(),
  TableName: z.string(),
  OnCallTopicArn: z.string(),
  DataQualityTopicArn: z.string(),
  OperationsTopicArn: z.string(),
  // Only where an identity provider is settled.
  TokenIssuer: z.string().exactOptional(),
  TokenKeysUrl: z.string().exactOptional(),
  IngestQueueUrl: z.string(),
  IngestDeadLettersUrl: z.string(),
  RecomputeQueueUrl: z.string(),
  RecomputeDeadLettersUrl: z.string(),
  NotifyQueueUrl: z.string(),
  NotifyDeadLettersUrl: z.string(),
  // Only where a webhook is settled.
  WebhookQueueUrl: z.string().exactOptional(),
  WebhookDeadLettersUrl: z.string().exactOptional(),
});

/** The file, relative to the project, in which `npm run deploy` leaves the outputs of a stage. */
export function outputsFile(stage: string): string {
  return `cdk.out/outputs-${stage}.json`;
}

/** The outputs of a stage from the text of its file; undefined when it does not hold them. */
export function parseOutputs(text: string, stage: string): Outputs | undefined {
  return outputsSchema.safeParse(ofStage(text, stage)).data;
}

/** What commands work on that go past the API: table, bucket and queues of a stage; undefined as above. */
export function parseSystemOutputs(text: string, stage: string): z.infer<typeof systemSchema> | undefined {
  return systemSchema.safeParse(ofStage(text, stage)).data;
}

function ofStage(text: string, stage: string): unknown {
  const parsed = z.record(z.string(), z.unknown()).safeParse(jsonOf(text));
  return parsed.data?.[stackName(stage)];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
