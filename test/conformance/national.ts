import { globSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { type Check, isSound, take, told } from './check.ts';
import { compare } from './compare.ts';
import { handLait, laitPlaces } from './independent/lait.ts';
import { handOpenData } from './independent/open-data.ts';
import { handPlaces } from './independent/places.ts';

const SHOWN = 20;

/** Every good national file: taken whole, each figure as it is read by hand from the same file. */
export async function* nationalFiles(folder: string): AsyncGenerator<Check> {
  const places = handPlaces(folder);
  const patterns = [
    'dfe/ehcp-2025/*.csv',
    'dfe/outcomes-social-care/*.csv',
    'lait/wiltshire-and-neighbours.csv',
  ];
  for (const file of patterns.flatMap((pattern) => globSync(join(folder, pattern)).sort())) {
    const name = basename(file);
    const { report, ingest } = await take(file, '_shared/dfe-statistics', name);
    const hand = handOpenData(file, name, places) ?? handLait(file, places);
    const { compared, equal, differences } = compare(ingest.blocks, hand.figures);
    const right =
      isSound(report) &&
      report.state === 'accepted' &&
      report.rows.accepted === hand.rows &&
      report.cells === compared &&
      compared > 0 &&
      differences.length === 0;
    yield {
      right,
      line: `${relative(folder, file)}: ${told(report)}; read by hand ${hand.rows} rows; ${compared} figures compared, ${equal} equal`,
    };
    for (const difference of differences.slice(0, SHOWN)) yield { right: false, line: `  ${difference}` };
    if (file.includes('lait')) {
      const stored = new Set(ingest.blocks.map(({ area }) => area));
      const named = laitPlaces(file);
      yield {
        right: stored.size === named.length && named.length >= 13,
        line: `  figures of ${stored.size} places; the file names ${named.length}: ${named.join(', ')}`,
      };
    }
  }
}
