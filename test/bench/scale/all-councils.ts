import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

const file = new URL('councils.json', import.meta.url);
const schema = z.object({
  on: z.iso.date(),
  machine: z.string(),
  /** Processes that wanted a processor, the mean of the last quarter of an hour: above the processors, it had to wait. */
  load: z.number(),
  councils: z.int(),
  files: z.int(),
  /** Until all councils were rated: by the clock, and of all processors together. */
  minutes: z.number(),
  processorSeconds: z.number(),
  megabytes: z.number(),
  readMilliseconds: z.number(),
});

/** A real run of all councils of England through the embedded system. */
export type AllCouncils = z.infer<typeof schema>;

/** The last run that was kept. */
export function lastRun(): AllCouncils {
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function keepRun(run: AllCouncils): void {
  writeFileSync(file, `${JSON.stringify(run, undefined, 2)}\n`);
}

/** The section of docs/reference/scale.md on it. */
export function allCouncilsSection(run: AllCouncils): readonly string[] {
  const { on, machine, load, councils, files, minutes, processorSeconds, megabytes, readMilliseconds } = run;
  const figure = (value: number) => value.toLocaleString('en-GB', { maximumSignificantDigits: 3 });
  return [
    '## All of England on one machine',
    '',
    'No model: `npm run bench -- councils` puts results of ten school years of every council, of the size of the Interactive Tool, and five years of the monthly figures and a plan of each into the embedded system, all at once.',
    '',
    `| ${councils} councils, ${files} files | |`,
    '|---|---|',
    `| until all are rated, by the clock | ${figure(minutes)} minutes |`,
    `| the same, time of processors | ${figure(processorSeconds)} s, ${figure(processorSeconds / councils)} s a council |`,
    `| most memory, everything in one process | ${megabytes.toLocaleString('en-GB')} MB |`,
    `| then the first page of each, mean | ${figure(readMilliseconds)} ms |`,
    '',
    `Measured on ${on}, ${machine}, while ${figure(load)} processes wanted a processor: the clock says how long they had to wait, and the time of processors what the work is. It was kept with \`--write\`.`,
  ];
}
