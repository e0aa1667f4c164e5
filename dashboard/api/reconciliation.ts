import { type Answer, askAll, type List } from './ask.ts';
import type { Item } from './described.ts';
import { below, query } from './questions.ts';

export type Reconciled = Item<'GET /areas/{area}/reconciliation'>;

/** Every figure that was published, beside what the files give. */
export function askReconciliation(area: string, asOf: string | undefined): Promise<Answer<List<Reconciled>>> {
  return askAll(`${below(area)}/reconciliation${query({ limit: '200', asOf })}`);
}
