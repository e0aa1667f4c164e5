import type { BatchGetItemInput, BatchWriteItemInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';

type Held<Requests> = { readonly sent: Requests; readonly held: Requests };

/**
 * Has every second batch of more than one item answered as DynamoDB does under load: a part of it is done, the rest
 * comes back unprocessed.
 */
export function partlyUnprocessed(client: DynamoDBClient): void {
  let batches = 0;
  const isTurn = () => {
    batches += 1;
    return batches % 2 === 1;
  };
  client.middlewareStack.add(
    (next) => async (args) => {
      const { input } = args;
      if (isWrite(input) && isTurn()) {
        const { sent, held } = splitWrites(input.RequestItems ?? {});
        if (Object.keys(held).length === 0) return await next(args);
        const answer = await next({ ...args, input: { ...input, RequestItems: sent } });
        return { ...answer, output: { ...answer.output, UnprocessedItems: held } };
      }
      if (isRead(input) && isTurn()) {
        const { sent, held } = splitReads(input.RequestItems ?? {});
        if (Object.keys(held).length === 0) return await next(args);
        const answer = await next({ ...args, input: { ...input, RequestItems: sent } });
        return { ...answer, output: { ...answer.output, UnprocessedKeys: held } };
      }
      return await next(args);
    },
    // After the document client has made items of objects.
    { step: 'initialize', priority: 'low', name: 'partlyUnprocessed' },
  );
}

function isWrite(input: object): input is BatchWriteItemInput {
  return 'RequestItems' in input && Object.values(input.RequestItems ?? {}).every(Array.isArray);
}

function isRead(input: object): input is BatchGetItemInput {
  return 'RequestItems' in input && !isWrite(input);
}

type Writes = NonNullable<BatchWriteItemInput['RequestItems']>;
type Reads = NonNullable<BatchGetItemInput['RequestItems']>;

function splitWrites(all: Writes): Held<Writes> {
  const entries = Object.entries(all);
  return {
    sent: Object.fromEntries(entries.map(([table, items]) => [table, items.slice(0, half(items))])),
    held: Object.fromEntries(
      entries
        .filter(([, items]) => items.length > 1)
        .map(([table, items]) => [table, items.slice(half(items))]),
    ),
  };
}

function splitReads(all: Reads): Held<Reads> {
  const entries = Object.entries(all).map(
    ([table, { Keys = [], ...rest }]) => [table, { Keys, ...rest }] as const,
  );
  return {
    sent: Object.fromEntries(
      entries.map(([table, { Keys, ...rest }]) => [table, { ...rest, Keys: Keys.slice(0, half(Keys)) }]),
    ),
    held: Object.fromEntries(
      entries
        .filter(([, { Keys }]) => Keys.length > 1)
        .map(([table, { Keys, ...rest }]) => [table, { ...rest, Keys: Keys.slice(half(Keys)) }]),
    ),
  };
}

function half(items: readonly unknown[]): number {
  return Math.ceil(items.length / 2);
}
