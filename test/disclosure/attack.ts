import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { attackOnAllCores } from './attack-cores.ts';

const USAGE = `npm run attack -- [--seeds N] [--seed S]
  --seeds N  so many tables of chance, each protected and then attacked (1000000 when nothing is said)
  --seed S   the first seed; without it one is chosen and printed

An attempt is the attack on one small count of a table, with everything that is left to see of it: a search over whole
numbers for a second value that the count could have. Where there is none, the count is told.`;

const REPORT_EVERY_MS = 5000;

function readArguments(): { readonly first: number; readonly count: number } | undefined {
  try {
    const { seeds = '1000000', seed } = parseArgs({
      options: { seeds: { type: 'string' }, seed: { type: 'string' } },
    }).values;
    if ([seeds, seed ?? '0'].some((text) => !/^\d{1,10}$/.test(text))) return undefined;
    return {
      first: seed === undefined ? Math.floor(Math.random() * 1e9) : Number(seed),
      count: Number(seeds),
    };
  } catch {
    return undefined;
  }
}

const wanted = readArguments();
if (!wanted) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const { first, count } = wanted;
  const begun = performance.now();
  let reported = begun;
  const number = (value: number) => value.toLocaleString('en-GB');
  const outcome = await attackOnAllCores(first, count, availableParallelism(), (done, attempts) => {
    if (performance.now() - reported < REPORT_EVERY_MS) return;
    reported = performance.now();
    const rate = Math.round(done / ((reported - begun) / 1000));
    console.error(
      `${number(done)} of ${number(count)} tables, ${number(attempts)} attempts, ${number(rate)} tables a second`,
    );
  });
  const { small, recovered, known, givenUp, shown, withheld } = outcome;
  console.log(
    `${number(small)} attempts on ${number(count)} tables from seed ${first}: ${number(recovered.length)} small counts told, ${number(known)} known anyway, ${number(givenUp)} attempts too long; ${number(withheld)} counts withheld, ${number(shown)} shown`,
  );
  for (const each of recovered.slice(0, 20)) console.log(`  told: ${each}`);
  process.exitCode = recovered.length > 0 ? 1 : 0;
}
