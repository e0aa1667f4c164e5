import { fileURLToPath } from 'node:url';

/** The folder that holds package.json: handler paths and the lock file are named relative to it. */
export const projectRoot: string = fileURLToPath(new URL('..', import.meta.url));
