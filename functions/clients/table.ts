import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../shared/store/table.ts';
import { required } from '../environment.ts';
import { spent } from '../timing.ts';

const client = new DynamoDBClient({});
// It copies every item that is read for a log that nobody keeps: a tenth of what a large answer costs.
client.middlewareStack.remove('loggerMiddleware');
client.middlewareStack.add((next) => (asked) => spent(() => next(asked)), {
  step: 'initialize',
  name: 'spent',
});

/** The one table; its client is made once a process, here. */
export const table: Table = {
  client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
  name: required('TABLE_NAME'),
};
