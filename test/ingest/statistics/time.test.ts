import { describe, expect, test } from 'vitest';
import { levels } from '../../../shared/ingest/statistics/levels.ts';
import { periodOf, timeFault } from '../../../shared/ingest/statistics/time.ts';
import { readFile } from '../read-drop/reading.ts';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
  ...['September', 'October', 'November', 'December'],
];
const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${name}${at + 1}`);

/** Source: the lists of allowed values in the Department's data screener (eesyscreener, acceptable_values). */
const ONE_YEAR = ['Calendar year', 'Reporting year', ...MONTHS, ...numbered('Week ', 52)];
const TWO_YEARS = [
  ...['Academic year', 'Financial year', 'Tax year', 'Autumn and spring term'],
  ...['Autumn term', 'Spring term', 'Summer term', ...numbered('Financial year Q', 4)],
  ...['Part 1 (April to September)', 'Part 2 (October to March)'],
];

describe('time identifiers of the standard', () => {
  test.each(ONE_YEAR)('%s has a year', (identifier) => {
    expect(timeFault('2024', identifier)).toBeUndefined();
    expect(timeFault('202425', identifier)).toBe('time-period-form');
  });

  test.each(TWO_YEARS)('%s has two years that follow each other', (identifier) => {
    expect(timeFault('202425', identifier)).toBeUndefined();
    expect(timeFault('199900', identifier)).toBeUndefined();
    for (const period of ['2024', '202426', '202424', '2024-25'])
      expect(timeFault(period, identifier)).toBe('time-period-form');
  });

  test.each(['calendar year', 'Week 0', 'Week 53', 'Financial year Q5', 'Academic', ''])(
    '%j is none',
    (identifier) => {
      expect(timeFault('2024', identifier)).toBe('unknown-time-identifier');
    },
  );

  test('those that metrics have become periods', () => {
    expect(periodOf('2024', 'Calendar year')).toBe('2024');
    expect(periodOf('202425', 'Academic year')).toBe('AY2024');
    expect(periodOf('202425', 'Financial year')).toBe('FY2024');
    expect(periodOf('2024', 'Calendar year Q3')).toBe('2024-Q3');
    expect(MONTHS.map((month) => periodOf('2024', month))).toEqual(
      MONTHS.map((_, at) => `2024-${String(at + 1).padStart(2, '0')}`),
    );
    expect(periodOf('202425', 'Autumn term')).toBeUndefined();
    expect(periodOf('2024', 'Week 7')).toBeUndefined();
  });

  const head = 'time_period,time_identifier,geographic_level,country_code,country_name,pupils';
  const rows = (...identifiers: string[]) =>
    identifiers
      .map((name) => `${ONE_YEAR.includes(name) ? '2024' : '202425'},${name},National,E92000001,England,5`)
      .join('\n');

  test.each([
    ['Autumn term', 'Summer term', true],
    ['January', 'December', true],
    ['Week 1', 'Week 52', true],
    ['Financial year Q1', 'Financial year Q4', true],
    ['Part 1 (April to September)', 'Part 2 (October to March)', true],
    ['Autumn term', 'Autumn and spring term', false],
    ['Calendar year', 'Reporting year', false],
    ['Academic year', 'Financial year', false],
    ['January', 'Week 1', false],
  ])('a file may have %s and %s: %s', async (one, other, allowed) => {
    const { state, problems } = await readFile('dfe-statistics', `${head}\n${rows(one, other)}\n`, {
      area: '_shared',
    });
    expect(state).toBe(allowed ? 'accepted' : 'quarantined');
    expect(problems[0]?.code).toBe(allowed ? undefined : 'mixed-time-identifiers');
  });
});

describe('geographic levels of the standard', () => {
  test.each([...levels])('%s is known by its columns', async (level, columns) => {
    const more = columns.filter((column) => !column.startsWith('country_'));
    const code = (column: string) => {
      if (column === 'region_code') return 'E12000009';
      if (column === 'old_la_code') return '865';
      return column.endsWith('_code') ? 'E06000054' : 'A';
    };
    const head = [
      'time_period,time_identifier,geographic_level,country_code,country_name',
      ...more,
      'pupils',
    ];
    const row = ['2024,Calendar year', level, 'E92000001,England', ...more.map(code), '5'];
    const text = `${head.join(',')}\n${row.join(',')}\n`;
    expect((await readFile('dfe-statistics', text, { area: '_shared' })).state).toBe('accepted');
  });
});
