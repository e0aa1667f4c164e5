import { globSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { type Check, take } from './check.ts';

/** No real file is taken for a list of people: they all are published figures. */
export async function* guardOverAll(folder: string): AsyncGenerator<Check> {
  const files = globSync(join(folder, '{dfe,lait,neighbours,codes,forecast}/**/*.csv')).sort();
  let doubted = 0;
  for (const file of files) {
    for (const feed of ['_shared/dfe-statistics', 'E06000054/risks']) {
      const { report } = await take(file, feed, basename(file));
      if (report.quarantineCode !== 'personal-data') continue;
      doubted += 1;
      const { message = '' } = report.problems[0] ?? {};
      yield { right: false, line: `  ${relative(folder, file)} in ${feed}: ${message}` };
    }
  }
  yield {
    right: doubted === 0,
    line: `${files.length} files looked through for personal data, in two feeds: ${doubted} quarantined for it`,
  };
}
