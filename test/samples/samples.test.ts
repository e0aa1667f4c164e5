import { describe, expect, test } from 'vitest';
import { areaByCode } from '../../shared/catalogue/areas.ts';
import { metricById } from '../../shared/catalogue/metrics.ts';
import { parseDay } from '../../shared/period/london.ts';
import { parsePeriod } from '../../shared/period/period.ts';
import { keysOnDisk, sampleBytes, sampleFiles, sampleRows } from './sample-files.ts';

const wiltshire = 'E06000054';
const monthly = sampleFiles.filter(({ key }) => key.includes('/send-monthly/'));

/** What the monthly files say of a column, oldest first: month=value. */
function said(column: string, files = monthly): string {
  return files
    .flatMap(({ key }) => sampleRows(key))
    .flatMap(({ month, [column]: figure }) => (figure ? [`${month}=${figure}`] : []))
    .join(' ');
}

/** Rows of a tidy file as one line each, without source and note. */
function lines(key: string, columns: readonly string[]): string[] {
  return sampleRows(`${wiltshire}/${key}`).map((row) => columns.map((column) => row[column]).join(' '));
}

describe('the list of sample drops', () => {
  test('every file is listed once, and every listed file is there', () => {
    expect(sampleFiles.map(({ key }) => key).sort()).toEqual(keysOnDisk().sort());
  });

  test('keys name the council, a feed and a file', () => {
    for (const { key } of sampleFiles) {
      expect(key).toMatch(
        /^(E06000054\/(send-monthly|trajectory|finance-monthly|published|conditions|officer-ratings|risks|programme|milestones|interventions|recommendations|report-narrative|outcomes|cohorts|overlaps)|_shared\/outcomes)\/[a-z0-9-]+\.csv$/,
      );
    }
    expect(areaByCode(wiltshire)?.name).toBe('Wiltshire');
  });

  test('they come in order of the day they were known, none after the day the samples start', () => {
    const days = sampleFiles.map(({ knownAt }) => knownAt);
    expect(days).toEqual([...days].sort());
    for (const day of days) {
      expect(parseDay(day)).toBe(day);
      expect(day <= '2025-01-09').toBe(true);
    }
  });

  test('a month is first told on the 10th of the next', () => {
    expect(
      monthly
        .filter(({ key }) => /2024-\d\d\.csv$/.test(key))
        .map(({ key, knownAt }) => `${key.slice(-11, -4)} ${knownAt}`),
    ).toEqual([
      '2024-01 2024-02-10',
      '2024-02 2024-03-10',
      '2024-03 2024-04-10',
      '2024-04 2024-05-10',
      '2024-05 2024-06-10',
      '2024-06 2024-07-10',
      '2024-07 2024-08-10',
      '2024-08 2024-09-10',
      '2024-09 2024-10-10',
      '2024-10 2024-11-10',
    ]);
  });
});

