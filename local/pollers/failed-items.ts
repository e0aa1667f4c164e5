import type { Message } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Outcome } from '../functions/instance.ts';

const batchResponse = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish(),
});

/**
 * The messages of a batch that are to be tried again. As Lambda has it: a function that fails fails the whole batch;
 * with `ReportBatchItemFailures` it may name single messages; nothing named is success; an answer that is malformed or
 * names a message that is not in the batch fails all. Source: Lambda developer guide, "Reporting batch item failures".
 */
export function failedItems(
  batch: readonly Message[],
  outcome: Outcome,
  reportsItemFailures: boolean,
): readonly Message[] {
  if (outcome.kind !== 'answered') return batch;
  if (!reportsItemFailures || outcome.result === null || outcome.result === undefined) return [];
  const parsed = batchResponse.safeParse(outcome.result);
  if (!parsed.success) return batch;
  const named = new Set((parsed.data.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier));
  const failed = batch.filter(({ MessageId }) => MessageId !== undefined && named.has(MessageId));
  return failed.length === named.size ? failed : batch;
}
