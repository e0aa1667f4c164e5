import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brokenFiles } from './broken.ts';
import type { Check } from './check.ts';
import { otherFiles, wrongFeeds } from './elsewhere.ts';
import { guardOverAll } from './guard.ts';
import { nationalFiles } from './national.ts';
import { scorecardCells } from './scorecards.ts';
import { socialCareFindings } from './social-care.ts';

const USAGE = `Usage: npm run conformance -- DIR [--brief]

Runs whole real files below DIR (public files of the Department for Education, not part of the product)
through the real ingest, and holds every figure that is stored against the file, read by a reader of its own.

  DIR        the folder with the files
  --brief    prints only what is not as expected, and the sums
  --help     this text

Exit code: 0 all as expected, 1 some differ, 2 the command was not understood or DIR is not there.
`;

const PARTS: readonly {
  readonly title: string;
  readonly checks: (folder: string) => AsyncGenerator<Check> | Generator<Check>;
}[] = [
  { title: 'National statistics, figure by figure', checks: nationalFiles },
  { title: 'Scorecards of the sample council, cell by cell', checks: scorecardCells },
  { title: 'Findings about children in social care, figure by figure', checks: socialCareFindings },
  { title: 'Files that break a rule of the standard', checks: brokenFiles },
  { title: 'Other files, dropped as national statistics', checks: otherFiles },
  { title: 'Real files in the folder of another feed', checks: wrongFeeds },
  { title: 'Personal data', checks: guardOverAll },
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { brief: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (values.help) finish(USAGE, 0);
if (folder === undefined) finish(USAGE, 2);
for (const part of ['dfe', 'lait', 'codes'].map((name) => join(folder, name))) {
  if (!existsSync(part)) {
    finish(
      `Cannot check against real files: there is no folder ${part}. The files are not part of the product; give the folder that holds them, as in npm run conformance -- ../shared/data\n`,
      2,
    );
  }
}

let right = 0;
let wrong = 0;
for (const { title, checks } of PARTS) {
  process.stdout.write(`\n${title}\n`);
  let held = 0;
  for await (const check of checks(folder)) {
    if (check.right) held += 1;
    else wrong += 1;
    if (!check.right || !values.brief)
      process.stdout.write(`${check.right ? 'as expected' : 'DIFFERS    '} ${check.line}\n`);
  }
  process.stdout.write(`${held} as expected\n`);
  right += held;
}
finish(`\n${right} checks as expected, ${wrong} differ\n`, wrong === 0 ? 0 : 1);

function finish(text: string, code: number): never {
  process.stdout.write(text);
  process.exit(code);
}
