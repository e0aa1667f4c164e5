import * as z from 'zod';
import { type Dimensions, dimensionsId } from '../facts/cell.ts';
import { OFFICERS_AFTER_PART } from '../recompute/part-names.ts';
import { type OfficerAnswer, officersAfterSchema } from '../recompute/views.ts';
import type { RunRead } from './run-read.ts';

type Rated = {
  readonly metric: string;
  readonly dimensions: Dimensions;
  readonly officer?: OfficerAnswer['officer'];
};

/**
 * What officers say of measures of which an override has ended since the run was made: the run has kept it. Of any
 * other measure undefined: what the run says of it still holds.
 */
export function officersNow(
  rated: readonly Rated[],
  { at, part }: RunRead,
): (about: Rated) => OfficerAnswer | undefined {
  const hasEnded = ({ officer }: Rated) =>
    officer?.of === 'override' && officer.until !== null && Date.parse(officer.until) < at.getTime();
  if (!rated.some(hasEnded)) return () => undefined;
  const kept = z.array(officersAfterSchema).parse(part(OFFICERS_AFTER_PART) ?? []);
  const answers = new Map(
    kept.map(({ metric, dimensions, ...answer }) => [nameOf({ metric, dimensions }), answer]),
  );
  return (about) => (hasEnded(about) ? answers.get(nameOf(about)) : undefined);
}

function nameOf({ metric, dimensions }: Pick<Rated, 'metric' | 'dimensions'>): string {
  return `${metric}|${dimensionsId(dimensions)}`;
}
