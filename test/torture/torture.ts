import { parseArgs } from 'node:util';
import { judge } from './verdict.ts';

const USAGE = `npm run torture -- [--kills N] [--drops N] [--seed S]
  Kills a system of its own with SIGKILL at random moments while files are put, starts it again each time, and
  compares what shows in the end with a run that nobody disturbed.
  --kills N   so many (50 when nothing is said)
  --drops N   so many files, put again, removed and refused ones among them (200)
  --seed S    the load and the moments; without it one is chosen and printed`;

function readArguments(): { kills: number; drops: number; seed: number } | undefined {
  const options = {
    kills: { type: 'string', default: '50' },
    drops: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    const { kills, drops, seed, help } = parseArgs({ options }).values;
    if (help || [kills, drops, seed].some((text) => !/^\d{1,9}$/.test(text))) return undefined;
    return { kills: Number(kills), drops: Number(drops), seed: Number(seed) };
  } catch {
    return undefined;
  }
}

const wanted = readArguments();
if (!wanted) {
  console.error(USAGE);
  process.exitCode = process.argv.includes('--help') ? 0 : 2;
} else {
  const begun = performance.now();
  const { faults, outcome } = await judge({ ...wanted, say: (text) => console.error(text) });
  const seconds = Math.round((performance.now() - begun) / 1000);
  console.log(
    `${wanted.drops} files, ${wanted.kills} kills, seed ${wanted.seed}: ${faults.length} faults; ${outcome.repeated} puts said again, ${outcome.reads} reads, ${seconds} s`,
  );
  for (const fault of faults) console.log(`  ${fault}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
