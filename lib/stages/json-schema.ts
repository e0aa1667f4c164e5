import * as z from 'zod';
import { stageSchema } from './stage-schema.ts';

/** The JSON schema of a stage's file, for editors: what `"$schema"` of each names. */
export function stageJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(stageSchema, { io: 'input' }), undefined, 2)}\n`;
}
