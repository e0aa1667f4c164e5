import { describe, expect, test } from 'vitest';
import type { Count, CountTable } from '../../shared/disclosure/count-table.ts';
import { suppress } from '../../shared/disclosure/suppress.ts';
import { attack } from './campaign.ts';
import { randomTable } from './random-table.ts';

/** Only what is itself small, as a beginner would do it. */
const primaryOnly = ({ counts }: CountTable): ReadonlySet<string> =>
  new Set(counts.flatMap(({ small, shownBy }) => (small ? (shownBy ?? []) : [])));

function count(id: string, value: number, shownBy: string | undefined = id): Count {
  const small = value < 10 && shownBy !== undefined;
  return { id, shownBy, value, small, lowest: small ? 0 : 10, highest: small ? 9 : Number.POSITIVE_INFINITY };
}

const adds = (parts: readonly string[], whole: string) => ({
  terms: [...parts.map((each) => ({ count: each, times: 1 })), { count: whole, times: -1 }],
  lowest: 0,
  highest: 0,
});

describe('what is withheld', () => {
  test('of 1,000 tables of chance nobody tells a small count, and without secondary suppression many', () => {
    const { recovered, undecided, givenUp, small } = attack(1, 1000);
    expect(small).toBeGreaterThan(5000);
    expect([...recovered, ...undecided]).toEqual([]);
    expect(givenUp).toBeLessThan(small / 1000);
    expect(attack(1, 100, primaryOnly).recovered.length).toBeGreaterThan(100);
  });

  test('what two open totals tell between them is known anyway, however much is withheld', () => {
    // 761 and then 760, and one row alone that differs: 10 or more less 1 is no more than 9.
    const { recovered, undecided, known } = attack(20_308_275, 1);
    expect([...recovered, ...undecided]).toEqual([]);
    expect(known).toBeGreaterThan(0);
  });

  test('nothing where nothing is small', () => {
    const table = { counts: [count('a', 12), count('b', 30), count('all', 42)], costs: new Map() };
    expect(suppress({ ...table, relations: [adds(['a', 'b'], 'all')] })).toEqual(new Set());
  });

  test('a small count alone needs nothing else', () => {
    const counts = [count('a', 3), count('b', 30)];
    expect(suppress({ counts, relations: [], costs: new Map() })).toEqual(new Set(['a']));
  });

  test('beside a total the cheapest other goes with it', () => {
    const table = { counts: [count('a', 3), count('b', 30), count('c', 20), count('all', 53)] };
    const relations = [adds(['a', 'b', 'c'], 'all')];
    expect(suppress({ ...table, relations, costs: new Map([['all', 9]]) })).toEqual(new Set(['a', 'b']));
    const dear = new Map([
      ['all', 9],
      ['b', 5],
    ]);
    expect(suppress({ ...table, relations, costs: dear })).toEqual(new Set(['a', 'c']));
  });

  test('what was withheld before stays so, and serves in place of something new', () => {
    const table = { counts: [count('a', 3), count('b', 30), count('c', 20), count('all', 53)] };
    const found = suppress(
      { ...table, relations: [adds(['a', 'b', 'c'], 'all')], costs: new Map() },
      new Set(['c', 'old']),
    );
    expect(found).toEqual(new Set(['c', 'old', 'a']));
  });

  test('what is withheld never becomes less', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const before = suppress(randomTable(seed));
      const after = suppress(randomTable(seed), new Set([...before, 'another']));
      expect(before.difference(after).size).toBe(0);
    }
  });

  test('the same table gives the same answer, in whatever order its counts come', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      expect(suppress(randomTable(seed))).toEqual(suppress(randomTable(seed)));
    }
  });

  test('nine and nought that differ by nine are told by the difference, so a third must hide them', () => {
    const counts = [count('a', 9), count('b', 0), count('c', 40), count('d', 49), count('e', 40)];
    const relations = [adds(['a', 'c'], 'd'), adds(['b', 'c'], 'e')];
    const withheld = suppress({ counts, relations, costs: new Map() });
    expect(withheld.size).toBeGreaterThan(3);
  });
});
