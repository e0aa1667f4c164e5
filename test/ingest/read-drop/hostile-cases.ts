import type { ReadDropOutcome } from '../../../shared/ingest/read-drop.ts';
import { csvCases } from './hostile/csv.ts';
import { meaningCases } from './hostile/meaning.ts';
import { xlsxCases } from './hostile/xlsx.ts';

/** A file that councils, their software or an attacker might send, and how reading it must end. */
export type HostileCase = {
  readonly name: string;
  /** Made when it is needed: some are large. */
  readonly content: () => string | Uint8Array;
  /** `send-monthly` when left out. */
  readonly feed?: string;
  /** The folder; the sample council's when left out. */
  readonly area?: string;
  readonly state: ReadDropOutcome['state'];
  /** What is left out is 0. */
  readonly rows: Partial<ReadDropOutcome['rows']>;
  /** The code of the first problem; none when left out. */
  readonly code?: string;
  readonly cells?: number;
  /** A warning that must be among those of the report. */
  readonly warning?: string;
};

export const hostileCases: readonly HostileCase[] = [...csvCases, ...xlsxCases, ...meaningCases];
