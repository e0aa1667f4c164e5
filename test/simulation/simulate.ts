import { parseArgs } from 'node:util';
import { describeFailure, runCampaign } from './campaign.ts';
import type { Extent } from './history.ts';

const USAGE = `npm run simulate -- [--seeds N] [--pipeline N] [--seed S]
  --seeds N     so many histories of ingest and fold (20000 when nothing is said)
  --pipeline N  so many of everything from the put to the message and the answer (2000 when nothing is said)
  --seed S      the first seed; alone, that seed's two histories. Without it one is chosen and printed.`;

const REPORT_EVERY_MS = 2000;

type Wanted = { readonly first: number; readonly counts: Readonly<Record<Extent, number>> };

function readArguments(): Wanted | undefined {
  const options = {
    seeds: { type: 'string' },
    pipeline: { type: 'string' },
    seed: { type: 'string' },
  } as const;
  try {
    const { seeds, pipeline, seed } = parseArgs({ options }).values;
    const given = [seeds, pipeline, seed].filter((text) => text !== undefined);
    if (given.some((text) => !/^\d{1,10}$/.test(text))) return undefined;
    const first = seed === undefined ? Math.floor(Math.random() * 1e9) : Number(seed);
    if (seeds !== undefined || pipeline !== undefined)
      return { first, counts: { fold: Number(seeds ?? 0), pipeline: Number(pipeline ?? 0) } };
    return {
      first,
      counts: seed === undefined ? { fold: 20_000, pipeline: 2000 } : { fold: 1, pipeline: 1 },
    };
  } catch {
    return undefined;
  }
}

/** Plays so many histories; true when all invariants held in all of them. */
async function simulate(extent: Extent, first: number, count: number): Promise<boolean> {
  const name = extent === 'fold' ? 'ingest and fold' : 'whole pipeline';
  const begun = performance.now();
  let reported = begun;
  const rate = (done: number) => {
    const seconds = (performance.now() - begun) / 1000;
    return `${done.toLocaleString('en-GB')} of ${count.toLocaleString('en-GB')} seeds, ${Math.round(done / seconds).toLocaleString('en-GB')} a second`;
  };
  const failure = await runCampaign({
    ...{ extent, first, count },
    progress(done) {
      if (performance.now() - reported < REPORT_EVERY_MS) return;
      reported = performance.now();
      console.error(`${name}: ${rate(done)}`);
    },
  });
  console.log(failure ? describeFailure(failure) : `${name}: ${rate(count)}, from seed ${first}, 0 failures`);
  return failure === undefined;
}

const wanted = readArguments();
if (!wanted) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  for (const extent of ['fold', 'pipeline'] as const) {
    const count = wanted.counts[extent];
    if (count > 0 && !(await simulate(extent, wanted.first, count))) process.exitCode = 1;
  }
}
