import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as z from 'zod';
import type { Bench } from './figure.ts';

const LIMIT = 200_000;
const outcome = z.object({
  state: z.string(),
  cells: z.number(),
  code: z.string().nullable(),
  megabytes: z.number(),
});

/** Memory that a file at the cell limit takes, and one of ten times as many rows, which is refused. */
export const limitBench: Bench = {
  name: 'limit',
  async measure() {
    const full = await read(LIMIT);
    const larger = await read(LIMIT * 10);
    if (full.cells !== LIMIT)
      throw new Error(`${full.cells} cells came of ${LIMIT}: ${full.state} ${full.code}`);
    if (larger.code !== 'too-many-cells')
      throw new Error(`A file of ten times the limit ended ${larger.state} ${larger.code}`);
    return [
      {
        what: 'reading a file of 200,000 cells, most memory held',
        value: full.megabytes,
        unit: 'MB',
        against: { name: 'budget', value: 512 },
        better: 'lower',
      },
      {
        what: 'one of ten times as many, refused',
        value: larger.megabytes,
        unit: 'MB',
        against: { name: 'the one at the limit', value: full.megabytes },
        better: 'lower',
      },
    ];
  },
};

async function read(rows: number): Promise<z.output<typeof outcome>> {
  const child = ['test/bench/limit-child.ts', String(rows)];
  const { stdout } = await promisify(execFile)(process.execPath, child);
  return outcome.parse(JSON.parse(stdout));
}
