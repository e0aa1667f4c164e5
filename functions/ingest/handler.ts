import * as z from 'zod';
import type { Drop } from '../../shared/facts/drop.ts';
import { folderOf } from '../../shared/ingest/address.ts';
import { ingestKey } from '../../shared/ingest/ingest.ts';
import type { IngestPorts } from '../../shared/ingest/ports.ts';
import { type SweepPorts, sweep, sweepFolder } from '../../shared/ingest/sweep.ts';
import { cellStore } from '../../shared/store/cells.ts';
import { dropStore } from '../../shared/store/drops.ts';
import { settingStore } from '../../shared/store/settings.ts';
import { dropBucket, reportBucket, wholeDropBucket } from '../clients/buckets.ts';
import { sendMessage } from '../clients/queues.ts';
import { table } from '../clients/table.ts';
import { clock } from '../clock.ts';
import { required, servedAreas } from '../environment.ts';
import { log } from '../logger.ts';
import { count, took } from '../metrics.ts';
import { queueHandler } from '../queue-handler.ts';

const ports: IngestPorts = {
  bucket: dropBucket(),
  drops: dropStore(table),
  cells: cellStore(table),
  settings: settingStore(table),
  reports: reportBucket(),
  dirty: (area) => sendMessage(required('DIRTY_QUEUE_URL'), { area }, area),
  clock,
  areas: servedAreas(),
};

const toOwnQueue = (message: Work, group?: string) =>
  sendMessage(required('INGEST_QUEUE_URL'), message, group);
/** Has a key taken in its turn: a council that puts a thousand files delays no other's (docs/decisions/0013). */
const lineUp = (key: string) => toOwnQueue({ key }, folderOf(key, ports.areas));
const sweepPorts: SweepPorts = {
  bucket: wholeDropBucket(),
  drops: dropStore(table),
  objectsGone(drops) {
    count('ObjectsGone', drops.length);
    log('objects-gone', { count: drops.length, first: drops.slice(0, 20).map(({ id }) => id) });
  },
  sweepFolder: (folder) => toOwnQueue({ sweep: true, folder }),
  take: lineUp,
  notify: (area) => sendMessage(required('NOTIFY_QUEUE_URL'), { area }, area),
  areas: ports.areas,
};

/**
 * What there is to do: a key to take, a key that S3 has told of to line up, or the bucket (or a folder of it) to look
 * through for what was lost.
 */
const workSchema = z.union([
  z.object({ told: z.string() }),
  z.object({ key: z.string() }),
  z.object({ sweep: z.literal(true), folder: z.string().exactOptional() }),
]);
type Work = z.infer<typeof workSchema>;

/** An S3 notification; the test event that S3 sends when it is set up has no records. */
const notification = z.object({
  Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })).default([]),
});

/**
 * Takes the files that S3 says were put or deleted, and those that the sweep finds. An event is a hint: the bucket's
 * version list is the truth. S3 cannot say whose an event is, so its events are only lined up by council.
 */
export const handler = queueHandler(
  ({ body }) => {
    const message: unknown = JSON.parse(body);
    const work = workSchema.safeParse(message);
    const all = work.success
      ? [work.data]
      : notification.parse(message).Records.map(({ s3 }) => ({ told: keyOf(s3.object.key) }));
    return all.map((each) => JSON.stringify(each));
  },
  async (thing) => {
    const work = workSchema.parse(JSON.parse(thing));
    if ('told' in work) return await lineUp(work.told);
    if ('key' in work) {
      const drops = await ingestKey(work.key, ports);
      for (const drop of drops) measure(drop);
      log('ingested', { drops: drops.length, last: drops.at(-1)?.id, state: drops.at(-1)?.state });
      return;
    }
    const { folder } = work;
    const found = folder === undefined ? await sweep(sweepPorts) : await sweepFolder(folder, sweepPorts);
    log('swept', { folder: folder ?? '', found });
  },
);

function measure({ state, rows, receivedAt, finishedAt }: Drop): void {
  count('VersionsTaken', 1);
  count('RowsRead', rows.read);
  count('RowsRejected', rows.rejected);
  count('FilesQuarantined', state === 'quarantined' ? 1 : 0);
  if (finishedAt !== null) took('TakenAfter', Date.parse(finishedAt) - Date.parse(receivedAt));
}

/** Keys come form-encoded: a space as `+`. */
function keyOf(encoded: string): string {
  return decodeURIComponent(encoded.replaceAll('+', ' '));
}
