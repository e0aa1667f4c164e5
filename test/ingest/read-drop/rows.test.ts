import { describe, expect, test } from 'vitest';
import { codes, readFile, said } from './reading.ts';

describe('rows of a file', () => {
  test('titles, blank rows, totals and notes are ignored and counted; the header is not', async () => {
    const content = [
      'Wiltshire SEND figures,,',
      '',
      'Month,Number of EHCPs,Appeals',
      '2024-09,6090,4',
      ',,',
      '2024-10,6161,5',
      'Total,12251,9',
      'Source: case system,,',
    ].join('\n');
    const outcome = await readFile('send-monthly', content);
    expect(outcome.state).toBe('accepted');
    expect(outcome.rows).toEqual({ read: 7, accepted: 2, partly: 0, rejected: 0, ignored: 5 });
    expect(outcome.blocks[0]?.values).toEqual({
      '2024-09': { value: 6090, row: 4 },
      '2024-10': { value: 6161, row: 6 },
    });
    expect(outcome.warnings.map(({ code, row }) => [code, row])).toEqual([
      ['preamble-ignored', 3],
      ['total-ignored', 7],
      ['note-ignored', 8],
    ]);
  });

  test('a table made to look at is read: title, two rows of headings, a mark of the delimiter', async () => {
    const content =
      'sep=;\nSEND dashboard;;\n;Caseload;Placements\nMonth;EHCPs;INMSS\nOct-24;6,161;362\n* provisional;;\n';
    const outcome = await readFile('send-monthly', content);
    expect(outcome).toMatchObject({ state: 'accepted', rows: { read: 5, accepted: 1, ignored: 4 } });
    expect(said(outcome)).toEqual(['ehcp.active 2024-10 = 6161', 'inmss.placed 2024-10 = 362']);
  });

  test('a row with a month and no figure says nothing', async () => {
    const outcome = await readFile('send-monthly', 'month,ehcp_active\n2024-10,6161\n2024-11,\n');
    expect(outcome.rows).toEqual({ read: 2, accepted: 1, partly: 0, rejected: 0, ignored: 1 });
    expect(outcome.warnings).toMatchObject([{ code: 'row-without-figures', row: 3 }]);
  });

  test('rows that contradict each other are all rejected, in a wide file by month', async () => {
    const content = 'month,ehcp_active,inmss_placed\n2024-10,6161,362\n2024-09,6090,355\nOct-24,6161,359\n';
    const outcome = await readFile('send-monthly', content);
    expect(outcome.rows).toEqual({ read: 3, accepted: 1, partly: 0, rejected: 2, ignored: 0 });
    expect(said(outcome)).toEqual(['ehcp.active 2024-09 = 6090', 'inmss.placed 2024-09 = 355']);
    expect(outcome.problems).toMatchObject([
      { row: 2, column: 'inmss_placed', value: '362', code: 'contradiction' },
      { row: 4, column: 'inmss_placed', value: '359', code: 'contradiction' },
    ]);
    expect(outcome.problems[0]?.message).toContain('row 4 says 359');
  });

  test('a figure and a symbol for the same cell contradict each other', async () => {
    const outcome = await readFile('send-monthly', 'month,ehcp_active\n2024-10,6161\n2024-10,c\n');
    expect(outcome.rows.rejected).toBe(2);
  });

  test('an exact repeat is ignored with a warning, however it is written', async () => {
    const outcome = await readFile('send-monthly', 'month,ehcp_active\n2024-10,6161\nOctober 2024,"6,161"\n');
    expect(outcome).toMatchObject({
      state: 'accepted',
      rows: { read: 2, accepted: 1, ignored: 1 },
      cells: 1,
      warnings: [{ code: 'repeated-row', row: 3 }],
    });
  });

  test('repeats of a row that is contradicted are rejected with it', async () => {
    const outcome = await readFile('send-monthly', 'month,ehcp_active\n2024-10,1\n2024-10,1\n2024-10,2\n');
    expect(outcome.rows).toEqual({ read: 3, accepted: 0, partly: 0, rejected: 3, ignored: 0 });
    expect(outcome.problems.map(({ row }) => row)).toEqual([2, 3, 4]);
  });

  test('rows that complete each other for a month are both taken', async () => {
    const outcome = await readFile(
      'send-monthly',
      'month,ehcp_active,inmss_placed\n2024-10,6161,\n2024-10,,362\n',
    );
    expect(outcome).toMatchObject({ state: 'accepted', rows: { accepted: 2 }, cells: 2 });
  });

  test.each([
    ['a figure with a comma outside quotes', 'month,ehcp_active\n2024-10,6,161\n2024-09,6090\n'],
    ['a cell under an empty heading', 'month,ehcp_active,\n2024-10,6,161\n2024-09,6090,\n'],
  ])('%s rejects the row', async (_name, content) => {
    const outcome = await readFile('send-monthly', content);
    expect(codes(outcome)).toEqual(['too-many-cells-in-row']);
    expect(said(outcome)).toEqual(['ehcp.active 2024-09 = 6090']);
  });

  test('a short row and commas at the end do no harm', async () => {
    const outcome = await readFile(
      'send-monthly',
      'month,ehcp_active,inmss_placed\n2024-10,6161\n2024-09,6090,,,\n',
    );
    expect(outcome).toMatchObject({ state: 'accepted', cells: 2 });
  });

  test('an unknown column is a warning with the name that may be meant', async () => {
    const outcome = await readFile(
      'send-monthly',
      'month,ehcp_active,tribunal_apeals,weather\n2024-10,6161,4,rain\n',
    );
    expect(outcome.state).toBe('accepted');
    expect(outcome.warnings).toMatchObject([
      {
        code: 'unknown-column',
        column: 'tribunal_apeals',
        message: expect.stringContaining('If tribunal_appeals is meant'),
      },
      { code: 'unknown-column', column: 'weather' },
    ]);
  });

  test('problems are listed up to 1,000 in row order, and all counted', async () => {
    const rows = Array.from({ length: 1200 }, (_, index) => `2024-10,x${index}`);
    const outcome = await readFile('send-monthly', `month,ehcp_active\n${rows.join('\n')}\n`);
    expect(outcome.problems).toHaveLength(1000);
    expect(outcome.problemCount).toBe(1200);
    expect(outcome.problems.map(({ row }) => row)).toEqual(
      Array.from({ length: 1000 }, (_, index) => index + 2),
    );
  });
});
