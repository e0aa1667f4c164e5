import { join } from 'node:path';
import { projectRoot } from '../project.ts';

/** The folder of real answers that are files: pages, workbooks and documents. */
export const exampleFolder = join(projectRoot, 'shared', 'api', 'examples', 'files');
