import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFinancialYear, readMonth, readPeriod } from '../../shared/reading/period-text.ts';

describe('a month as people write it', () => {
  test.each([
    '2024-10',
    '2024/10',
    '2024-10-31',
    '31/10/24',
    '31/10/2024',
    '1/10/24',
    '31.10.2024',
    '31-10-2024',
    'Oct-24',
    'Oct 24',
    "Oct '24",
    'OCT-24',
    'October 2024',
    'Oct 2024',
    'october-2024',
    '31-Oct-24',
    '31 October 2024',
    '1st October 2024',
    '10/2024',
    '2024-Oct',
    '45566',
    '45596',
    '45596.0',
    '45596.75',
    '2024-10-31T00:00:00',
    '2024-10-31 00:00:00',
    '2024-10-31T00:00:00.000Z',
    '31/10/2024 00:00',
    ' \u00a02024-10 ',
  ])('%j is October 2024', (text) => {
    expect(readMonth(text)).toEqual({ ok: true, value: '2024-10' });
  });

  test.each([
    ['Sept 2024', '2024-09'],
    ['Sep-24', '2024-09'],
    ['May 2024', '2024-05'],
    ['29/02/2024', '2024-02'],
    ['05/06/2024', '2024-06'],
    ['1/1/90', '1990-01'],
    ['1/1/89', '2089-01'],
    ['32874', '1990-01'],
  ])('%j is %s', (text, month) => {
    expect(readMonth(text)).toEqual({ ok: true, value: month });
  });

  test.each([
    ['31/02/25', 'impossible-date'],
    ['2025-02-29', 'impossible-date'],
    ['00/10/2024', 'impossible-date'],
    ['13/2024', 'month-out-of-range'],
    ['2024-13', 'month-out-of-range'],
    ['2024-00', 'month-out-of-range'],
    ['10/31/2024', 'month-out-of-range'],
    ['1989-12', 'year-out-of-range'],
    ['2101-01', 'year-out-of-range'],
    ['31/10/0024', 'year-out-of-range'],
    ['99999', 'year-out-of-range'],
    ['10000', 'year-out-of-range'],
    ['24-Oct', 'ambiguous-date'],
    ['2024', 'not-a-date'],
    ['6161', 'not-a-date'],
    ['Octember 2024', 'not-a-date'],
    ['garbage', 'not-a-date'],
    ['2024-10-31T99:00', 'not-a-date'],
    ['ma-24', 'not-a-date'],
  ])('%j is refused as %s', (text, code) => {
    expect(readMonth(text)).toMatchObject({ ok: false, fault: { code } });
  });

  test('an impossible date says why and what to write', () => {
    expect(readMonth('31/02/25')).toEqual({
      ok: false,
      fault: {
        code: 'impossible-date',
        message: 'Cannot read "31/02/25" as a month: February 2025 has 28 days. Write 2025-02 or 28/02/2025.',
      },
    });
  });

  const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2089-12-31'), noInvalidDate: true });

  test('a day printed in any accepted form reads back as its month', () => {
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', day = ''] = iso.split('-');
        const full = date.toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' });
        const short = full.slice(0, 3);
        const serial = Math.floor(date.getTime() / 86_400_000) + 25_569;
        const forms = [
          `${year}-${month}`,
          iso,
          `${iso}T00:00:00`,
          `${day}/${month}/${year}`,
          `${Number(day)}/${Number(month)}/${year.slice(2)}`,
          `${short}-${year.slice(2)}`,
          `${short} ${year}`,
          `${full} ${year}`,
          `${day}-${short}-${year.slice(2)}`,
          `${serial}`,
        ];
        for (const form of forms) expect(readMonth(form)).toEqual({ ok: true, value: `${year}-${month}` });
      }),
    );
  });

  test('any text gives a month in range or a fault', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const result = readMonth(text);
        expect(
          result.ok ? /^(199\d|20\d\d|2100)-(0[1-9]|1[0-2])$/.test(result.value) : result.fault.code !== '',
        ).toBe(true);
      }),
    );
  });
});

describe('any period', () => {
  test.each([
    ['2023', '2023'],
    ['2024-Q3', '2024-Q3'],
    ['2024 q3', '2024-Q3'],
    ['Q3 2024', '2024-Q3'],
    ['FY2024', 'FY2024'],
    ['fy 2024/25', 'FY2024'],
    ['2024/25', 'FY2024'],
    ['2024-25', 'FY2024'],
    ['2024/2025', 'FY2024'],
    ['1999/00', 'FY1999'],
    ['AY2023', 'AY2023'],
    ['AY2023/24', 'AY2023'],
    ['2024-10', '2024-10'],
    ['Oct-24', '2024-10'],
    ['31/10/2024', '2024-10'],
    // A month and never a pair of years: contract section 3.
    ['2009-10', '2009-10'],
  ])('%j is %s', (text, period) => {
    expect(readPeriod(text)).toEqual({ ok: true, value: period });
  });

  test.each([
    ['2024-Q5', 'not-a-period'],
    ['2024/26', 'not-a-year'],
    ['AY2023/25', 'not-a-year'],
    ['FY24', 'not-a-year'],
    ['2024-13', 'month-out-of-range'],
    ['31/02/2025', 'impossible-date'],
    ['1980', 'year-out-of-range'],
    ['FY2101', 'year-out-of-range'],
    ['next year', 'not-a-period'],
  ])('%j is refused as %s', (text, code) => {
    expect(readPeriod(text)).toMatchObject({ ok: false, fault: { code } });
  });
});

describe('a financial year', () => {
  test.each(['FY2024', 'fy2024', 'FY 2024/25', '2024/25', '2024-25', '2024/2025', '2024-2025'])(
    '%j is FY2024',
    (text) => {
      expect(readFinancialYear(text)).toEqual({ ok: true, value: 'FY2024' });
    },
  );

  test('2009-10 is a pair of years here', () => {
    expect(readFinancialYear('2009-10')).toEqual({ ok: true, value: 'FY2009' });
  });

  test.each([
    ['2024', 'ambiguous-year'],
    ['2024/26', 'not-a-year'],
    ['24/25', 'not-a-year'],
    ['AY2024', 'not-a-year'],
  ])('%j is refused as %s', (text, code) => {
    expect(readFinancialYear(text)).toMatchObject({ ok: false, fault: { code } });
  });
});
