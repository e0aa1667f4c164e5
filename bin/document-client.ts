import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../lib/project.ts';
import { openApiDocument } from '../shared/api/openapi.ts';
import { routes } from '../shared/api/routes/routes.ts';
import { clientTypes } from './command/client-types.ts';

const file = join(projectRoot, 'dashboard/api/described.ts');
await writeFile(file, clientTypes(openApiDocument(routes)));
process.stdout.write(`Written ${file}\n`);
