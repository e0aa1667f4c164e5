import * as z from 'zod';
import { stackName } from '../../lib/stack-name.ts';

const outputsSchema = z.object({
  Region: z.string(),
  ApiUrl: z.string(),
  DropsBucketName: z.string(),
  ReportsBucketName: z.string(),
});

/** Where a deployed stage is reached, as the outputs of its stack say. */
type Outputs = z.infer<typeof outputsSchema>;

/** The file, relative to the project, in which `npm run deploy` leaves the outputs of a stage. */
export function outputsFile(stage: string): string {
  return `cdk.out/outputs-${stage}.json`;
}

/** The outputs of a stage from the text of its file; undefined when it does not hold them. */
export function parseOutputs(text: string, stage: string): Outputs | undefined {
  const parsed = z.record(z.string(), z.unknown()).safeParse(jsonOf(text));
  return outputsSchema.safeParse(parsed.data?.[stackName(stage)]).data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
