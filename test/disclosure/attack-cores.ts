import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import { type Outcome, outcomeSchema } from './campaign.ts';

/** So many tables a worker attacks before it says what came of them. */
const BATCH = 500;

/** The same as `attack`, on so many cores. Each seed's table and attack are the same wherever they run. */
export async function attackOnAllCores(
  first: number,
  count: number,
  cores: number,
  progress: (soFar: Outcome) => void,
): Promise<Outcome> {
  let next = first;
  let total: Outcome = {
    ...{ tables: 0, small: 0, recovered: [], known: 0, undecided: [] },
    ...{ givenUp: 0, shown: 0, withheld: 0 },
  };
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./attack-worker.ts', import.meta.url));
    while (next < first + count) {
      const batch = { first: next, count: Math.min(BATCH, first + count - next) };
      next += batch.count;
      worker.postMessage(batch);
      const [told] = z.tuple([outcomeSchema]).parse(await once(worker, 'message'));
      total = together(total, told);
      progress(total);
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: cores }, work));
  return total;
}

function together(a: Outcome, b: Outcome): Outcome {
  return {
    tables: a.tables + b.tables,
    small: a.small + b.small,
    recovered: [...a.recovered, ...b.recovered],
    known: a.known + b.known,
    undecided: [...a.undecided, ...b.undecided],
    givenUp: a.givenUp + b.givenUp,
    shown: a.shown + b.shown,
    withheld: a.withheld + b.withheld,
  };
}
