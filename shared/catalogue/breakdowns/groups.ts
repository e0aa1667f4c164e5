import type { BreakdownWord } from './word.ts';

/**
 * Groups of pupils whose results are looked at by themselves. `disadvantaged` is what schools are paid Pupil Premium
 * for: free school meals in the last six years, looked after or adopted from care. Source: facts.md part A.
 */
export const groups: readonly BreakdownWord[] = [
  group('disadvantaged', 'Disadvantaged', 'DIS', 'DAP', 'PP', 'PP6', 'Pupil Premium', 'Disadvantaged pupils'),
  group(
    ...(['not-disadvantaged', 'Not disadvantaged', 'Non-disadvantaged', 'Other than disadvantaged'] as const),
    ...['Non DAP', 'Not Pupil Premium', 'Not known to be disadvantaged'],
  ),
  group('sen', 'Special educational needs', 'SEND', 'All SEN', 'Any SEN'),
  group('sen-support', 'SEN support', 'SENS', 'SEN K', 'SEN without EHCP', 'SEN without statement'),
  group('ehcp', 'With an EHCP', 'EHC plan', 'EHC', 'EHCPs', 'SEN with EHCP', 'SEN with statement'),
  group('no-sen', 'No special educational needs', 'Not SEN', 'Non SEN', 'No identified SEN', 'No SEND'),
  group('cla', 'Children looked after', 'Looked after children', 'Looked after', 'LAC'),
  group('pcla', 'Previously looked after', 'Previously looked after children', 'Post LAC', 'PLAC'),
  group('cin', 'Children in need', 'Child in need', 'CINO'),
  group('child-protection', 'With a child protection plan', 'CPP', 'CPPO', 'CP', 'Child protection plan'),
  group('eal', 'English as an additional language', 'English additional language', 'EAL pupils'),
  group('not-eal', 'English as first language', 'Non EAL', 'English first language', 'No EAL'),
  group('fsm', 'Free school meals', 'FSM eligible', 'Eligible for free school meals', 'Free school meal'),
  group('not-fsm', 'No free school meals', 'Non FSM', 'No FSM', 'Not eligible for free school meals'),
  group('summer-born-delayed', 'Summer born with delayed entry', 'Summer born', 'Delayed entry'),
  group('outside-year-group', 'Taught outside their year group', 'Out of year group', 'Held back'),
];

/** Groups that part a whole between them: that of `of`, or all pupils. Who knows all but one knows the last. */
export const groupPartitions: readonly { readonly of?: string; readonly parts: readonly string[] }[] = [
  { parts: ['disadvantaged', 'not-disadvantaged'] },
  { parts: ['sen', 'no-sen'] },
  { parts: ['sen-support', 'ehcp', 'no-sen'] },
  { of: 'sen', parts: ['sen-support', 'ehcp'] },
  { parts: ['eal', 'not-eal'] },
  { parts: ['fsm', 'not-fsm'] },
];

function group(id: string, name: string, ...variants: string[]): BreakdownWord {
  return { id, name, variants };
}