// Typed from the tables of the committee papers, not from the files.
describe('the figures of the papers', () => {
  test('children with a plan: April to October and December 2024, November not published', () => {
    expect(said('ehcp_active')).toBe(
      '2024-04=5728 2024-05=5815 2024-06=5867 2024-07=5861 2024-08=5932 2024-09=6051 2024-10=6161 2024-12=6357',
    );
  });

  test('placements as first published, then as restated', () => {
    expect(said('inmss_placed', monthly.slice(1, -1))).toBe(
      '2024-01=324 2024-02=336 2024-03=334 2024-04=345 2024-05=348 2024-06=353 2024-07=310 2024-08=290 2024-09=359 2024-10=362',
    );
    expect(monthly.at(-1)).toEqual({
      key: `${wiltshire}/send-monthly/2025-01-07.csv`,
      knownAt: '2025-01-07',
    });
    expect(said('inmss_placed', monthly.slice(-1))).toBe('2024-09=354 2024-10=359 2024-11=359 2024-12=358');
  });

  test('placements of 2023 are those of 2024 less the published change on the year', () => {
    const placed = [324, 336, 334, 345, 348, 353, 310, 290, 354, 359, 359, 358];
    const change = [59, 61, 58, 63, 64, 61, 64, 51, 44, 41, 40, 41];
    const before = placed.map((value, index) => {
      const month = String(index + 1).padStart(2, '0');
      return `2023-${month}=${value - (change[index] ?? Number.NaN)}`;
    });
    expect(said('inmss_placed', monthly.slice(0, 1))).toBe(before.join(' '));
  });

  test('special school places of September 2024: 156 due, 98 there', () => {
    expect(said('special_places_planned')).toBe('2024-09=156');
    expect(said('special_places_delivered')).toBe('2024-09=98');
  });

  test('the plan of March 2024', () => {
    expect(lines('trajectory/sv-2024-03.csv', ['kind', 'metric', 'period', 'value'])).toEqual([
      'mitigated ehcp.active 2024-04 5562',
      'mitigated ehcp.active 2024-05 5586',
      'mitigated ehcp.active 2024-06 5609',
      'mitigated ehcp.active 2024-07 5632',
      'mitigated ehcp.active 2024-08 5645',
      'mitigated ehcp.active 2024-09 5649',
      'mitigated ehcp.active 2024-10 5669',
      'mitigated ehcp.active 2024-12 5707',
      'mitigated ehcp.active 2028-12 5893',
      'unmitigated ehcp.active 2028-12 7001',
      'mitigated inmss.share.r12 2024-12 6.92%',
      'budget dsg.in-year-balance FY2024 -28210000',
      'limit dsg.cumulative-balance FY2024 -84500000',
    ]);
  });

  test('later statements are plans of their own and never replace the plan of a month that had one', () => {
    const later = sampleFiles.filter(
      ({ key }) => key.includes('/trajectory/') && !key.includes('sv-2024-03'),
    );
    expect(later.flatMap(({ key }) => sampleRows(key)).map((row) => Object.values(row).join(' '))).toEqual([
      'reforecast-2024-11 mitigated ehcp.active 2031-03 5938',
      'reforecast-2024-11 unmitigated ehcp.active 2031-03 7996',
      'reforecast-2024-11 mitigated hnb.income FY2025 80301000',
      'data-led-2024-11 unmitigated ehcp.active 2028-12 7491',
      'committee-2025-01 unmitigated dsg.cumulative-balance FY2025 -117000000',
    ]);
  });

  test('the balance of 2024/25 as forecast at quarter 1 and, £5.05m worse, at quarter 2', () => {
    const forecasts = ['q1', 'q2'].flatMap((quarter) =>
      lines(`finance-monthly/2024-${quarter}.csv`, [
        'month',
        'financial_year',
        'dsg_in_year_balance_forecast',
      ]),
    );
    expect(forecasts).toEqual(['2024-06 2024/25 -38150000', '2024-09 2024/25 -43200000']);
  });

  test('published shares by edition, the text before the table that speaks', () => {
    const shares = [
      ...lines('published/2024-11.csv', ['metric', 'level', 'edition', 'period', 'value']),
    ].filter((line) => line.startsWith('inmss.share la'));
    expect(shares.map((line) => line.replace('inmss.share la ', ''))).toEqual([
      '2024-11-text 2024-07 5.86%',
      '2024-11-text 2024-10 5.62%',
      '2024-11 2024-01 5.86%',
      '2024-11 2024-02 6.02%',
      '2024-11 2024-03 5.91%',
      '2024-11 2024-04 6.02%',
      '2024-11 2024-05 5.98%',
      '2024-11 2024-06 6.02%',
      '2024-11 2024-07 5.29%',
      '2024-11 2024-08 4.88%',
      '2024-11 2024-09 5.92%',
      '2024-11 2024-10 5.87%',
    ]);
    expect(lines('published/2025-01.csv', ['metric', 'level', 'edition', 'period', 'value'])).toEqual([
      'inmss.share la 2025-01 2024-09 5.85%',
      'inmss.share la 2025-01 2024-10 5.82%',
      'inmss.share la 2025-01 2024-11 5.72%',
      'inmss.share la 2025-01 2024-12 5.64%',
      'inmss.share.r12 la 2025-01 2024-12 5.75%',
      'ehcp.new-plans-early-years-share.r12 la 2025-01 2024-12 27.26%',
      'places.shortfall-cost la 2025-01 2024-12 £2.24m',
    ]);
  });

  test('published rates and rolling figures', () => {
    const others = ['2024-11', '2025-01-committee']
      .flatMap((name) => lines(`published/${name}.csv`, ['metric', 'period', 'level', 'edition', 'value']))
      .filter((line) => !/^inmss.share \S+ la/.test(line));
    expect(others.sort()).toEqual([
      'ehcp.ceased.r12 2023-12 la 2024-11 29',
      'ehcp.ceased.r12 2023-12 stat-neighbours 2023 44',
      'ehcp.ceased.r12 2024-07 la 2024-11 32',
      'ehcp.ceased.r12 2024-10 la 2024-11 28',
      'ehcp.no-to-assess-rate 2023 la 2024-11 12.0%',
      'ehcp.no-to-assess-rate 2023 stat-neighbours 2023 25.0%',
      'ehcp.no-to-issue-rate 2023 la 2024-11 3.9%',
      'ehcp.no-to-issue-rate 2023 stat-neighbours 2023 5.0%',
      'ehcp.requests.r12 2024-01 la 2024-11 99',
      'ehcp.requests.r12 2024-12 la 2025-01 97',
      'inmss.share 2023 stat-neighbours 2023 5.72%',
    ]);
  });
});

