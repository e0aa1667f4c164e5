import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ensureTables, startDynamoDb } from '../../local/engines/dynamodb.ts';
import { credentials } from '../../local/engines/endpoints.ts';
import { REGION } from '../../local/resources/place.ts';
import { cellStore } from '../../shared/store/cells.ts';
import { dropStore } from '../../shared/store/drops.ts';
import { requestStore } from '../../shared/store/requests.ts';
import { runStore } from '../../shared/store/runs.ts';
import { settingStore } from '../../shared/store/settings.ts';
import type { Table } from '../../shared/store/table.ts';
import type { OpenStores } from './contract.ts';

/** An empty table with the keys of the product's. */
export async function newTable(client: DynamoDBClient): Promise<Table> {
  const name = `contract-${randomUUID()}`;
  await ensureTables(client, [
    {
      ...{ kind: 'table', name, indexes: [] },
      attributes: [
        { name: 'pk', type: 'S' },
        { name: 'sk', type: 'S' },
      ],
      key: [
        { name: 'pk', role: 'HASH' },
        { name: 'sk', role: 'RANGE' },
      ],
    },
  ]);
  // As the functions make theirs.
  const document = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  return { client: document, name };
}

/** The product's stores over a new table of a DynamoDB at an address; `prepare` may meddle with its client. */
export async function storesAt(
  endpoint: string,
  prepare: (client: DynamoDBClient) => void = () => undefined,
): Promise<OpenStores> {
  const client = new DynamoDBClient({ region: REGION, credentials, endpoint });
  const table = await newTable(client);
  prepare(client);
  return {
    stores: {
      ...{ drops: dropStore(table), cells: cellStore(table) },
      ...{ runs: runStore(table), requests: requestStore(table), settings: settingStore(table) },
    },
    close: () => Promise.resolve(client.destroy()),
  };
}

/** The same over the embedded DynamoDB, which is stopped with them. */
export async function embeddedStores(prepare?: (client: DynamoDBClient) => void): Promise<OpenStores> {
  const folder = await mkdtemp(join(tmpdir(), 'bellwether-store-'));
  const engine = await startDynamoDb(folder);
  const { stores, close } = await storesAt(engine.url, prepare);
  return {
    stores,
    async close() {
      await close();
      await engine.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
