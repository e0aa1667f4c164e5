import { type Answer, askAll, type List } from './ask.ts';
import { below, query } from './questions.ts';

/** One month of open plans: what came, what went, and what neither explains; null is unknown. */
export type BridgeItem = Readonly<
  Record<'opening' | 'newPlans' | 'transferredIn' | 'ceased' | 'unexplained' | 'closing', number | null>
> & {
  readonly period: string;
  readonly gaps: readonly { readonly part: string; readonly status: string; readonly text: string }[];
};

/** Open plans from month to month, the last month first. */
export function askBridge(area: string, asOf: string | undefined): Promise<Answer<List<BridgeItem>>> {
  return askAll(`${below(area)}/stock-bridge${query({ limit: '200', asOf })}`);
}
