import type { ScenarioProblem } from '../problem.ts';
import type { Finance } from './finance-schema.ts';
import { yearsAfter } from './years.ts';

type Mitigation = Finance['mitigations'][number];

/** The year, counted from the scenario's first, in which each mitigation begins, by name; what cannot be said is named. */
export type Starts =
  | { readonly kind: 'starts'; readonly of: ReadonlyMap<string, number> }
  | { readonly kind: 'problems'; readonly problems: readonly ScenarioProblem[] };

/**
 * When mitigations begin. One that comes `after` another begins the year after that one reaches the highest part of its
 * profile. Names that occur twice, an `after` that names nothing, a circle, and both or neither of `from` and `after` are problems.
 */
export function startsOf({ from: first, mitigations }: Pick<Finance, 'from' | 'mitigations'>): Starts {
  const byName = new Map(mitigations.map((each) => [each.name, each]));
  const problems = mitigations.flatMap((each, at) => ownProblems(each, at, mitigations, first));
  if (problems.length > 0) return { kind: 'problems', problems };
  const of = new Map<string, number>();
  const startOf = (mitigation: Mitigation): number => {
    const known = of.get(mitigation.name);
    if (known !== undefined) return known;
    const before = mitigation.after === undefined ? undefined : byName.get(mitigation.after);
    const start = before ? startOf(before) + fullAt(before) + 1 : yearsAfter(first, mitigation.from ?? first);
    of.set(mitigation.name, start);
    return start;
  };
  for (const each of mitigations) startOf(each);
  return { kind: 'starts', of };
}

function ownProblems(
  { name, from, after }: Mitigation,
  at: number,
  all: readonly Mitigation[],
  first: string,
): ScenarioProblem[] {
  const wrong = (field: string, message: string) => [{ field: `mitigations.${at}.${field}`, message }];
  if (all.findIndex((each) => each.name === name) !== at)
    return wrong('name', `"${name}" is there already. Give each mitigation a name of its own.`);
  if (from !== undefined && after !== undefined)
    return wrong(
      'after',
      `"${name}" says both from (${from}) and after ("${after}"), which contradict each other. Keep one.`,
    );
  if (from !== undefined && yearsAfter(first, from) < 0)
    return wrong(
      'from',
      `"${name}" begins in ${from}, before the first year, ${first}. What began earlier belongs into the figures of the first year.`,
    );
  if (from === undefined && after === undefined)
    return wrong(
      'from',
      `"${name}" does not say when it begins. Give from (a year) or after (another mitigation).`,
    );
  if (after === undefined) return [];
  if (!all.some((each) => each.name === after))
    return wrong('after', `"${name}" comes after "${after}", and there is no mitigation of that name.`);
  const circle = circleFrom(name, all);
  return circle === undefined
    ? []
    : wrong(
        'after',
        `These wait for each other, so none ever begins: ${circle.map((each) => `"${each}"`).join(' after ')}. Give one of them a from.`,
      );
}

/** The circle that following `after` from a mitigation runs in, when it comes back to it. */
function circleFrom(name: string, all: readonly Mitigation[]): readonly string[] | undefined {
  const way = [name];
  for (let next = afterOf(name, all); next !== undefined; next = afterOf(next, all)) {
    if (next === name) return [...way, name];
    if (way.includes(next)) return undefined;
    way.push(next);
  }
  return undefined;
}

function afterOf(name: string, all: readonly Mitigation[]): string | undefined {
  return all.find((each) => each.name === name)?.after;
}

function fullAt({ profile }: Mitigation): number {
  return profile.indexOf(Math.max(...profile));
}

/** The part of a mitigation's full effect in a year, both counted from the scenario's first. */
export function partAt({ profile }: Pick<Mitigation, 'profile'>, start: number, year: number): number {
  return year < start ? 0 : (profile[Math.min(year - start, profile.length - 1)] ?? 0);
}
