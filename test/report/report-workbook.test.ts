import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportForms } from '../../shared/api/report-forms.ts';
import type { DropReport } from '../../shared/facts/drop.ts';
import { cellContent } from '../../shared/report/cell-text.ts';
import { streamed } from '../reading/bytes.ts';
import { reportOf, tenMistakes } from './reports.ts';
import { commentsOf, fillsOf, hasFormulas, rowsOfSheet } from './workbook-reader.ts';

async function workbookOf(report: DropReport, file: string | Uint8Array): Promise<Uint8Array> {
  const form = reportForms(report, () => Promise.resolve(streamed(file))).find(({ type }) =>
    type.includes('sheet'),
  );
  const workbook = form && 'render' in form ? await form.render() : undefined;
  if (!(workbook instanceof Uint8Array)) throw new Error('No workbook');
  return workbook;
}

const WRONG = 'FFF4C7C3';

describe('the workbook of a file with ten mistakes', async () => {
  const report = await reportOf(tenMistakes);
  const workbook = await workbookOf(report, tenMistakes);

  test('marks every wrong cell, and says why in a comment', async () => {
    const comments = await commentsOf(workbook);
    const fills = await fillsOf(workbook, 1);
    const wrong = [
      'B6',
      'C7',
      'C8',
      'A9',
      'C10',
      'B11',
      'B12',
      'E15',
      'E16',
      'E17',
      'E18',
      'B18',
      'B19',
      'A22',
      'A24',
    ];
    for (const cell of wrong) {
      expect(fills[cell], cell).toBe(WRONG);
      expect(comments[cell], cell).toMatch(/^Cannot /);
    }
    expect(comments['C8']).toContain('Write the number, such as 359.');
    expect(comments['D2']).toContain('"Number of apeals" is not known');
    expect(comments['F13']).toContain('Placed in INMSS');
    // A row that cannot be taken as a whole is marked as a whole.
    expect(fills['H24']).toBe(WRONG);
    expect(Object.entries(fills).filter(([cell, fill]) => fill === WRONG && !/24$/.test(cell))).toHaveLength(
      14,
    );
  });

  test('shows the council’s own sheet, row under row', async () => {
    const rows = await rowsOfSheet(workbook);
    expect(rows.get(1)).toEqual(['SEND monthly return']);
    expect(rows.get(3)).toEqual(['Jan-23', '4,902', '61', '3', '82', '301', '4', '40']);
    expect(rows.get(22)?.[0]).toBe('Jan-2052');
    expect(rows.get(12)?.[1]).toBe("'=SUM(B3:B11)");
  });

  test('lists on a sheet of its own what to mend', async () => {
    const rows = await rowsOfSheet(workbook, 2);
    const listed = [...rows.values()].filter(([what]) => what === 'Mend');
    expect(listed).toHaveLength(15);
    expect(listed[2]?.slice(0, 5)).toEqual(['Mend', '8', 'C', 'New plans', '£63']);
    expect(rows.get(1)?.[0]).toMatch(/^2024-10\.csv: Part of this file was taken/);
  });

  test('has no formula, and is the same to the byte each time', async () => {
    expect(await hasFormulas(workbook)).toBe(false);
    expect(Buffer.compare(workbook, await workbookOf(report, tenMistakes))).toBe(0);
  });

  test('reads as the file does: a council may mend it there and drop it', async () => {
    const again = await reportOf(workbook);
    const { accepted, partly, rejected } = report.rows;
    expect(again.rows).toMatchObject({ accepted, partly, rejected });
    const places = ({ problems }: DropReport) => problems.map(({ row, column }) => `${row} ${column}`);
    expect(places(again)).toEqual(places(report));
    expect(again.cells).toBe(report.cells);
  });
});

