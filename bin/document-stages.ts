import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../lib/project.ts';
import { stageJsonSchema } from '../lib/stages/json-schema.ts';

const file = join(projectRoot, 'stages/stage.schema.json');
await writeFile(file, stageJsonSchema());
process.stdout.write(`Written ${file}\n`);
