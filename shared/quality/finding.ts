import { createHash } from 'node:crypto';
import { type Dimensions, dimensionsId } from '../facts/cell.ts';
import type { Drop } from '../facts/drop.ts';
import type { Period } from '../period/period.ts';

/** What a check found. A new check adds its code here and in docs/data-quality.md. */
export const findingCodes = [
  'shrunken-file',
  'shifted-columns',
  'wrong-month',
  'repeated-month',
  'missing-month',
  'unit-slip',
  'jump',
  'conflicting-files',
  'unexplained-stock',
  'unknown-workstream',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** One thing that looks wrong in a file that was taken: a warning, never a refusal. */
export type Finding = {
  /** The same for the same figure of the same file, whichever version says it; another when the figure changes. */
  readonly id: string;
  readonly code: FindingCode;
  readonly feed: string;
  readonly key: string;
  /** The drop whose figure is doubted. */
  readonly drop: string;
  readonly metric: string | null;
  readonly dimensions: Dimensions;
  readonly periods: readonly Period[];
  /** The figure in doubt, in the unit of its metric; rows for `shrunken-file`. */
  readonly value: number | null;
  /** What was expected, in words. */
  readonly expected: string;
  /** One sentence that says what is odd and what to check. */
  readonly text: string;
};

type About = Omit<Finding, 'id' | 'feed' | 'key' | 'drop' | 'dimensions'> & {
  readonly drop: Pick<Drop, 'id' | 'feed' | 'key'>;
  readonly dimensions?: Dimensions;
};

/** A finding with its id. */
export function findingOf({ drop, dimensions = {}, ...found }: About): Finding {
  const { code, metric, periods, value } = found;
  const about = [drop.key, code, metric, dimensionsId(dimensions), periods, value];
  const id = createHash('sha256').update(JSON.stringify(about)).digest('hex').slice(0, 24);
  return { id, ...found, dimensions, feed: drop.feed, key: drop.key, drop: drop.id };
}
