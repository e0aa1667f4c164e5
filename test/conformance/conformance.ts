import { existsSync, globSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { DropReport } from '../../shared/facts/drop.ts';
import { memoryIngest } from '../ingest/in-memory.ts';
import { type Expectation, expectations } from './expectations.ts';

const USAGE = `Usage: npm run conformance -- DIR [--verbose]

Runs whole real files below DIR (public files of the Department for Education, not part of the product)
through the real ingest, and prints what was expected of each beside what was found.

  DIR        the folder with the files
  --verbose  prints every file, not only those that differ
  --help     this text

Exit code: 0 all as expected, 1 some differ, 2 the command was not understood or DIR is not there.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (values.help) finish(USAGE, 0);
if (folder === undefined) finish(USAGE, 2);
if (!existsSync(folder))
  finish(
    `There is no folder ${folder}: the real files are not part of the product. Give the folder that holds them.\n`,
    2,
  );

let wrong = 0;
let all = 0;
for (const expectation of expectations) {
  const files = globSync(join(folder, expectation.files)).sort();
  if (files.length === 0) {
    wrong += 1;
    process.stdout.write(`DIFFERS no file matches ${expectation.files}\n`);
  }
  for (const file of files) {
    all += 1;
    const report = await memoryIngest().take(`E06000054/${expectation.feed}/${basename(file)}`, file, {
      putTime: '2026-01-01T09:00:00.000Z',
    });
    const found = `${report.state} ${report.quarantineCode ?? ''} rows ${Object.values(report.rows).join('/')} cells ${report.cells}`;
    const right = isAsExpected(report, expectation);
    if (!right) wrong += 1;
    if (!right || values.verbose) {
      const expected = `${expectation.state} ${expectation.codes.join(' or ')}`;
      process.stdout.write(
        `${right ? 'as expected' : 'DIFFERS    '} ${relative(folder, file)} as ${expectation.feed}: expected ${expected}, found ${found}\n`,
      );
    }
  }
  process.stdout.write(`${expectation.feed}: ${files.length} files. ${expectation.why}.\n`);
}
finish(`${all - wrong} of ${all} as expected\n`, wrong === 0 ? 0 : 1);

function isAsExpected({ state, rows, cells, quarantineCode }: DropReport, expectation: Expectation): boolean {
  const balanced = rows.read === rows.accepted + rows.partly + rows.rejected + rows.ignored;
  const coded =
    quarantineCode === null ? expectation.codes.length === 0 : expectation.codes.includes(quarantineCode);
  return state === expectation.state && balanced && coded && (state !== 'quarantined' || cells === 0);
}

function finish(text: string, code: number): never {
  process.stdout.write(text);
  process.exit(code);
}
