import type { Summary } from '../../../shared/recompute/summary/summary-view.ts';
import type { Answer } from '../../api/ask.ts';
import type { AreaItem } from '../../api/questions.ts';

/** A council of a comparison with what the API answered of it: one that fails leaves the other standing. */
export type Side = { readonly area: AreaItem; readonly summary: Answer<Summary> };

/** The council of the address first, the one beside it second. */
export type Sides = readonly [Side, Side];

/** Something of a side's summary; undefined where there is no answer. */
export function ofSummary<Part>({ summary }: Side, part: (body: Summary) => Part): Part | undefined {
  return summary.kind === 'ok' ? part(summary.body) : undefined;
}

/** Stands in a cell of a council whose figures could not be fetched: that says nothing of the figures. */
export const NOT_FETCHED = 'cannot be shown now';
