import * as z from 'zod';
import { ingestKey } from '../../shared/ingest/ingest.ts';
import type { IngestPorts } from '../../shared/ingest/ports.ts';
import { cellStore } from '../../shared/store/cells.ts';
import { dropStore } from '../../shared/store/drops.ts';
import { dropBucket, reportBucket } from '../clients/buckets.ts';
import { sendMessage } from '../clients/queues.ts';
import { table } from '../clients/table.ts';
import { clock } from '../clock.ts';
import { required, servedAreas } from '../environment.ts';
import { logger } from '../logger.ts';
import { queueHandler } from '../queue-handler.ts';

const ports: IngestPorts = {
  bucket: dropBucket(),
  drops: dropStore(table),
  cells: cellStore(table),
  reports: reportBucket(),
  dirty: (area) => sendMessage(required('DIRTY_QUEUE_URL'), { area }),
  clock,
  areas: servedAreas(),
};

/** An S3 notification; the test event that S3 sends when it is set up has no records. */
const notification = z.object({
  Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })).default([]),
});

/** Takes the files that S3 says were put or deleted. The event is a hint: the bucket's version list is the truth. */
export const handler = queueHandler(
  ({ body }) => notification.parse(JSON.parse(body)).Records.map(({ s3 }) => keyOf(s3.object.key)),
  async (key) => {
    const drops = await ingestKey(key, ports);
    logger.info('ingested', { drops: drops.length, last: drops.at(-1)?.id, state: drops.at(-1)?.state });
  },
);

/** Keys come form-encoded: a space as `+`. */
function keyOf(encoded: string): string {
  return decodeURIComponent(encoded.replaceAll('+', ' '));
}
