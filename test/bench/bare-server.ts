import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { startDynamoDb } from '../../local/engines/dynamodb.ts';
import { close, listen } from '../../local/engines/listen.ts';

/** The least that a read can be: a server that reads one item of the same embedded DynamoDB and answers it as it is. */
export async function startBareServer(
  body: string,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'bellwether-bare-'));
  const engine = await startDynamoDb(folder);
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      ...{ endpoint: engine.url, region: 'eu-west-2' },
      credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    }),
  );
  await client.send(
    new CreateTableCommand({
      ...{ TableName: 'bare', BillingMode: 'PAY_PER_REQUEST' },
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName: 'bare' });
  await client.send(new PutCommand({ TableName: 'bare', Item: { pk: 'one', body } }));
  const server = createServer(async (_, response) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: 'bare', Key: { pk: 'one' }, ConsistentRead: true }),
    );
    response.setHeader('content-type', 'application/json').end(String(Item?.['body']));
  });
  const port = await listen(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      await close(server, 1000);
      client.destroy();
      await engine.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
