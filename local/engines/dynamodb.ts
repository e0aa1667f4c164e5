import { mkdir } from 'node:fs/promises';
import {
  CreateTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import type { KeyPart, Table } from '../resources/declaration.ts';
import { behindKey, type DataKey } from './data-key.ts';
import type { Engine } from './engine.ts';
import { close, LOOPBACK, listen } from './listen.ts';
import { workUnderWay } from './work-under-way.ts';

/** DynamoDB in this process, its tables on disk in `folder`. */
export async function startDynamoDb(folder: string, key: DataKey = { enabled: true }): Promise<Engine> {
  await mkdir(folder, { recursive: true });
  // A stop while a table goes would leave it half gone for good: nothing takes its time here.
  const server = behindKey(dynalite({ path: folder, createTableMs: 0, deleteTableMs: 0 }), key);
  const work = workUnderWay(server);
  const port = await listen(server, 0);
  return {
    url: `http://${LOOPBACK}:${port}`,
    // The server's close also closes LevelDB, after the last connection has gone.
    async stop() {
      await work.ended(5000);
      await close(server, 1000);
    },
  };
}

/** Makes the tables that are not there yet, through the real protocol. */
export async function ensureTables(client: DynamoDBClient, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    try {
      await client.send(
        new CreateTableCommand({
          TableName: table.name,
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: table.attributes.map(({ name, type }) => ({
            AttributeName: name,
            AttributeType: type,
          })),
          KeySchema: keySchema(table.key),
          ...(table.indexes.length > 0 && {
            GlobalSecondaryIndexes: table.indexes.map((index) => ({
              IndexName: index.name,
              KeySchema: keySchema(index.key),
              Projection: { ProjectionType: 'ALL' as const },
            })),
          }),
        }),
      );
    } catch (thrown) {
      // It is there from an earlier start.
      if (!(thrown instanceof ResourceInUseException)) throw thrown;
    }
    await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 1 }, { TableName: table.name });
  }
}

function keySchema(key: readonly KeyPart[]) {
  return key.map(({ name, role }) => ({ AttributeName: name, KeyType: role }));
}
