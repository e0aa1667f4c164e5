import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { rawRows, rawWorkbook } from '../../reading/workbooks/raw-workbook.ts';
import { codes, readFile, said } from './reading.ts';

describe('a monthly file', () => {
  test('is taken with its fingerprint, an account of its rows and its cells', async () => {
    const content = 'month,ehcp_active,inmss_placed\n2024-09,6090,355\n2024-10,6161,362\n';
    const outcome = await readFile('send-monthly', content);
    expect(outcome).toEqual({
      sha256: createHash('sha256').update(content).digest('hex'),
      size: content.length,
      state: 'accepted',
      rows: { read: 2, accepted: 2, partly: 0, rejected: 0, ignored: 0 },
      cells: 4,
      problems: [],
      problemCount: 0,
      warnings: [],
      header: {
        row: 1,
        columns: ['month', 'ehcp_active', 'inmss_placed'].map((name, at) => ({
          name,
          heading: name,
          place: at + 1,
        })),
      },
      recognisedAs: 'send-monthly, CSV, UTF-8, comma; columns month, ehcp_active, inmss_placed',
      blocks: [
        {
          area: 'E06000054',
          series: { role: 'actual', metric: 'ehcp.active', dimensions: {} },
          year: '2024',
          values: { '2024-09': { value: 6090, row: 2 }, '2024-10': { value: 6161, row: 3 } },
        },
        {
          area: 'E06000054',
          series: { role: 'actual', metric: 'inmss.placed', dimensions: {} },
          year: '2024',
          values: { '2024-09': { value: 355, row: 2 }, '2024-10': { value: 362, row: 3 } },
        },
      ],
    });
  });

  test('of a workbook says of each figure on which sheet and row it stands', async () => {
    const rows = rawRows([['SEND'], ['month', 'ehcp_active'], ['2024-10', 6161]]);
    const outcome = await readFile('send-monthly', rawWorkbook({ sheets: [{ name: 'January', rows }] }));
    expect(outcome.recognisedAs).toBe('send-monthly, XLSX, sheet "January"; columns month, ehcp_active');
    expect(outcome.blocks.map(({ values }) => values)).toEqual([
      { '2024-10': { value: 6161, row: 3, sheet: 'January' } },
    ]);
  });

  test('names its columns as councils do', async () => {
    const outcome = await readFile(
      'send-monthly',
      'Month;Number of EHCPs;No. placed in INMSS\nOct-24;6,161;362\n',
    );
    expect(said(outcome)).toEqual(['ehcp.active 2024-10 = 6161', 'inmss.placed 2024-10 = 362']);
    expect(outcome.recognisedAs).toBe(
      'send-monthly, CSV, UTF-8, semicolon; columns month ← "Month", ehcp_active ← "Number of EHCPs", inmss_placed ← "No. placed in INMSS"',
    );
  });

  test('has a block for each series and year', async () => {
    const outcome = await readFile('send-monthly', 'month,ehcp_active\n2023-12,5500\n2024-01,5529\n');
    expect(outcome.blocks.map(({ year }) => year)).toEqual(['2023', '2024']);
  });

  test('an empty cell says nothing, a symbol speaks', async () => {
    const outcome = await readFile(
      'send-monthly',
      'month,ehcp_active,inmss_placed\n2024-11,,c\n2024-12,6357,\n',
    );
    expect(said(outcome)).toEqual(['ehcp.active 2024-12 = 6357', 'inmss.placed 2024-11 = c']);
    expect(outcome.rows).toMatchObject({ accepted: 2 });
  });

  test('a wrong cell costs the cell', async () => {
    const outcome = await readFile('send-monthly', 'month,ehcp_active,inmss_placed\n2024-10,many,362\n');
    expect(outcome.state).toBe('accepted-with-problems');
    expect(outcome.rows).toEqual({ read: 1, accepted: 0, partly: 1, rejected: 0, ignored: 0 });
    expect(said(outcome)).toEqual(['inmss.placed 2024-10 = 362']);
    expect(outcome.problems).toMatchObject([
      { row: 2, column: 'ehcp_active', value: 'many', code: 'not-a-number' },
    ]);
  });

  test('a wrong month costs the row and says how to mend it', async () => {
    const outcome = await readFile('send-monthly', 'month,ehcp_active\n2024-10,6161\n31/02/25,5\n');
    expect(outcome.rows).toEqual({ read: 2, accepted: 1, partly: 0, rejected: 1, ignored: 0 });
    expect(outcome.problems).toEqual([
      {
        row: 3,
        column: 'month',
        value: '31/02/25',
        code: 'impossible-date',
        message: 'Cannot read "31/02/25" as a month: February 2025 has 28 days. Write 2025-02 or 28/02/2025.',
      },
    ]);
  });

  test.each([
    ['13/2024', 'month-out-of-range'],
    ['2025-02', 'future-month'],
    ['', 'missing-cell'],
    ['1899-12', 'year-out-of-range'],
    ['=A1', 'formula'],
  ])('the month %j is refused as %s', async (month, code) => {
    const outcome = await readFile('send-monthly', `month,ehcp_active\n${month},5\n2024-10,6161\n`);
    expect(codes(outcome)).toEqual([code]);
    expect(said(outcome)).toEqual(['ehcp.active 2024-10 = 6161']);
  });

  test('the running month in England is no future one', async () => {
    const now = new Date('2025-03-31T23:30:00.000Z');
    const outcome = await readFile('send-monthly', 'month,ehcp_active\n2025-04,6500\n', { now });
    expect(outcome.state).toBe('accepted');
  });

  test.each(['=1+1', '@SUM(A1)', '+A1', '-A1+5', '"\t5"', '"\r=1"'])(
    'the formula %j is not worked out',
    async (formula) => {
      const outcome = await readFile(
        'send-monthly',
        `month,ehcp_active,inmss_placed\n2024-10,${formula},5\n`,
      );
      expect(codes(outcome)).toEqual(['formula']);
      expect(said(outcome)).toEqual(['inmss.placed 2024-10 = 5']);
    },
  );

  test('a value is repeated up to 80 characters', async () => {
    const outcome = await readFile('send-monthly', `month,ehcp_active\n2024-10,${'many '.repeat(50)}\n`);
    expect(outcome.problems[0]?.value).toHaveLength(80);
    expect(outcome.problems[0]?.message.length).toBeLessThan(300);
  });

  test('a part above its whole is pointed out, and both are taken', async () => {
    const outcome = await readFile('send-monthly', 'month,new_plans,new_plans_early_years\n2024-10,20,25\n');
    expect(outcome).toMatchObject({
      state: 'accepted',
      cells: 2,
      warnings: [{ code: 'part-above-whole', row: 2, column: 'new_plans_early_years' }],
    });
  });

  test('finance forecasts have their year as dimension and deficits are negative', async () => {
    const content =
      'month,financial_year,dsg_in_year_balance_forecast,hnb_income_forecast\n2024-06,2024/25,(£38.15m),\n2024-09,FY2024,-£43.2m,£74.42m\n';
    const outcome = await readFile('finance-monthly', content);
    expect(outcome.blocks).toMatchObject([
      {
        series: { role: 'actual', metric: 'dsg.in-year-balance', dimensions: { financialYear: 'FY2024' } },
        values: { '2024-06': { value: -38_150_000 }, '2024-09': { value: -43_200_000 } },
      },
      { series: { metric: 'hnb.income' }, values: { '2024-09': { value: 74_420_000 } } },
    ]);
  });

  test('two financial years forecast in one month are two rows, not a contradiction', async () => {
    const content = 'month,financial_year,hnb_income_forecast\n2024-09,FY2024,74m\n2024-09,FY2025,80m\n';
    expect(await readFile('finance-monthly', content)).toMatchObject({ state: 'accepted', cells: 2 });
  });
});
