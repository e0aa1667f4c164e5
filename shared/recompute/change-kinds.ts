/** What may happen to what was said of a period; `withheld`: a reason stands where a figure stood. */
export const changeKinds = ['new', 'restated', 'withheld', 'retracted'] as const;
export type ChangeKind = (typeof changeKinds)[number];
