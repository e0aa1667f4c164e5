import { Readable } from 'node:stream';
import { feedById } from '../../shared/catalogue/feeds/feeds.ts';
import { readDrop } from '../../shared/ingest/read-drop.ts';
import { monthAt } from '../../shared/period/month.ts';

/** Reads a plan file of so many rows and prints what came of it and the most memory that the process held. */

const rows = Number(process.argv[2]);
const feed = feedById('trajectory');
if (!feed) throw new Error('The feed trajectory is gone');
const { state, cells, problems } = await readDrop({
  bytes: Readable.from(file()),
  filename: 'a.csv',
  feed,
  area: 'E06000054',
  now: new Date('2025-01-09'),
});
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ state, cells, code: problems[0]?.code ?? null, megabytes }));

function* file(): Generator<Buffer> {
  yield Buffer.from('trajectory,kind,metric,period,value\n');
  for (let at = 0; at < rows; at += 1000) {
    const lines = Array.from({ length: Math.min(1000, rows - at) }, (_, next) => {
      const row = at + next;
      return `plan-${Math.floor(row / 120)},mitigated,ehcp.active,${monthAt(2020 * 12 + (row % 120))},${row}\n`;
    });
    yield Buffer.from(lines.join(''));
  }
}
