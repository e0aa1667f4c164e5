import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Check, isSound, take, told } from './check.ts';
import { type GivenFile, screenerFiles, uploadFiles } from './given-files.ts';

/** The files that break a rule, one by one, and the descriptions (`.meta.csv`) that lie beside them. */
export async function* brokenFiles(folder: string): AsyncGenerator<Check> {
  yield* brokenIn(folder, 'dfe/screener-fail', screenerFiles);
  yield* brokenIn(folder, 'dfe/upload-validation', uploadFiles);
}

async function* brokenIn(folder: string, part: string, table: readonly GivenFile[]): AsyncGenerator<Check> {
  const known = new Map(table.map((given) => [given.name, given]));
  const files = globSync(join(folder, part, '*.csv')).sort();
  const left = new Set(known.keys());
  for (const file of files) {
    const name = basename(file, '.csv');
    const { report } = await take(file, '_shared/dfe-statistics', basename(file));
    const found = `${name}: ${told(report)}`;
    if (name.endsWith('.meta')) {
      const right = isSound(report) && report.quarantineCode === 'metadata-file';
      yield { right, line: `${found}; a description of columns` };
      continue;
    }
    const given = known.get(name);
    left.delete(name);
    if (given === undefined) {
      yield { right: false, line: `${found}; not in the table of given files` };
    } else if ('code' in given) {
      const right = isSound(report) && report.quarantineCode === given.code;
      yield { right, line: `${found}; breaks ${given.rule}, to be refused as ${given.code}` };
    } else {
      // Taken, but no figure of it is: none of these is a release that is mapped.
      const right = isSound(report) && report.state === 'accepted' && report.cells === 0;
      yield { right, line: `${found}; breaks ${given.rule}, not our business: ${given.why}` };
    }
  }
  for (const name of left) yield { right: false, line: `${part}/${name}.csv is not there` };
}
