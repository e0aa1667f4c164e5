import { describe, expect, test } from 'vitest';
import { formerCouncils } from '../../shared/catalogue/areas/former-councils.ts';
import { neighbourEditions } from '../../shared/catalogue/areas/neighbours.ts';
import { areaByCode, areas, regions } from '../../shared/catalogue/areas.ts';

describe('the councils of England', () => {
  test('there are 153 with the Isles of Scilly, each with codes of its own and in one of nine regions', () => {
    expect(areas).toHaveLength(153);
    expect(new Set(areas.map(({ code }) => code)).size).toBe(153);
    expect(new Set(areas.map(({ oldCode }) => oldCode)).size).toBe(153);
    expect(new Set(areas.map(({ region }) => region.code)).size).toBe(9);
    expect(regions).toHaveLength(9);
    for (const { code, oldCode } of areas) {
      expect(code).toMatch(/^E(06|08|09|10)\d{6}$/);
      expect(oldCode).toMatch(/^\d{3}$/);
    }
  });

  test('Wiltshire lies in the South West and has ten neighbours in each edition, nearest first', () => {
    const wiltshire = areaByCode('E06000054');
    expect(wiltshire).toMatchObject({
      name: 'Wiltshire',
      oldCode: '865',
      region: { code: 'E12000009', name: 'South West' },
    });
    const numbers = (edition: '2021' | '2025') =>
      wiltshire?.neighbours[edition].map(({ oldCode }) => oldCode).join(' ');
    expect(numbers('2021')).toBe('916 893 878 873 938 800 885 850 802 838');
    expect(numbers('2025')).toBe('850 916 802 938 855 937 895 881 815 803');
    expect(wiltshire?.neighbours[2021][0]).toEqual({
      code: 'E10000013',
      oldCode: '916',
      name: 'Gloucestershire',
      closeness: 'extremely close',
    });
  });

  test.each([
    ['933', 'E06000066', 'E10000027'],
    ['815', 'E06000065', 'E10000023'],
    ['370', 'E08000038', 'E08000016'],
    ['373', 'E08000039', 'E08000019'],
  ])('council %s is known by its new code %s, not by %s', (oldCode, now, before) => {
    expect(areaByCode(now)?.oldCode).toBe(oldCode);
    expect(areaByCode(before)).toBeUndefined();
    const asNeighbour = areas
      .flatMap(({ neighbours }) => [...neighbours[2021], ...neighbours[2025]])
      .filter((neighbour) => neighbour.oldCode === oldCode);
    expect(asNeighbour.length).toBeGreaterThan(0);
    expect(new Set(asNeighbour.map(({ code }) => code))).toEqual(new Set([now]));
  });

  test('what is no live council is not found', () => {
    for (const code of ['', 'e06000054', 'E12000009', 'E92000001', 'E10000033', '865', 'constructor']) {
      expect(areaByCode(code)).toBeUndefined();
    }
  });
});

describe('statistical neighbours', () => {
  test.each(neighbourEditions)('in %s a council has ten others, once each, or none', (edition) => {
    for (const { name, oldCode, neighbours } of areas) {
      const numbers = neighbours[edition].map((neighbour) => neighbour.oldCode);
      expect([0, 10], name).toContain(numbers.length);
      expect(new Set([...numbers, oldCode]).size, name).toBe(numbers.length + 1);
    }
  });

  test('only councils formed since have none, and only in the older edition', () => {
    const without = (edition: '2021' | '2025') =>
      areas.filter(({ neighbours }) => neighbours[edition].length === 0).map(({ name }) => name);
    expect(without('2021').sort()).toEqual(['Cumberland', 'Westmorland and Furness']);
    expect(without('2025')).toEqual([]);
  });

  test('a neighbour is a live council, or an abolished one by number and name', () => {
    for (const { neighbours } of areas) {
      for (const { code, oldCode, name } of [...neighbours[2021], ...neighbours[2025]]) {
        if (code === null) expect(formerCouncils[oldCode]).toBe(name);
        else expect(areaByCode(code)).toMatchObject({ oldCode, name });
      }
    }
    expect(areas.every(({ neighbours }) => neighbours[2025].every(({ code }) => code !== null))).toBe(true);
  });
});
