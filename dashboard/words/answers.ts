import type { AssuranceState } from '../../shared/rating/assurance.ts';
import type { VariationState } from '../../shared/rating/variation/states.ts';

/** Whether a figure has really changed, in words. */
export const variationWords = {
  improving: 'Yes: getting better',
  worsening: 'Yes: getting worse',
  changed: 'Yes',
  'common-cause': 'No: the usual ups and downs',
  'not-enough': 'Too few figures to tell',
  'not-applicable': 'Cannot be told for this kind of figure',
} as const satisfies Record<VariationState, string>;

/** Whether the plan of the next twelve months will be kept, in words. */
export const assuranceWords = {
  reliable: 'Yes, most likely',
  'hit-or-miss': 'As it comes: some months yes, some no',
  'will-miss': 'No, most likely not',
  'not-enough': 'No plan or forecast to judge by',
} as const satisfies Record<AssuranceState, string>;
