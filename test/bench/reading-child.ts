import { createReadStream } from 'node:fs';
import { feedById } from '../../shared/catalogue/feeds/feeds.ts';
import { readDrop } from '../../shared/ingest/read-drop.ts';

/** Reads a plan file three times and prints how long the last took and the most memory that the process held. */

const [, , filename = ''] = process.argv;
const feed = feedById('trajectory');
if (!feed) throw new Error('The feed trajectory is gone');
let milliseconds = 0;
let cells = 0;
for (let time = 0; time < 3; time += 1) {
  const start = performance.now();
  const now = new Date('2025-01-09');
  ({ cells } = await readDrop({ bytes: createReadStream(filename), filename, feed, area: 'E06000054', now }));
  milliseconds = performance.now() - start;
}
process.stdout.write(
  JSON.stringify({ cells, milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }),
);
