import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { areaKey } from './keys.ts';
import { isConditionFailed, type Table } from './table.ts';

/** How far the messages of areas have been posted to the webhook, and who posts now. */
export type DeliveryStore = {
  delivered(area: string): Promise<{ readonly runId: string; readonly posts: number } | undefined>;
  mark(area: string, delivered: { readonly runId: string; readonly posts: number }): Promise<void>;
  /** Takes the area for oneself until an instant; false while another has it. */
  take(area: string, now: Date, until: Date): Promise<boolean>;
  release(area: string): Promise<void>;
};

const schema = z.object({ runId: z.string(), posts: z.int() });

/** The marks kept in the table, one item an area. */
export function deliveryStore(table: Table): DeliveryStore {
  const keyOf = (area: string) => ({ TableName: table.name, Key: { pk: areaKey(area), sk: 'DELIVERED' } });
  return {
    async delivered(area) {
      const { Item } = await table.client.send(new GetCommand({ ...keyOf(area), ConsistentRead: true }));
      return Item?.['runId'] === undefined ? undefined : schema.parse(Item);
    },
    async mark(area, { runId, posts }) {
      await table.client.send(
        new UpdateCommand({
          ...keyOf(area),
          UpdateExpression: 'SET runId = :runId, posts = :posts',
          ExpressionAttributeValues: { ':runId': runId, ':posts': posts },
        }),
      );
    },
    async take(area, now, until) {
      try {
        await table.client.send(
          new UpdateCommand({
            ...keyOf(area),
            UpdateExpression: 'SET takenUntil = :until',
            ConditionExpression: 'attribute_not_exists(takenUntil) OR takenUntil <= :now',
            ExpressionAttributeValues: { ':until': until.toISOString(), ':now': now.toISOString() },
          }),
        );
        return true;
      } catch (error) {
        if (isConditionFailed(error)) return false;
        throw error;
      }
    },
    async release(area) {
      await table.client.send(new UpdateCommand({ ...keyOf(area), UpdateExpression: 'REMOVE takenUntil' }));
    },
  };
}
