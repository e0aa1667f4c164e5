import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { runIdStart } from '../facts/run-id.ts';
import type { RunHead, StoredRun } from '../recompute/run.ts';
import { areaKey, shortened } from './keys.ts';
import { packInPieces, unpackPieces } from './packed.ts';
import { readingTogether } from './reading-together.ts';
import { deleteAll, getAll, type Item, isConditionFailed, putAll, queryKeys, type Table } from './table.ts';

/** Runs of an area: written whole beside each other; the flip of `CURRENT` makes one of them show. */
export type RunStore = {
  current(area: string): Promise<RunHead | undefined>;
  head(area: string, runId: string): Promise<RunHead | undefined>;
  /**
   * One part of a run as it was written; undefined when the run has none of that name. Parts that are asked for at once
   * are read together, in one request.
   */
  part(area: string, runId: string, name: string): Promise<unknown>;
  write(area: string, run: StoredRun): Promise<void>;
  /** Makes the run current if it still follows the current one; false when another was faster. */
  flip(area: string, head: RunHead): Promise<boolean>;
  /** The last run whose messages were sent. */
  notified(area: string): Promise<string | undefined>;
  markNotified(area: string, runId: string): Promise<void>;
  /** Removes the parts that are views from runs up to this number of the chain, from where an earlier call left off. */
  removeViews(area: string, upTo: number, isView: (part: string) => boolean): Promise<void>;
};

const headSchema: z.ZodType<RunHead> = z.object({
  runId: z.string(),
  previous: z.string().nullable(),
  sequence: z.int(),
  inputDigest: z.string(),
  madeAt: z.string(),
  overridesEnd: z.array(z.string()).exactOptional(),
});

/** The runs kept in the table. */
export function runStore(table: Table): RunStore {
  const read = readingTogether(table);
  const get = (area: string, sk: string) => read({ pk: areaKey(area), sk });
  const readPart = async (area: string, runId: string, name: string): Promise<unknown> => {
    const first = await get(area, partKey(runId, name));
    if (!first) return undefined;
    const { part, pieces } = pieceSchema.parse(first);
    const others = Array.from({ length: pieces - 1 }, (_, at) => ({
      pk: areaKey(area),
      sk: partKey(runId, name, at + 1),
    }));
    const found = await getAll(table, others);
    const bySk = new Map(found.map((item) => [item.sk, item['part']]));
    return unpackPieces([part, ...others.map(({ sk }) => bySk.get(sk))]);
  };
  return {
    async current(area) {
      const item = await get(area, 'CURRENT');
      return item && headSchema.parse(item['head']);
    },
    async head(area, runId) {
      const head = await readPart(area, runId, 'HEAD');
      return head === undefined ? undefined : headSchema.parse(head);
    },
    part: readPart,
    write: (area, { head, parts }) =>
      putAll(
        table,
        Object.entries({ ...parts, HEAD: head }).flatMap(([name, part]) =>
          itemsOf(area, head.runId, name, part),
        ),
      ),
    flip: (area, head) => makeCurrent(table, area, head, head.previous),
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
    async removeViews(area, upTo, isView) {
      const done = z.int().parse((await get(area, 'VIEWS_REMOVED'))?.['upTo'] ?? 0);
      if (upTo <= done) return;
      const pk = areaKey(area);
      const keys = await queryKeys(table, pk, runRange(done + 1), runRange(upTo + 1));
      await deleteAll(
        table,
        keys.filter(({ sk }) => isView(partNameOf(sk))),
      );
      // Last: after a crash the next call looks at the same runs again.
      await markViewsRemoved(table, area, upTo);
    },
  };
}

/** Makes a run current if `from` still is (null: if none is); false when it is not. */
export async function makeCurrent(
  table: Table,
  area: string,
  head: RunHead,
  from: string | null,
): Promise<boolean> {
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { pk: areaKey(area), sk: 'CURRENT', runId: head.runId, head },
        ...(from === null
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : { ConditionExpression: 'runId = :from', ExpressionAttributeValues: { ':from': from } }),
      }),
    );
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}

/** Remembers that runs up to this number of the chain have no views any more. */
export async function markViewsRemoved(table: Table, area: string, upTo: number): Promise<void> {
  const Item = { pk: areaKey(area), sk: 'VIEWS_REMOVED', upTo };
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
}

const pieceSchema = z.object({ part: z.unknown(), pieces: z.int() });

/** A part as one item, or as several where it is too large for one: the first says how many there are. */
function itemsOf(area: string, runId: string, name: string, part: unknown): Item[] {
  const pieces = packInPieces(part);
  return pieces.map((piece, at) => ({
    pk: areaKey(area),
    sk: partKey(runId, name, at),
    part: piece,
    pieces: pieces.length,
  }));
}

/** Where the runs of a number begin: a run's id begins with its number in the chain. */
export function runRange(sequence: number): string {
  return `RUN#${runIdStart(sequence)}`;
}

/** `RUN#00000001-1a2b#SERIES#ehcp.active#` → `SERIES#ehcp.active#`, also of a further piece of it. */
export function partNameOf(sk: string): string {
  return sk
    .split('#')
    .slice(2)
    .join('#')
    .replace(/#PIECE#\d+$/, '');
}

function partKey(runId: string, name: string, piece = 0): string {
  return `RUN#${runId}#${shortened(name)}${piece === 0 ? '' : `#PIECE#${piece}`}`;
}
