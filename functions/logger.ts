import { Logger } from '@aws-lambda-powertools/logger';

/** Structured log lines of ids and counts; never rows, values or names of people. */
export const logger = new Logger();
