/**
 * A group and the pupils that it is held against. `everybody-else`: the two together are all pupils. `no-sen`: pupils
 * with special needs are held against those without, the other kind of need left out.
 */
const pairs = [
  ['disadvantaged', 'not-disadvantaged', 'everybody-else'],
  ['fsm', 'not-fsm', 'everybody-else'],
  ['eal', 'not-eal', 'everybody-else'],
  ['sen', 'no-sen', 'everybody-else'],
  ['sen-support', 'no-sen', 'no-sen'],
  ['ehcp', 'no-sen', 'no-sen'],
  ['cla', 'rest', 'everybody-else'],
  ['pcla', 'rest', 'everybody-else'],
  ['cin', 'rest', 'everybody-else'],
  ['child-protection', 'rest', 'everybody-else'],
] as const;

/** Whom a group of pupils is held against. */
export type Complement = {
  /** The group's id; null where it has none of its own and only follows from all pupils and the group. */
  readonly group: string | null;
  readonly name: string;
  /** It is all pupils less the group, so that counts of both give it. */
  readonly isRest: boolean;
};

const NAMES: Readonly<Record<(typeof pairs)[number][1], string>> = {
  'not-disadvantaged': 'pupils who are not disadvantaged',
  'not-fsm': 'pupils without free school meals',
  'not-eal': 'pupils whose first language is English',
  'no-sen': 'pupils without special educational needs',
  rest: 'all other pupils',
};

/** The complement of a group; undefined for a group that is itself one. */
export function complementOfGroup(group: string): Complement | undefined {
  const pair = pairs.find(([id]) => id === group);
  if (!pair) return undefined;
  const [, other, kind] = pair;
  return {
    group: other === 'rest' ? null : other,
    name: NAMES[other],
    isRest: kind === 'everybody-else',
  };
}
