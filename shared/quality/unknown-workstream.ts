import type { Facts } from '../facts/fold.ts';
import { registerEntries, unknownWorkstreams } from '../facts/register.ts';
import { type Finding, findingOf } from './finding.ts';

/** Milestones of workstreams that the register of programmes does not have; without such a register nothing is said. */
export function unknownWorkstreamFindings(facts: Facts): readonly Finding[] {
  if (registerEntries(facts, 'programme').length === 0) return [];
  const milestones = registerEntries(facts, 'milestones');
  return unknownWorkstreams(facts).flatMap((workstream) => {
    const entry = milestones.find(({ identity }) => (identity['workstream'] ?? '') === workstream);
    const said = entry?.updates[0];
    if (said === undefined) return [];
    const where = `row ${said.row} of ${said.drop.key}`;
    return [
      findingOf({
        ...{ code: 'unknown-workstream', drop: said.drop, metric: null, dimensions: { workstream } },
        ...{ periods: [], value: null, expected: 'a workstream of the register of programmes' },
        text: `The milestones in ${where} belong to the workstream “${workstream}”, which the register of programmes does not have. Write its name as it stands there, or put the workstream into a file of the feed programme.`,
      }),
    ];
  });
}
