import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../../shared/reading/format/formats.ts';
import type { RowEvent } from '../../../shared/reading/row-event.ts';
import { streamed } from '../bytes.ts';
import { type RawWorkbook, rawRows, rawWorkbook } from '../workbooks/raw-workbook.ts';

const knownHeadings = (cells: readonly string[]): number =>
  cells.filter((cell) => ['month', 'value', 'note'].includes(cell)).length;

async function read(bytes: Uint8Array): Promise<RowEvent[]> {
  const events: RowEvent[] = [];
  for await (const event of rowsOf(streamed(bytes, 4096), knownHeadings)) events.push(event);
  return events;
}

async function cellsOf(bytes: Uint8Array): Promise<(readonly string[])[]> {
  return (await read(bytes)).flatMap((event) => (event.kind === 'row' ? [event.cells] : []));
}

/** What the cells of one row are read as. */
async function row(
  cells: readonly (string | number)[],
  more: Partial<RawWorkbook> = {},
): Promise<readonly string[]> {
  const [first = []] = await cellsOf(rawWorkbook({ sheets: [{ rows: rawRows([cells]) }], ...more }));
  return first;
}

describe('a workbook', () => {
  test('is read as its cells would be typed, with sheet and row', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Data',
          rows: [
            ['SEND figures'],
            [],
            ['month', 'value', 'note'],
            [new Date(Date.UTC(2024, 9, 31)), 6161, 'a & b'],
            [null, null, 'last'],
          ],
        },
      ],
    });
    expect((await read(bytes)).filter(({ kind }) => kind !== 'aside')).toEqual([
      { kind: 'recognised', as: 'XLSX', sheet: 'Data' },
      { kind: 'row', row: 1, sheet: 'Data', cells: ['SEND figures'] },
      { kind: 'row', row: 3, sheet: 'Data', cells: ['month', 'value', 'note'] },
      { kind: 'row', row: 4, sheet: 'Data', cells: ['2024-10-31', '6161', 'a & b'] },
      { kind: 'row', row: 5, sheet: 'Data', cells: ['', '', 'last'] },
    ]);
  });

  test('numbers show as their format does', async () => {
    const formats = [
      'dd/mm/yyyy',
      'mmm\\-yy',
      '0.00%',
      '[h]:mm',
      '&quot;day &quot;0',
      '[Red]#,##0',
      '[$-809]d mmm;@',
    ];
    const cells = ['45596', '45566', '0.0587', '0.5', '3', '6161', '45596'].map(
      (value, at) => `<c s="${at + 1}"><v>${value}</v></c>`,
    );
    expect(await row(cells, { formats })).toEqual([
      '2024-10-31',
      '2024-10-01',
      '5.87%',
      '12:00:00',
      '3',
      '6161',
      '2024-10-31',
    ]);
  });

  test('days since 1904 are four years and a day later', async () => {
    const cells = ['<c s="1"><v>44134</v></c>'];
    expect(await row(cells, { formats: ['yyyy-mm-dd'], since1904: true })).toEqual(['2024-10-31']);
  });

  test.each([
    ['<c><v>0.30000000000000004</v></c>', '0.3'],
    ['<c><v>1E-7</v></c>', '0.0000001'],
    ['<c><v>1.5E+3</v></c>', '1500'],
    ['<c><v>-5</v></c>', '-5'],
    ['<c t="b"><v>1</v></c>', 'TRUE'],
    ['<c t="e"><v>#REF!</v></c>', '#REF!'],
    ['<c t="d"><v>2024-10-31T00:00:00</v></c>', '2024-10-31'],
    ['<c t="str"><f>A2&amp;"x"</f><v>text</v></c>', 'text'],
    ['<c><f>SUM(B2:B9)</f><v>42</v></c>', '42'],
    ['<c><f>SUM(B2:B9)</f></c>', '=SUM(B2:B9)'],
    ['<c t="s"><v>1</v></c>', 'bold and plain'],
    ['<c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>', 'inline'],
  ])('the cell %s reads as %s', async (cell, text) => {
    const strings = [
      '<t>first</t>',
      '<r><t>bold</t></r><r><t xml:space="preserve"> and plain</t></r><rPh><t>no</t></rPh>',
    ];
    expect(await row([cell, 'end'], { strings })).toEqual([text, 'end']);
  });

  test('places need not be written, and a false dimension means nothing', async () => {
    const rows = '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>';
    const sheets = [{ rows, before: '<dimension ref="A1"/>' }];
    expect(await cellsOf(rawWorkbook({ sheets }))).toEqual([['1', '2'], ['3']]);
  });

  test('the sheet whose header the feed knows best is read, and the others are told', async () => {
    const data = (value: number) =>
      rawRows([
        ['month', 'value'],
        ['2024-10', value],
      ]);
    const bytes = rawWorkbook({
      sheets: [
        { name: 'Contents', rows: rawRows([['About this file']]) },
        { name: 'Old', rows: data(1) },
        {
          name: 'New',
          rows: rawRows([
            ['month', 'value', 'note'],
            ['2024-10', 2, 'x'],
          ]),
        },
        { name: 'Draft', rows: data(3), state: 'hidden' },
      ],
    });
    const events = await read(bytes);
    expect(events[0]).toEqual({ kind: 'recognised', as: 'XLSX', sheet: 'New' });
    expect(events.flatMap((event) => (event.kind === 'row' ? [event.cells] : []))[1]).toEqual([
      '2024-10',
      '2',
      'x',
    ]);
    const warnings = events.flatMap((event) => (event.kind === 'warning' ? [event.warning.message] : []));
    expect(warnings).toEqual([
      expect.stringContaining('"Old" was not read'),
      expect.stringContaining('"Draft" is hidden'),
    ]);
  });

  test('what is written reads back, cell by cell', async () => {
    const cell = fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9£<>&"' ;,]{1,12}$/).filter((text) => text.trim() !== ''),
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.integer({ min: -99_999, max: 99_999 }).map((thousandths) => thousandths / 1000),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        async (rows) => {
          const bytes = await writeXlsx({ sheets: [{ name: 'S', rows }] });
          const written = rows
            .map((cells) =>
              cells.slice(0, cells.findLastIndex((each) => each !== null) + 1).map((each) => `${each ?? ''}`),
            )
            .filter((cells) => cells.length > 0);
          expect(await cellsOf(bytes)).toEqual(written);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('an error of the byte stream is thrown', async () => {
    async function* cutOff(): AsyncGenerator<Uint8Array, void, undefined> {
      yield await Promise.resolve(Buffer.from('PK\x03\x04', 'latin1'));
      throw new Error('connection reset');
    }
    await expect(async () => {
      for await (const _ of rowsOf(cutOff(), knownHeadings)) {
        // Only that it ends in the error counts.
      }
    }).rejects.toThrow('connection reset');
  });
});