describe('what the files name', () => {
  test('every metric and period of a tidy file is known, and no published figure is told before its day', () => {
    for (const { key, knownAt } of sampleFiles) {
      for (const row of sampleRows(key)) {
        const { metric, period, published_on: publishedOn } = row;
        if (metric === undefined || metric === '') continue;
        expect(metricById(metric), `${metric} in ${key}`).toBeDefined();
        if (period !== undefined)
          expect(parsePeriod(period.replace(/^(\d{4})\/\d\d$/, 'AY$1')), key).toBeDefined();
        if (publishedOn !== undefined) expect(publishedOn, key).toBe(knownAt);
      }
    }
  });
});

// Typed from the Local Authority Interactive Tool, not from the files.
describe('the results of schools', () => {
  const shared = sampleFiles.filter(({ key }) => key.startsWith('_shared/outcomes/'));
  const rows = shared.flatMap(({ key }) => sampleRows(key));
  const figure = (area: string, period: string, metric: string, group = '') =>
    rows.find(
      (row) =>
        row['area'] === area &&
        row['period'] === period &&
        row['metric'] === metric &&
        row['group'] === group,
    );

  test.each([
    [wiltshire, '2024/25', 'ks2.rwm', '59%'],
    ['England', '2024/25', 'ks2.rwm', '63%'],
    [wiltshire, '2024/25', 'eyfsp.gld', '70.4%'],
    [wiltshire, '2024/25', 'ks4.attainment8', '46.2'],
    [wiltshire, '2022/23', 'absence.total', '6.95%'],
  ])('%s in %s: %s %s', (area, period, metric, value) => {
    expect(figure(area, period, metric)?.['value']).toBe(value);
  });

  test('phonics of 2025 is 79% and provisional; 2020 and 2021 have no key stage results', () => {
    expect(figure(wiltshire, '2024/25', 'phonics.y1')).toMatchObject({ value: '79%', status: 'provisional' });
    const years = new Set(
      rows.filter(({ metric }) => metric?.startsWith('ks2.')).map(({ period }) => period),
    );
    expect([...years].filter((year) => year === '2019/20' || year === '2020/21')).toEqual([]);
  });

  test('the mean of the ten neighbours in reading, writing and maths of 2025 is 62.1%', () => {
    const neighbours = areaByCode(wiltshire)?.neighbours['2025'] ?? [];
    const values = neighbours.map(({ code }) =>
      Number.parseFloat(figure(code ?? '', '2024/25', 'ks2.rwm')?.['value'] ?? ''),
    );
    expect(values).toHaveLength(10);
    expect(values.reduce((sum, value) => sum + value, 0) / 10).toBeCloseTo(62.1, 6);
  });

  test('are of thirteen places, name their source, and stay small', () => {
    expect(new Set(rows.map(({ area }) => area)).size).toBe(13);
    expect(new Set(rows.map(({ source }) => source))).toEqual(new Set(['DfE LAIT']));
    const size = shared.reduce((sum, { key }) => sum + sampleBytes(key).length, 0);
    expect(size).toBeLessThan(400 * 1024);
  });

  test('what is no published figure says in every row that it is an illustration', () => {
    const illustrations = sampleFiles.filter(({ key }) => /illustration/.test(key));
    expect(illustrations.map(({ key }) => key.split('/')[1]).sort()).toEqual([
      'cohorts',
      'outcomes',
      'overlaps',
    ]);
    for (const row of illustrations.flatMap(({ key }) => sampleRows(key))) {
      expect(row).toMatchObject({ source: 'Synthetic', note: 'Illustration: not a figure of the council' });
    }
  });
});
