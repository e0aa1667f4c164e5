import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { attackOnAllCores } from './attack-cores.ts';
import { overlapsShown } from './overlap-answers.ts';
import { attackOverlaps } from './overlap-attack.ts';

const USAGE = `npm run attack -- [--seeds N] [--overlaps N] [--seed S]
  --seeds N  so many tables of chance, each protected and then attacked (1000000 when nothing is said)
  --overlaps N  so many files of pupils by combination of groups besides (1000 when nothing is said)
  --seed S   the first seed; without it one is chosen and printed

An attempt is the attack on one small count of a table, with everything that is left to see of it: a search over whole
numbers for a second value that the count could have. Where there is none, the count is told; or known
anyway, where withholding all that can be withheld leaves it none either; or undecided, where that took too long to see.`;

const REPORT_EVERY_MS = 5000;

type Wanted = { readonly first: number; readonly count: number; readonly files: number };

function readArguments(): Wanted | undefined {
  try {
    const {
      seeds = '1000000',
      overlaps = '1000',
      seed,
    } = parseArgs({
      options: { seeds: { type: 'string' }, overlaps: { type: 'string' }, seed: { type: 'string' } },
    }).values;
    if ([seeds, overlaps, seed ?? '0'].some((text) => !/^\d{1,10}$/.test(text))) return undefined;
    return {
      first: seed === undefined ? Math.floor(Math.random() * 1e9) : Number(seed),
      count: Number(seeds),
      files: Number(overlaps),
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
  const { first, count, files } = wanted;
  const begun = performance.now();
  let reported = begun;
  const number = (value: number) => value.toLocaleString('en-GB');
  const outcome = await attackOnAllCores(first, count, availableParallelism(), (soFar) => {
    if (performance.now() - reported < REPORT_EVERY_MS) return;
    reported = performance.now();
    const rate = Math.round(soFar.tables / ((reported - begun) / 1000));
    console.error(
      `${number(soFar.tables)} of ${number(count)} tables, ${number(soFar.small)} attempts, ${number(soFar.recovered.length)} told; ${number(rate)} tables a second`,
    );
  });
  const { small, recovered, known, undecided, givenUp, shown, withheld } = outcome;
  console.log(
    `${number(small)} attempts on ${number(count)} tables from seed ${first}: ${number(recovered.length)} small counts told, ${number(known)} known anyway, ${number(undecided.length)} undecided, ${number(givenUp)} attempts too long; ${number(withheld)} counts withheld, ${number(shown)} shown`,
  );
  for (const each of recovered.slice(0, 20)) console.log(`  told: ${each}`);
  for (const each of undecided.slice(0, 20)) console.log(`  undecided: ${each}`);
  const groups = attackOverlaps(first, files, overlapsShown);
  console.log(
    `${number(groups.small)} attempts on ${number(files)} files of pupils by combination of groups: ${number(groups.recovered.length)} small counts told, ${number(groups.givenUp)} attempts too long; ${number(groups.withheld)} combinations withheld, ${number(groups.shown)} shown`,
  );
  for (const each of groups.recovered.slice(0, 20)) console.log(`  told: ${each}`);
  process.exitCode = recovered.length + undecided.length + groups.recovered.length > 0 ? 1 : 0;
}
