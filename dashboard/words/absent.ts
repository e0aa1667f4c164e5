import { NOT_PUBLISHED } from './figure.ts';

/** Why there is no figure where a sign stands for it, in words; the signs are those of official statistics. */
const SIGNS: Readonly<Record<string, string>> = {
  c: 'withheld: few children (“c”)',
  x: 'not available (“x”)',
  z: 'does not apply (“z”)',
  low: 'rounds to nothing (“low”)',
  supp: 'withheld (“supp”)',
};

/** What stands in the place of a figure that is not known. */
export function absentText(status: string | null | undefined): string {
  if (status === null || status === undefined || status === 'not-collected') return NOT_PUBLISHED;
  return SIGNS[status] ?? `none (“${status}”)`;
}
