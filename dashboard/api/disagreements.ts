import type { RatingItem } from '../../shared/recompute/views.ts';
import { type Answer, askAll, type List } from './ask.ts';
import { below, query } from './questions.ts';

/** A measure that officers rate otherwise than the data. */
export type DisagreementItem = Pick<RatingItem, 'metric' | 'name' | 'dimensions' | 'rating'> & {
  readonly officerRating: RatingItem['rating'];
  readonly officer: NonNullable<RatingItem['officer']> | null;
  readonly condition: string | null;
  readonly levels: number;
  readonly since: string;
  readonly months: number;
};

/** Where officers and the data differ enough to be reported. */
export function askDisagreements(
  area: string,
  asOf: string | undefined,
): Promise<Answer<List<DisagreementItem>>> {
  return askAll(`${below(area)}/disagreements${query({ limit: '200', asOf })}`);
}
