import type { FinanceAnswer } from '../api/scenarios.ts';
import { html } from '../dom/element.ts';
import { type Column, table } from './table.ts';

type Assumption = FinanceAnswer['assumptions'][number];

const BASES = {
  stated: 'Stated in the papers',
  derived: 'Follows from what is stated',
  assumed: 'Assumed: no source states it',
  calibrated: 'Set so that published results come out',
} as const satisfies Record<Assumption['basis'], string>;

/** Where each figure of a budget comes from, behind its heading. */
export function assumptions({ assumptions: said }: FinanceAnswer): readonly HTMLElement[] {
  if (said.length === 0) return [];
  const open = said.filter(({ basis }) => basis === 'assumed' || basis === 'calibrated').length;
  return [
    html(
      'details',
      {},
      html('summary', {}, `What these figures rest on (${open} of ${said.length} are assumed)`),
      table('Where each figure comes from', columns, said, 'table-assumptions table-cards'),
    ),
  ];
}

const columns: readonly Column<Assumption>[] = [
  { heading: 'Figure', kind: 'row', cell: ({ field }) => fieldWords(field) },
  { heading: 'How it is known', cell: ({ basis }) => BASES[basis] },
  { heading: 'In words', kind: 'prose', cell: ({ text }) => text },
];

const FIELDS: Readonly<Record<string, string>> = {
  income: 'Income',
  incomeGrowth: 'Growth of income',
  transferShares: 'Transfer from schools',
  schoolsBlock: 'Schools block',
  inflation: 'Inflation',
  openingBalance: 'Balance to begin with',
  otherSpend: 'Other spend',
  'placements.unitCost': 'Cost of a place',
  'placements.numbers': 'Number of children',
  contributions: 'Contributions',
  reserves: 'Reserves',
};

/** `mitigations.0` is the first thing that is done. */
function fieldWords(field: string): string {
  const known = FIELDS[field];
  if (known !== undefined) return known;
  const numbers = [...field.matchAll(/mitigations\.(\d+)/g)].map(([, at]) => Number(at) + 1);
  return numbers.length === 0 ? field : `What is done, ${numbers.join(' and ')}`;
}
