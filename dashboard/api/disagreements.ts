import { type Answer, askAll, type List } from './ask.ts';
import type { Item } from './described.ts';
import { below, query } from './questions.ts';

/** A measure that officers rate otherwise than the data. */
export type DisagreementItem = Item<'GET /areas/{area}/disagreements'>;

/** Where officers and the data differ enough to be reported. */
export function askDisagreements(
  area: string,
  asOf: string | undefined,
): Promise<Answer<List<DisagreementItem>>> {
  return askAll(`${below(area)}/disagreements${query({ limit: '200', asOf })}`);
}
