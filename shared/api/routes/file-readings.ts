import type { FilePorts } from '../ports.ts';
import type { Route } from '../route.ts';
import { tryDrop } from './dry-run.ts';

/** The routes that functions/files answers: a file must be read for them. */
export const fileReadings: readonly Route<FilePorts>[] = [tryDrop];
