import * as z from 'zod';
import { CannotStart } from '../cannot-start.ts';

const logicalIds = z.union([z.string().transform((id) => [id]), z.array(z.string())]);

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.record(z.string(), z.unknown()).default({}),
  DependsOn: logicalIds.default([]),
  Condition: z.string().optional(),
});

const templateSchema = z.object({
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(z.string(), resourceSchema),
  Outputs: z.record(z.string(), z.unknown()).default({}),
});

/** A CloudFormation template, its intrinsic functions not yet resolved. */
export type Template = z.infer<typeof templateSchema>;

export type TemplateResource = z.infer<typeof resourceSchema>;

/** Reads a synthesised template (parsed JSON). Throws CannotStart when it is none. */
export function readTemplate(json: unknown): Template {
  const parsed = templateSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new CannotStart(`Cannot read the CloudFormation template: ${z.prettifyError(parsed.error)}`);
}
