import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { RunHead, StoredRun } from '../recompute/run.ts';
import { areaKey } from './keys.ts';
import { pack, unpack } from './packed.ts';
import { isConditionFailed, putAll, queryPrefix, type Table } from './table.ts';

/** Runs of an area: written whole beside each other; the flip of `CURRENT` makes one of them show. */
export type RunStore = {
  current(area: string): Promise<RunHead | undefined>;
  head(area: string, runId: string): Promise<RunHead | undefined>;
  /** One part of a run as it was written; undefined when the run has none of that name. */
  part(area: string, runId: string, name: string): Promise<unknown>;
  /** Parts of a run whose names begin with `prefix`, in order of name. */
  parts(area: string, runId: string, prefix: string): Promise<readonly unknown[]>;
  write(area: string, run: StoredRun): Promise<void>;
  /** Makes the run current if it still follows the current one; false when another was faster. */
  flip(area: string, head: RunHead): Promise<boolean>;
  /** The last run whose messages were sent. */
  notified(area: string): Promise<string | undefined>;
  markNotified(area: string, runId: string): Promise<void>;
};

const headSchema: z.ZodType<RunHead> = z.object({
  runId: z.string(),
  previous: z.string().nullable(),
  sequence: z.int(),
  inputDigest: z.string(),
  madeAt: z.string(),
});

/** The runs kept in the table. */
export function runStore(table: Table): RunStore {
  const get = async (area: string, sk: string) => {
    const answer = await table.client.send(
      new GetCommand({ TableName: table.name, Key: { pk: areaKey(area), sk }, ConsistentRead: true }),
    );
    return answer.Item;
  };
  return {
    async current(area) {
      const item = await get(area, 'CURRENT');
      return item && headSchema.parse(item['head']);
    },
    async head(area, runId) {
      const item = await get(area, partKey(runId, 'HEAD'));
      return item && headSchema.parse(unpack(item['part']));
    },
    async part(area, runId, name) {
      const item = await get(area, partKey(runId, name));
      return item && unpack(item['part']);
    },
    async parts(area, runId, prefix) {
      const items = await queryPrefix(table, areaKey(area), partKey(runId, prefix));
      return items.map((item) => unpack(item['part']));
    },
    write: (area, { head, parts }) =>
      putAll(
        table,
        Object.entries({ ...parts, HEAD: head }).map(([name, part]) => ({
          pk: areaKey(area),
          sk: partKey(head.runId, name),
          part: pack(part),
        })),
      ),
    async flip(area, head) {
      try {
        await table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { pk: areaKey(area), sk: 'CURRENT', runId: head.runId, head },
            ...(head.previous === null
              ? { ConditionExpression: 'attribute_not_exists(pk)' }
              : {
                  ConditionExpression: 'runId = :from',
                  ExpressionAttributeValues: { ':from': head.previous },
                }),
          }),
        );
        return true;
      } catch (error) {
        if (isConditionFailed(error)) return false;
        throw error;
      }
    },
    async notified(area) {
      const item = await get(area, 'NOTIFIED');
      return item && z.string().parse(item['runId']);
    },
    async markNotified(area, runId) {
      await table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: { pk: areaKey(area), sk: 'NOTIFIED' },
          UpdateExpression: 'SET runId = :runId',
          ExpressionAttributeValues: { ':runId': runId },
        }),
      );
    },
  };
}

function partKey(runId: string, name: string): string {
  return `RUN#${runId}#${name}`;
}
