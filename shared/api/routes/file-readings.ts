import type { FilePorts } from '../ports.ts';
import type { Route } from '../route.ts';
import { getDrop } from './drop-report.ts';
import { tryDrop } from './dry-run.ts';

/** The routes that functions/files answers: a file must be read for them. */
export const fileReadings: readonly Route<FilePorts>[] = [getDrop, tryDrop];
