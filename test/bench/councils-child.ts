import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { areas } from '../../shared/catalogue/areas.ts';
import { startSystem } from '../pipeline/system.ts';
import { councilFiles, nationalFile } from './councils-files.ts';

/**
 * Puts the files of so many councils into a system of its own and prints how long it took, by the clock and of
 * processors, and the most memory held. How it goes stands on the error stream.
 */

const AT_ONCE = 8;
const TOLD_EVERY_MS = 30_000;
const counted = areas.slice(0, Number(process.argv[2])).map(({ code }) => code);
const system = await startSystem({ samples: false, areas: counted, today: '2025-02-03' });
const seconds = (since: number) => (performance.now() - since) / 1000;
const processor = () => {
  const { user, system: kernel } = process.cpuUsage();
  return (user + kernel) / 1e6;
};
const rating = z.object({ overall: z.object({ rating: z.string() }) });
const isRated = async (code: string) =>
  (await system.get(`/areas/${code}/summary`, rating)).overall.rating !== 'grey';
const begin = performance.now();
const used = processor();
// One look each time: a count of all would be work beside what is measured.
const telling = setInterval(async () => {
  const code = counted[Math.floor(Math.random() * counted.length)] ?? '';
  const state = (await isRated(code).catch(() => false)) ? 'is rated' : 'is not rated yet';
  process.stderr.write(
    `${seconds(begin).toFixed(0)} s, ${(processor() - used).toFixed(0)} s of processors: ${code}, picked at random, ${state}\n`,
  );
}, TOLD_EVERY_MS);
try {
  const files = [nationalFile(counted), ...counted.flatMap(councilFiles)];
  const bytes = files.reduce((sum, { body }) => sum + body.length, 0);
  const start = performance.now();
  let next = 0;
  const put = async () => {
    for (let file = files[next++]; file; file = files[next++]) await system.put(file.key, file.body);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, put));
  const putAfter = seconds(start);
  await system.runtime.idle();
  const freshAfter = seconds(start);
  const cpu = processor() - used;

  let rated = 0;
  const begun = performance.now();
  for (const code of counted) if (await isRated(code)) rated += 1;
  const read = seconds(begun) / counted.length;
  // What is freed late is not to be counted as kept.
  await pause(1000);
  process.stdout.write(
    JSON.stringify({
      ...{ councils: counted.length, files: files.length, bytes, putAfter, freshAfter, cpu, rated, read },
      megabytes: process.resourceUsage().maxRSS / 1024,
    }),
  );
} finally {
  clearInterval(telling);
  await system.stop();
}
process.exit(0);
