import { createReadStream } from 'node:fs';
import { feedById } from '../../shared/catalogue/feeds/feeds.ts';
import { readDrop } from '../../shared/ingest/read-drop.ts';

/** Reads a file of national statistics under `_shared` and prints what came of it, how long it took and the most memory held. */

const [, , filename = ''] = process.argv;
const feed = feedById('dfe-statistics');
if (!feed) throw new Error('The feed dfe-statistics is gone');
const start = performance.now();
const { rows, cells, state } = await readDrop({
  bytes: createReadStream(filename),
  ...{ filename, feed, area: '_shared', now: new Date('2026-01-09') },
});
process.stdout.write(
  JSON.stringify({
    ...{ state, cells, read: rows.read, milliseconds: performance.now() - start },
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
