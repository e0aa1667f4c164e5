import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const manifestSchema = z.object({
  files: z.array(z.object({ key: z.string(), knownAt: z.string().optional() })),
});

/** A file of the sample council: its key in the drops bucket, under which it also lies in the folder. */
export type SampleFile = z.infer<typeof manifestSchema>['files'][number];

/** The sample files in the order in which they became known. */
export async function readManifest(folder: string): Promise<readonly SampleFile[]> {
  return manifestSchema.parse(JSON.parse(await readFile(join(folder, 'drops.json'), 'utf8'))).files;
}
