import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { log, logger, thrown } from './logger.ts';
import { writeMetrics } from './metrics.ts';

/**
 * A handler of a queue whose messages name things to work on. Each thing is worked on once a batch, however many
 * messages name it, one after the other; the messages of a thing that failed come back, the others do not.
 */
export function queueHandler(
  thingsOf: (record: SQSRecord) => readonly string[],
  work: (thing: string) => Promise<void>,
) {
  return middy<SQSEvent, SQSBatchResponse>()
    .use(injectLambdaContext(logger))
    .use(writeMetrics)
    .handler((event: SQSEvent, context: Context) => {
      const begun = new Map<string, Promise<void>>();
      const once = (thing: string): Promise<void> => {
        const running = begun.get(thing) ?? work(thing);
        begun.set(thing, running);
        return running;
      };
      const workOn = async (record: SQSRecord) => {
        for (const thing of thingsOf(record)) {
          try {
            await once(thing);
          } catch (error) {
            log('work-failed', { thing, messageId: record.messageId, error: thrown(error) });
            throw error;
          }
        }
      };
      return processPartialResponse(event, workOn, new BatchProcessor(EventType.SQS), {
        context,
        processInParallel: false,
        throwOnFullBatchFailure: false,
      });
    });
}
