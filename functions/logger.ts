import { Logger } from '@aws-lambda-powertools/logger';
import { type LogCode, logCodes } from './log-codes.ts';

/** Structured log lines of ids and counts; never rows, values or names of people. */
export const logger = new Logger();

/** What may go with a code. */
type Field =
  | string
  | number
  | boolean
  | undefined
  | Error
  | readonly string[]
  | Readonly<Record<string, unknown>>;

/** Logs a coded message, at the level of its code. */
export function log(code: LogCode, fields: Readonly<Record<string, Field>> = {}): void {
  logger[logCodes[code].level](code, { code, ...fields });
}

/** What was thrown, as it can be logged. */
export function thrown(error: unknown): Error | string {
  return error instanceof Error ? error : String(error);
}
