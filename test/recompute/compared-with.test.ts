import { describe, expect, test } from 'vitest';
import { neighboursInUse } from '../../shared/catalogue/areas/neighbours-in-use.ts';
import { areaByCode } from '../../shared/catalogue/areas.ts';
import { metrics } from '../../shared/catalogue/metrics.ts';
import type { CellBlock } from '../../shared/facts/cell.ts';
import { ENGLAND } from '../../shared/facts/place.ts';
import { placesBeside } from '../../shared/recompute/compared-with.ts';
import { areaFigures } from '../../shared/recompute/figures.ts';
import { knownOf } from '../../shared/recompute/known.ts';
import { actual, blockOf, dropOf } from '../facts/make.ts';

const WILTSHIRE = 'E06000054';
const FILE = '_shared/dfe-statistics/requests.csv';
const wiltshire = areaByCode(WILTSHIRE);
const [first = '', second = ''] = wiltshire ? neighboursInUse(wiltshire) : [];

const shared = dropOf({ key: FILE, area: '_shared', feed: 'dfe-statistics' });

function block(area: string, value: number | null): CellBlock {
  return { ...blockOf(shared, actual('ehcp.requests'), { '2024': value }), area };
}

async function comparators(blocks: readonly CellBlock[]) {
  const known = await knownOf(WILTSHIRE, {
    drops: { list: (area) => Promise.resolve(area === '_shared' ? [shared] : []) },
    cells: { read: (area) => Promise.resolve(blocks.filter((each) => each.area === area)) },
    settings: { list: () => Promise.resolve([]) },
  });
  const { all } = areaFigures(WILTSHIRE, known, metrics, new Date('2026-01-01T00:00:00Z'));
  return all.find(({ definition }) => definition.id === 'ehcp.requests')?.figures;
}

describe('a council beside others', () => {
  test('the places are its region, England, and its neighbours in use', () => {
    expect(placesBeside(WILTSHIRE)).toEqual(expect.arrayContaining(['E12000009', ENGLAND, first]));
    expect(placesBeside('_shared')).toEqual([]);
  });

  test('the figures of a shared file show as its own, its region’s, England’s and the neighbours’ mean', async () => {
    const figures = await comparators([
      block(WILTSHIRE, 10),
      block('E12000009', 100),
      block(ENGLAND, 1000),
      block(first, 20),
      block(second, 40),
    ]);
    expect(figures?.points.map(({ value }) => value)).toEqual([10]);
    expect(
      figures?.comparators.map(({ level, points }) => [level, ...points.map(({ value, n }) => [value, n])]),
    ).toEqual([
      ['region', [100, undefined]],
      ['national', [1000, undefined]],
      ['stat-neighbours', [30, 2]],
    ]);
  });

  test('a neighbour whose figure is withheld is left out of the mean, and without any there is none', async () => {
    const one = await comparators([block(WILTSHIRE, 10), block(first, 20), block(second, null)]);
    expect(one?.comparators[0]?.points[0]).toMatchObject({ value: 20, n: 1 });
    const none = await comparators([block(WILTSHIRE, 10), block(first, null)]);
    expect(none?.comparators).toEqual([]);
  });

  test('a council that is no neighbour, and another region, are nowhere', async () => {
    const figures = await comparators([block(WILTSHIRE, 10), block('E09000001', 5), block('E12000001', 7)]);
    expect(figures?.comparators).toEqual([]);
  });
});
