import { globSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { feeds } from '../../shared/catalogue/feeds/feeds.ts';
import { type Check, isSound, take, told } from './check.ts';

/** Everything below the folder that is neither a release nor an export, dropped as national statistics. */
export async function* otherFiles(folder: string): AsyncGenerator<Check> {
  const pattern = '{codes,neighbours,forecast}/*.csv';
  for (const file of [...globSync(join(folder, pattern)), join(folder, 'lait/dictionary.csv')].sort()) {
    const { report } = await take(file, '_shared/dfe-statistics', basename(file));
    yield {
      // One of them has a column of the standard and none of the others.
      right: isSound(report) && ['not-open-data', 'missing-column'].includes(report.quarantineCode ?? ''),
      line: `${relative(folder, file)}: ${told(report)}; no national statistics`,
    };
  }
}

/** Every real file in the folder of every other feed: refused whole. One line a feed. */
export async function* wrongFeeds(folder: string): AsyncGenerator<Check> {
  const files = globSync(join(folder, '{dfe,lait,neighbours,codes,forecast}/**/*.csv')).sort();
  for (const { id, shape } of feeds) {
    if (shape === 'open-data') continue;
    let refused = 0;
    for (const file of files) {
      const { report } = await take(file, `E06000054/${id}`, basename(file));
      const right = isSound(report) && report.state === 'quarantined';
      if (right) refused += 1;
      else yield { right, line: `  ${relative(folder, file)} as ${id}: ${told(report)}` };
    }
    yield {
      right: refused === files.length,
      line: `${id}: ${refused} of ${files.length} files refused whole`,
    };
  }
}
