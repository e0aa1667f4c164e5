import { setTimeout as pause } from 'node:timers/promises';
import {
  BatchGetCommand,
  BatchWriteCommand,
  type DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';

/** The one table, and the client to it. */
export type Table = { readonly client: DynamoDBDocumentClient; readonly name: string };

export type Key = { readonly pk: string; readonly sk: string };

export type Item = Record<string, unknown> & Key;

// DynamoDB's own limits.
const WRITE_BATCH = 25;
const READ_BATCH = 100;
const MOST_ATTEMPTS = 8;

/** Every item of a partition whose sort key begins with `prefix`, all pages, in key order. */
export async function queryPrefix(table: Table, pk: string, prefix: string): Promise<Item[]> {
  const items: Item[] = [];
  const wanted = {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
  };
  for await (const page of pagesOf<Item>(table, wanted)) items.push(...page);
  return items;
}

/** The items of a partition whose sort key lies from `first` to before `end`, page by page, in order. */
export async function* pagesBetween(
  table: Table,
  pk: string,
  first: string,
  end: string,
): AsyncGenerator<readonly Item[]> {
  for await (const page of pagesOf<Item>(table, between(pk, first, end))) yield before(page, end);
}

/** The keys of a partition whose sort key lies from `first` to before `end`, all pages, in order. */
export async function queryKeys(table: Table, pk: string, first: string, end: string): Promise<Key[]> {
  const keys: Key[] = [];
  const wanted = { ...between(pk, first, end), ProjectionExpression: 'pk, sk' };
  for await (const page of pagesOf<Key>(table, wanted)) keys.push(...before(page, end));
  return keys;
}

type Wanted = Pick<
  QueryCommandInput,
  'KeyConditionExpression' | 'ExpressionAttributeValues' | 'ProjectionExpression'
>;

/** What a query finds, page by page, as it was last written. */
async function* pagesOf<Found>(table: Table, wanted: Wanted): AsyncGenerator<readonly Found[]> {
  let start: Record<string, unknown> | undefined;
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        ConsistentRead: true,
        ...wanted,
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    yield (page.Items ?? []) as Found[];
    start = page.LastEvaluatedKey;
  } while (start);
}

function between(pk: string, first: string, end: string): Wanted {
  return {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :end',
    ExpressionAttributeValues: { ':pk': pk, ':first': first, ':end': end },
  };
}

/** Without the end itself, which BETWEEN finds too. */
function before<Found extends Key>(page: readonly Found[], end: string): readonly Found[] {
  return page.filter(({ sk }) => sk < end);
}

/** Writes items whole, unprocessed ones again with growing, jittered pauses; throws when some stay unwritten. */
export async function putAll(table: Table, items: readonly Item[]): Promise<void> {
  await writeAll(
    table,
    items.map((Item) => ({ PutRequest: { Item } })),
  );
}

/** Removes items, as `putAll` writes them; what is not there does no harm. */
export async function deleteAll(table: Table, keys: readonly Key[]): Promise<void> {
  await writeAll(
    table,
    keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
  );
}

type Write = { PutRequest: { Item: Item } } | { DeleteRequest: { Key: Key } };

async function writeAll(table: Table, writes: readonly Write[]): Promise<void> {
  for (let at = 0; at < writes.length; at += WRITE_BATCH) {
    let requests = writes.slice(at, at + WRITE_BATCH);
    for (let attempt = 0; requests.length > 0; attempt += 1) {
      if (attempt === MOST_ATTEMPTS)
        throw new Error(`${requests.length} items stayed unwritten after ${attempt} attempts`);
      if (attempt > 0) await backOff(attempt);
      const answer = await table.client.send(
        new BatchWriteCommand({ RequestItems: { [table.name]: requests } }),
      );
      requests = (answer.UnprocessedItems?.[table.name] ?? []) as typeof requests;
    }
  }
}

/** The items that exist under the keys, in no order; unprocessed keys are asked for again. */
export async function getAll(table: Table, keys: readonly Key[]): Promise<Item[]> {
  const found: Item[] = [];
  for (let at = 0; at < keys.length; at += READ_BATCH) {
    let wanted: Record<string, unknown>[] = keys.slice(at, at + READ_BATCH).map(({ pk, sk }) => ({ pk, sk }));
    for (let attempt = 0; wanted.length > 0; attempt += 1) {
      if (attempt === MOST_ATTEMPTS)
        throw new Error(`${wanted.length} items stayed unread after ${attempt} attempts`);
      if (attempt > 0) await backOff(attempt);
      const answer = await table.client.send(
        new BatchGetCommand({ RequestItems: { [table.name]: { Keys: wanted, ConsistentRead: true } } }),
      );
      found.push(...((answer.Responses?.[table.name] ?? []) as Item[]));
      wanted = answer.UnprocessedKeys?.[table.name]?.Keys ?? [];
    }
  }
  return found;
}

/** True for the error of a conditional write whose condition did not hold. */
export function isConditionFailed(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConditionalCheckFailedException';
}

async function backOff(attempt: number): Promise<void> {
  await pause(Math.random() * 25 * 2 ** attempt);
}
