import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { logger } from './logger.ts';
import { writeCounts } from './metrics.ts';

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
    .use(writeCounts)
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
            logger.error('work failed', {
              thing,
              messageId: record.messageId,
              error: error instanceof Error ? error : String(error),
            });
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
