import { spawn } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import type { Bench } from './figure.ts';
import { keepRun } from './scale/all-councils.ts';

const COUNCILS = 152;
const outcome = z.object({
  councils: z.number(),
  files: z.number(),
  putAfter: z.number(),
  freshAfter: z.number(),
  cpu: z.number(),
  rated: z.number(),
  read: z.number(),
  megabytes: z.number(),
});

/** All of England on one machine: ten years of results of every council, and five years of its own figures. */
export const councilsBench: Bench = {
  name: 'councils',
  async measure() {
    const child = spawn(process.execPath, ['test/bench/councils-child.ts', String(COUNCILS)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { freshAfter, cpu, rated, megabytes, read, files } = outcome.parse(
      JSON.parse(await text(child.stdout)),
    );
    if (rated !== COUNCILS) throw new Error(`${rated} of ${COUNCILS} councils have a rating`);
    if (process.argv.includes('--write')) {
      const [minutes, processorSeconds] = [rounded(freshAfter / 60), rounded(cpu)];
      keepRun({
        on: new Date().toISOString().slice(0, 10),
        machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
        load: Math.round(loadavg()[2] ?? 0),
        ...{ councils: COUNCILS, files, minutes, processorSeconds },
        ...{ megabytes: Math.round(megabytes), readMilliseconds: Math.round(read * 1000) },
      });
    }
    return [
      {
        what: `${COUNCILS} councils on one machine, ${files} files put at once: until all is rated`,
        value: freshAfter / 60,
        unit: 'min',
        against: { name: 'budget', value: 10 },
        better: 'lower',
      },
      {
        what: 'of which a council: time of processors',
        value: cpu / COUNCILS,
        unit: 's',
        against: { name: 'budget', value: 8 },
        better: 'lower',
      },
      {
        what: 'most memory held meanwhile, everything in one process',
        value: megabytes,
        unit: 'MB',
        against: { name: 'budget', value: 4096 },
        better: 'lower',
      },
      {
        what: 'then the first page of each, one after the other, mean',
        value: read * 1000,
        unit: 'ms',
        against: { name: 'budget', value: 50 },
        better: 'lower',
      },
    ];
  },
};

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
