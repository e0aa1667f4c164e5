import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../lib/project.ts';
import { currentArchitecture } from './command/architecture.ts';

await writeFile(join(projectRoot, 'docs/architecture.md'), await currentArchitecture());