const cell = fc.oneof(
  fc.constantFrom(
    '2024-10',
    'Oct-24',
    '31/10/2024',
    '6,161',
    '-',
    'n/a',
    'c',
    '(5)',
    '-3',
    '0.5',
    '007',
    '1e5',
    '=1+1',
    '@SUM(1)',
    '#REF!',
    '+44',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

test('a marked sheet says what the file said, whatever stands there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
      const quoted = [['month', 'ehcp_active', 'new_plans'], ...rows].map((cells) =>
        cells.map((each) => `"${each.replaceAll('\0', '').replaceAll('"', '""')}"`).join(','),
      );
      const file = Buffer.from(quoted.join('\r\n').toWellFormed());
      const report = await reportOf(file);
      const workbook = await workbookOf(report, file);
      // Of a file that could not be read there may be a part, or nothing.
      if (report.state === 'quarantined') return;
      const again = await reportOf(workbook);
      expect(again.cells).toBe(report.cells);
    }),
    { numRuns: 60 },
  );
});

test('of a file with personal data there is the list alone, and the file is not opened', async () => {
  const file = 'month,ehcp_active,note\n2024-10,5,write to canary@example.org\n';
  const report = await reportOf(Buffer.from(file));
  let opened = false;
  const [, form] = reportForms(report, () => {
    opened = true;
    return Promise.resolve(streamed(file));
  });
  const workbook = form && 'render' in form ? await form.render() : undefined;
  if (!(workbook instanceof Uint8Array)) throw new Error('No workbook');
  expect(opened).toBe(false);
  expect(await fillsOf(workbook, 2)).toEqual({});
  const rows = [...(await rowsOfSheet(workbook)).values()].flat().join('\n');
  expect(rows).toContain('This file seems to carry personal data');
  expect(rows).not.toContain('canary');
});

test('a file that was refused unread may hold anything: it is not opened either', async () => {
  const file = 'month,Child name,ehcp_active\n2024-10,Canary Yellow,5\n';
  const report = await reportOf(Buffer.from(file), { knownAt: '2999-01-01' });
  expect(report.quarantineCode).toBe('known-at-after-put');
  const rows = [...(await rowsOfSheet(await workbookOf(report, file))).values()].flat().join('\n');
  expect(rows).not.toMatch(/canary|child name/i);
});

test('a person that a later look finds in a file is not shown either', async () => {
  const report = await reportOf(Buffer.from('month,ehcp_active\n2024-13,5\n'));
  const workbook = await workbookOf(report, 'month,ehcp_active\n2024-13,5\n2024-10,canary@example.org\n');
  expect(await commentsOf(workbook)).toEqual({});
});

test('20,000 rows of twelve columns are marked in the last as in the first', async () => {
  const line = ',5,5,5,5,5,5,5,5,5,5';
  const rows = Array.from(
    { length: 20_000 },
    (_, at) => `${2000 + (at % 20)}-${String((at % 12) + 1).padStart(2, '0')},${at}${line}`,
  );
  const wrong = [
    `2024-13,1${line}`,
    ...rows.map((row) => row.replace(/^[^,]*/, '2024-14')),
    `2024-15,1${line}`,
  ];
  const head = 'month,ehcp_active,a,b,c,d,e,f,g,h,i,j';
  const file = Buffer.from(`${head}\n${wrong.join('\n')}\n`);
  const report = await reportOf(file);
  const last = { row: 20_003, column: 'month', value: '2024-15', code: 'x', message: 'Cannot read it.' };
  const workbook = await workbookOf({ ...report, problems: [...report.problems.slice(0, 999), last] }, file);
  const comments = await commentsOf(workbook);
  expect(comments['A2']).toMatch(/there is no month 13/);
  expect(comments['A20003']).toBe('Cannot read it.');
  expect(workbook.length).toBeLessThan(4_300_000);
}, 60_000);

test('what a spreadsheet could run is text with an apostrophe; figures with signs are left alone', () => {
  const runs = [
    '=1+1',
    '@SUM(A1)',
    "+cmd|' /C calc'!A0",
    '-2+3+cmd|x!A0',
    '\t=1',
    '  =1',
    '-A1',
    '+HYPERLINK("x")',
  ];
  for (const text of runs) expect(cellContent(text), text).toBe(`'${text}`);
  for (const text of ['-', '-£14.99m', '−5', '+5', '- 5', '(14.99)', 'n/a'])
    expect(cellContent(text), text).toBe(text);
  expect(cellContent('6161')).toBe(6161);
  expect(cellContent('-14.99')).toBe(-14.99);
  expect(cellContent('007')).toBe('007');
});
