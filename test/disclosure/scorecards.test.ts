import { beforeAll, describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { disclosurePattern } from '../../shared/disclosure/pattern.ts';
import { nothingWithheld } from '../../shared/disclosure/pattern-schema.ts';
import type { CellBlock } from '../../shared/facts/cell.ts';
import { periodOf } from '../period/make.ts';
import { type Answers, answersOf } from './answers.ts';
import { type Council, fileOf, SMALL_COUNCIL } from './small-council.ts';

const NOW = '2026-01-15T12:00:00.000Z';
const YEAR = periodOf('AY2024');
const READER = ['read'];
const OFFICER = ['read', 'read-small-numbers'];

/** A small year: so many of the pupils with another first language reached it, the total is always the same. */
function results(eal: number): Council {
  const { drop } = fileOf(0, {});
  const key = `${SMALL_COUNCIL}/outcomes/2024.csv`;
  const said = [
    [{}, 66, 110],
    [{ group: 'eal' }, eal, 14],
    [{ group: 'not-eal' }, 66 - eal, 96],
  ] as const;
  const blocks = said.map(
    ([dimensions, numerator, denominator], at): CellBlock => ({
      ...{ area: SMALL_COUNCIL, year: '2024', file: key, versionId: 'v1' },
      series: { role: 'actual', metric: 'ks2.rwm', dimensions },
      values: { [YEAR]: { value: numerator / denominator, numerator, denominator, row: at + 2 } },
    }),
  );
  return { drops: [{ ...drop, id: 'drop-results', feed: 'outcomes', key, versionId: 'v1' }], blocks };
}

const paths = [
  'scorecards/ks2',
  'scorecards/ks2?year=AY2024',
  'gaps/ks2.rwm',
  'gaps/ks2.rwm?group=eal',
  'gaps/ks2.rwm?group=not-eal',
  'ratings',
  'summary',
  'series/ks2.rwm?group=eal',
  'series/ks2.rwm?group=not-eal',
];

describe('results of few pupils', () => {
  let [first, second]: Answers[] = [];

  beforeAll(async () => {
    const council = results(4);
    const pattern = disclosurePattern(council, metrics, new Date(NOW), nothingWithheld);
    [first, second] = [answersOf(pattern), answersOf(pattern)];
    await first.take(council, NOW);
    await second.take(results(7), NOW);
  });

  test.each(paths)(
    '%s tells a caller without small numbers the same, whether four reached it or seven',
    async (path) => {
      expect(await second?.ask(path, READER)).toBe(await first?.ask(path, READER));
    },
  );

  test.each(['scorecards/ks2', 'gaps/ks2.rwm?group=eal', 'gaps/ks2.rwm?group=not-eal'])(
    '%s tells it to who may see small numbers',
    async (path) => {
      expect(await second?.ask(path, OFFICER)).not.toBe(await first?.ask(path, OFFICER));
    },
  );

  test('the scorecard says why the figure is not shown, and rates nothing by it', async () => {
    const told = JSON.parse((await first?.ask('scorecards/ks2', READER)) ?? '');
    const row = told.rows.find(
      ({ dimensions }: { dimensions: { group?: string } }) => dimensions.group === 'eal',
    );
    expect(row).toMatchObject({
      ...{ council: { value: null, status: 'c', numerator: null }, rating: null, trend: null, rank: null },
    });
    expect(row.council.why).toContain('fewer than ten');
    expect(Object.values(row.gaps)).toEqual([null, null, null, null]);
    expect(row.complement).toBeNull();
  });
});
