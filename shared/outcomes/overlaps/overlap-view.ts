import {
  COMBINATION,
  groupsIn,
  isWithin,
  type Region,
  regionDimensions,
  regionsOf,
} from '../../catalogue/breakdowns/combination.ts';
import { groups as groupWords } from '../../catalogue/breakdowns/groups.ts';
import type { Point } from '../../derive/point.ts';

/** Pupils of one combination and of no other group, as a file says it. */
export type ExactRow = { readonly combination: string; readonly point: Point };

/** Whether the number under some dimensions is withheld from the caller. */
export type IsWithheld = (dimensions: Readonly<Record<string, string>>) => boolean;

export type Overlap = {
  /** `exact`: in these groups and in no other that the file names; `at-least`: whatever else they are in. */
  readonly of: 'exact' | 'at-least';
  readonly groups: readonly string[];
  readonly name: string;
  readonly pupils: number | null;
  readonly status?: string;
};

export type VennPart = {
  readonly inside: readonly string[];
  readonly outside: readonly string[];
  readonly name: string;
  readonly pupils: number | null;
  readonly status?: string;
};

const NAMES = new Map(groupWords.map(({ id, name }) => [id, name]));

/** The name of a group as people know it. */
export function groupName(id: string): string {
  return NAMES.get(id) ?? id;
}

/** Every combination, the largest first, then every total: of all, of each group, of two and three, of each combination. */
export function overlapsOf(rows: readonly ExactRow[], isWithheld: IsWithheld): readonly Overlap[] {
  const exact = rows.map(({ combination, point }): Overlap => {
    const shown = isWithheld({ [COMBINATION]: combination }) ? WITHHELD : numberOf(point);
    const groups = groupsIn(combination);
    return { of: 'exact', groups, name: `${namesOf(groups)} only`, ...shown };
  });
  const totals = regionsOf(rows.map(({ combination }) => combination))
    .filter(({ outside }) => outside.length === 0)
    .map((region): Overlap => {
      const { inside } = region;
      const name = inside.length === 0 ? 'In at least one of the groups' : namesOf(inside);
      return { of: 'at-least', groups: inside, name, ...totalOf(region, rows, isWithheld) };
    });
  return [
    ...exact.sort(largestFirst),
    ...totals.sort((a, b) => a.groups.length - b.groups.length || largestFirst(a, b)),
  ];
}

/** The parts of the Venn diagram of two or three groups; a part that no combination of the file lies in is null. */
export function vennOf(
  regions: readonly Region[],
  rows: readonly ExactRow[],
  isWithheld: IsWithheld,
): readonly VennPart[] {
  return regions.map((region) => {
    const { inside, outside } = region;
    const without = outside.length === 0 ? '' : `, not ${outside.map(lowerName).join(' or ')}`;
    const name = `${namesOf(inside)}${without}`;
    return { inside, outside, name, ...totalOf(region, rows, isWithheld) };
  });
}

type Shown = { readonly pupils: number | null; readonly status?: string };

const WITHHELD: Shown = { pupils: null, status: 'c' };

function totalOf(region: Region, rows: readonly ExactRow[], isWithheld: IsWithheld): Shown {
  const within = rows.filter(({ combination }) => isWithin(combination, region));
  if (within.length === 0) return { pupils: null, status: 'not-collected' };
  if (isWithheld(regionDimensions(region))) return WITHHELD;
  let sum = 0;
  for (const { point } of within) {
    if (point.value === null) return { pupils: null, status: point.status ?? 'not-collected' };
    sum += point.value;
  }
  return { pupils: sum };
}

function numberOf({ value, status }: Point): Shown {
  return { pupils: value, ...(status !== undefined && { status }) };
}

function namesOf(groups: readonly string[]): string {
  return groups.map((each, at) => (at === 0 ? groupName(each) : lowerName(each))).join(' + ');
}

/** Inside a sentence; `SEN support` and `English` stay as they are. */
function lowerName(id: string): string {
  const name = groupName(id);
  return /^[A-Z][a-z]/.test(name) && !/^English/.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name;
}

function largestFirst(a: Overlap, b: Overlap): number {
  return (b.pupils ?? -1) - (a.pupils ?? -1) || (a.name < b.name ? -1 : 1);
}
