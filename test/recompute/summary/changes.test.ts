import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metrics } from '../../../shared/catalogue/metrics.ts';
import { foldFacts } from '../../../shared/facts/fold.ts';
import { latestChanges } from '../../../shared/recompute/summary/changes.ts';
import { actual, blockOf, dropOf } from '../../facts/make.ts';

const now = new Date('2025-01-09T10:00:00.000Z');
const ehcps = actual('ehcp.active');

type Said = { readonly key: string; readonly day: number; readonly values: Record<string, number | null> };

/** Files of a council, each known on a day of December 2024. */
function knownOf(said: readonly Said[]) {
  const drops = said.map(({ key, day }) =>
    dropOf({ key, knownAt: `2024-12-${String(day).padStart(2, '0')}T00:00:00.000Z` }),
  );
  const blocks = said.flatMap(({ values }, at) => {
    const drop = drops[at];
    return drop ? [blockOf(drop, ehcps, values)] : [];
  });
  return { drops, blocks };
}

function kinds(said: readonly Said[]) {
  return latestChanges(knownOf(said), metrics, now)
    .items.filter(({ metric }) => metric === 'ehcp.active')
    .map(({ period, kind, from, to, status }) => ({ period, kind, from, to, status }));
}

describe('what changed', () => {
  test('a figure that a later file says otherwise is restated, one that nobody had said is new', () => {
    expect(
      kinds([
        { key: 'a', day: 1, values: { '2024-09': 100 } },
        { key: 'b', day: 2, values: { '2024-09': 90, '2024-10': 95 } },
      ]),
    ).toEqual([
      { period: '2024-09', kind: 'restated', from: 100, to: 90, status: null },
      { period: '2024-10', kind: 'new', from: null, to: 95, status: null },
      { period: '2024-09', kind: 'new', from: null, to: 100, status: null },
    ]);
  });

  test('a figure that gives way to a symbol is withheld: not zero, and not gone', () => {
    expect(
      kinds([
        { key: 'a', day: 1, values: { '2024-09': 8 } },
        { key: 'b', day: 2, values: { '2024-09': null } },
      ])[0],
    ).toEqual({ period: '2024-09', kind: 'withheld', from: 8, to: null, status: 'c' });
  });

  test('a figure whose file is deleted is retracted', () => {
    const first = dropOf({ key: 'a', knownAt: '2024-12-01T00:00:00.000Z' });
    const deleted = dropOf({ key: 'a', position: 1, deleted: true, knownAt: '2024-12-02T00:00:00.000Z' });
    const known = { drops: [first, deleted], blocks: [blockOf(first, ehcps, { '2024-09': 8 })] };
    expect(latestChanges(known, metrics, now).items[0]).toMatchObject({
      kind: 'retracted',
      from: 8,
      to: null,
      drop: null,
    });
  });

  test('the same said again is no change', () => {
    const values = { '2024-09': 100 };
    expect(
      kinds([
        { key: 'a', day: 1, values },
        { key: 'b', day: 2, values },
        { key: 'c', day: 3, values },
        { key: 'd', day: 4, values },
      ]),
    ).toEqual([]);
  });

  test('the last change of a figure leads to what shows now, and none leads nowhere (law)', () => {
    const file = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      day: fc.integer({ min: 1, max: 28 }),
      values: fc.dictionary(
        fc.constantFrom('2024-07', '2024-08', '2024-09'),
        fc.option(fc.integer({ min: 0, max: 5 })),
        { minKeys: 1 },
      ),
    });
    fc.assert(
      fc.property(fc.uniqueArray(file, { selector: ({ key }) => key }), (said) => {
        const known = knownOf(said);
        const { items } = latestChanges(known, metrics, now);
        const shown = [...foldFacts(known.drops, known.blocks, now).values()][0]?.cells;
        const seen = new Set<string>();
        for (const { metric, period, from, to } of items) {
          expect(from).not.toBe(to);
          if (metric !== 'ehcp.active' || seen.has(period)) continue;
          seen.add(period);
          expect(shown?.get(period)?.value).toBe(to);
        }
      }),
    );
  });

  test('the order in which files are known to the run does not matter (law)', () => {
    const said: readonly Said[] = [
      { key: 'a', day: 1, values: { '2024-09': 100, '2024-08': 7 } },
      { key: 'b', day: 2, values: { '2024-09': 90 } },
      { key: 'c', day: 2, values: { '2024-08': 9 } },
    ];
    const expected = latestChanges(knownOf(said), metrics, now);
    fc.assert(
      fc.property(fc.shuffledSubarray([...said], { minLength: said.length }), (turned) => {
        expect(latestChanges(knownOf(turned), metrics, now)).toEqual(expected);
      }),
    );
  });
});
