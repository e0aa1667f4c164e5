import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes longest, the longest first: beginnings of paths. The first loads the samples for all; the second needs
 * none, so that it does not wait for them.
 */
const LONGEST = [
  'test/browser/every-page',
  'test/runbooks/',
  'test/contract/contract',
  'test/disclosure/differencing',
  'test/browser/',
  'test/pipeline/',
  'test/doors/',
  'test/doctor/',
  'test/local/start',
  'test/simulation/',
  'test/torture/',
  'test/local/',
  'test/ingest/read-drop/fuzz',
];

/** The paths in the order in which they start; those of which nothing is known stay in theirs, behind. */
export function longestFirst<File>(files: readonly File[], pathOf: (file: File) => string): File[] {
  const placeOf = (file: File) => {
    const place = LONGEST.findIndex((beginning) => pathOf(file).startsWith(beginning));
    return place === -1 ? LONGEST.length : place;
  };
  return files.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/**
 * The order of a run. Vitest remembers how long files took, but not on a clean clone: there it goes by their size, and
 * a short file that takes minutes starts when the other process has nothing left to do.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return longestFirst(usual, ({ moduleId }) =>
      relative(this.ctx.config.root, moduleId).replaceAll('\\', '/'),
    );
  }
}
