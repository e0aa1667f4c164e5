import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { areaKey } from './keys.ts';
import type { Table } from './table.ts';

/** A recompute that somebody asked for, so that they can wait for its end. */
export type RecomputeRequest = {
  readonly id: string;
  readonly area: string;
  readonly state: 'queued' | 'done';
  readonly requestedAt: string;
  /** The run that answers it, and whether it is a new one; null while queued. */
  readonly runId: string | null;
  readonly changed: boolean | null;
};

export type RequestStore = {
  save(request: RecomputeRequest): Promise<void>;
  find(area: string, id: string): Promise<RecomputeRequest | undefined>;
};

const requestSchema: z.ZodType<RecomputeRequest> = z.object({
  id: z.string(),
  area: z.string(),
  state: z.enum(['queued', 'done']),
  requestedAt: z.string(),
  runId: z.string().nullable(),
  changed: z.boolean().nullable(),
});

const KEPT_SECONDS = 7 * 86_400;

/** The requests kept in the table, for a week. */
export function requestStore(table: Table): RequestStore {
  const key = (area: string, id: string) => ({ pk: areaKey(area), sk: `REQUEST#${id}` });
  return {
    async save(request) {
      // Expiry is housekeeping in real time; nothing depends on it.
      const expiresAt = Math.floor(Date.now() / 1000) + KEPT_SECONDS;
      const Item = { ...key(request.area, request.id), expiresAt, request };
      await table.client.send(new PutCommand({ TableName: table.name, Item }));
    },
    async find(area, id) {
      const answer = await table.client.send(
        new GetCommand({ TableName: table.name, Key: key(area, id), ConsistentRead: true }),
      );
      return answer.Item && requestSchema.parse(answer.Item['request']);
    },
  };
}
