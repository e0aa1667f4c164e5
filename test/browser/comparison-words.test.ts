import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cautions, paired } from '../../dashboard/words/comparison.ts';
import { type Measure, measureSchema } from '../../shared/recompute/summary/summary-view.ts';

const knownAt = '2025-01-09T09:00:00.000Z';
const level = { difference: 0, differencePercent: 0, standing: 'level' } as const;

type Given = {
  readonly unit?: Measure['unit'];
  readonly period?: string | null;
  readonly kind?: NonNullable<Measure['plan']>['kind'] | null;
  readonly amber?: number;
};

function measure({ unit = 'ratio', period = '2024-12', kind = 'mitigated', amber = 0.02 }: Given): Measure {
  const held =
    kind === null || period === null ? null : { period, value: 5, trajectory: 'a-plan', kind, ...level };
  return measureSchema.parse({
    ...{ metric: 'ehcp.active', name: 'Open plans', shortName: 'EHCPs', unit, better: 'lower' },
    ...{ dimensions: {}, headline: true, absence: null, lastYear: null, neighbours: null, outlook: null },
    latest:
      period === null
        ? null
        : { period, value: 5, status: null, numerator: null, denominator: null, knownAt, drop: 'd' },
    plan: kind === 'limit' ? null : held,
    limit: kind === 'limit' ? held : null,
    rating:
      held === null
        ? null
        : { rating: 'green', period, reasons: [], bounds: { whose: 'council', amber, red: 0.05 } },
  });
}

const said = (one: Given, other: Given) =>
  cautions([
    { name: 'Northshire', measure: measure(one) },
    { name: 'Southshire', measure: measure(other) },
  ]);

describe('what to bear in mind of two councils', () => {
  test('nothing, where shares are of one month and held against like things', () => {
    expect(said({}, {})).toEqual([]);
  });

  test('that months differ', () => {
    expect(said({}, { period: '2024-08' })).toEqual([
      'Different months: Northshire December 2024, Southshire August 2024.',
    ]);
  });

  test.each(['count', 'gbp'] as const)('that a %s depends on the size of the council', (unit) => {
    expect(said({ unit }, { unit })).toEqual(['Depends on the size of the council.']);
  });

  test('that one has no plan, or one of another kind', () => {
    expect(said({}, { kind: null })).toEqual(['Southshire has no plan to hold this against.']);
    expect(said({ kind: null }, { kind: null })).toEqual([]);
    expect(said({ kind: 'budget' }, { kind: 'limit' })).toEqual([
      'Held against different things: Northshire against a budget, Southshire against a limit.',
    ]);
  });

  test('that a council has bounds of its own', () => {
    expect(said({}, { amber: 0.0375 })).toEqual([
      'Rated by different bounds: Northshire turns amber 2% worse than plan and red at 5%, Southshire turns amber 3.75% worse than plan and red at 5%.',
    ]);
  });

  test('nothing beside a figure that is not there', () => {
    expect(said({ unit: 'count' }, { unit: 'count', period: null })).toEqual([]);
  });
});

test('each thing of either council stands in one pair, with its like where the other has it', () => {
  const keys = fc.uniqueArray(fc.string({ maxLength: 3 }));
  fc.assert(
    fc.property(keys, keys, (first, second) => {
      const pairs = paired(first, second, (key) => key);
      expect(pairs.flatMap((pair) => pair.first ?? [])).toEqual(first);
      expect(pairs.flatMap((pair) => pair.second ?? []).toSorted()).toEqual(second.toSorted());
      expect(pairs).toHaveLength(new Set([...first, ...second]).size);
      for (const pair of pairs)
        if (pair.first !== undefined && second.includes(pair.first)) expect(pair.second).toBe(pair.first);
    }),
  );
});
