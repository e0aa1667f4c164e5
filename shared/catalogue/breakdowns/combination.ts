/** The feed whose figures are of combinations, and the split under which it keeps them. */
export const OVERLAPS = 'overlaps';
export const COMBINATION = 'groups';

/** Pupils who are in all of some groups and in none of others, whatever else they are in. */
export type Region = { readonly inside: readonly string[]; readonly outside: readonly string[] };

/** Largest number of groups of a Venn diagram that can still be read. */
const VENN = 3;
/** Of more groups only pairs are told: of sixteen there are thousands of threes. */
export const MOST_FOR_THREES = 10;

/** The groups of a combination as it is kept, `cla+disadvantaged`. */
export function groupsIn(combination: string): readonly string[] {
  return combination.split('+');
}

/** The dimensions under which the number of a region is known: `{ atLeast: 'cla', without: 'ehcp' }`. */
export function regionDimensions({ inside, outside }: Region): Readonly<Record<string, string>> {
  const atLeast = inside.length === 0 ? 'any' : inside.toSorted().join('+');
  return outside.length === 0 ? { atLeast } : { atLeast, without: outside.toSorted().join('+') };
}

/** Whether the pupils of a combination are in a region. */
export function isWithin(combination: string, { inside, outside }: Region): boolean {
  const groups = groupsIn(combination);
  return inside.every((each) => groups.includes(each)) && !outside.some((each) => groups.includes(each));
}

/**
 * Every region that is told of combinations, each with pupils in it: all of them, each combination with whatever else,
 * each group, each two and three of them, and the parts of the Venn diagrams of two and three.
 */
export function regionsOf(combinations: readonly string[]): readonly Region[] {
  const found = new Map<string, Region>();
  const note = (region: Region) => {
    if (!combinations.some((each) => isWithin(each, region))) return;
    found.set(JSON.stringify(regionDimensions(region)), region);
  };
  for (const each of combinations) note({ inside: groupsIn(each), outside: [] });
  const groups = [...new Set(combinations.flatMap(groupsIn))].sort();
  for (const chosen of subsets(groups, groups.length > MOST_FOR_THREES ? VENN - 1 : VENN)) {
    note({ inside: chosen, outside: [] });
    for (const region of vennRegions(chosen)) note(region);
  }
  return [...found.values()];
}

/** The parts of the Venn diagram of some groups: in some of them and not in the others. */
export function vennRegions(groups: readonly string[]): readonly Region[] {
  return subsets(groups, groups.length)
    .filter((inside) => inside.length > 0)
    .map((inside) => ({ inside, outside: groups.filter((each) => !inside.includes(each)) }));
}

/** The subsets of at most so many members, the empty one too, small ones first. */
function subsets(members: readonly string[], most: number): readonly (readonly string[])[] {
  let found: (readonly string[])[] = [[]];
  for (const member of members)
    found = [...found, ...found.filter(({ length }) => length < most).map((each) => [...each, member])];
  return found.sort((a, b) => a.length - b.length);
}
