import { type RawWorkbook, rawParts, rawRows, rawWorkbook } from '../../../reading/workbooks/raw-workbook.ts';
import { zip } from '../../../reading/workbooks/zip.ts';
import type { HostileCase } from '../hostile-cases.ts';

const HEADER = ['month', 'ehcp_active', 'inmss_placed'];
const GOOD = rawRows([HEADER, ['2024-09', 6090, 355], ['2024-10', 6161, 362]]);
const twoGood = { state: 'accepted', rows: { read: 2, accepted: 2 }, cells: 4 } as const;
const quarantined = { state: 'quarantined', rows: {}, cells: 0 } as const;
const cellLost = { state: 'accepted-with-problems', rows: { read: 1, partly: 1 }, cells: 1 } as const;

function sheet(rows: string, more: Partial<RawWorkbook> = {}): () => Buffer {
  return () => rawWorkbook({ sheets: [{ rows }], ...more });
}

/** One row of data with that cell for `ehcp_active`. */
function cell(xml: string, more: Partial<RawWorkbook> = {}): () => Buffer {
  return sheet(rawRows([HEADER, ['2024-10', xml, 362]]), more);
}

function bomb(): Buffer {
  const parts = rawParts({ sheets: [{ rows: GOOD }], without: 'xl/worksheets/sheet1.xml' });
  const rows = Buffer.alloc(40_000_000, ' ');
  return zip([
    ...parts,
    {
      name: 'xl/worksheets/sheet1.xml',
      content: Buffer.concat([Buffer.from('<worksheet><sheetData>'), rows]),
    },
  ]);
}

function withSheet(content: string, more: { statedSize?: number; flags?: number } = {}): Buffer {
  const name = 'xl/worksheets/sheet1.xml';
  return zip([...rawParts({ sheets: [{ rows: GOOD }], without: name }), { name, content, ...more }]);
}

const SHEET = `<worksheet><sheetData>${GOOD}</sheetData></worksheet>`;
const ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';

export const xlsxCases: readonly HostileCase[] = [
  { name: 'a workbook as it should be', content: sheet(GOOD), ...twoGood },
  { name: 'a bomb (1,000 : 1)', content: bomb, ...quarantined, code: 'workbook-too-large' },
  {
    name: 'a part that is larger than it says',
    content: () => withSheet(SHEET, { statedSize: 100 }),
    ...quarantined,
    code: 'damaged-workbook',
  },
  {
    name: 'a part that is smaller than it says',
    content: () => withSheet(SHEET, { statedSize: 100_000 }),
    ...quarantined,
    code: 'damaged-workbook',
  },
  {
    name: 'a part that says it is of 3 GB',
    content: () => withSheet(SHEET, { statedSize: 3_000_000_000 }),
    ...quarantined,
    code: 'workbook-too-large',
  },
  {
    name: 'XML entities',
    content: () => withSheet(`${ENTITIES}${SHEET}`),
    ...quarantined,
    code: 'damaged-workbook',
  },
  {
    name: 'an unknown entity in a text',
    content: cell('<c t="inlineStr"><is><t>&b;</t></is></c>'),
    ...quarantined,
    code: 'damaged-workbook',
  },
  {
    name: 'XML that is not closed',
    content: () => withSheet('<worksheet><sheetData><row r="1"><c'),
    ...quarantined,
    code: 'damaged-workbook',
  },
  {
    name: 'a part with a password',
    content: () => withSheet(SHEET, { flags: 1 }),
    ...quarantined,
    code: 'encrypted-workbook',
  },
  {
    name: 'an encrypted workbook or an old .xls renamed',
    content: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(5000)]),
    ...quarantined,
    code: 'not-text',
  },
  {
    name: 'a zip file of something else',
    content: () => zip([{ name: 'content.xml', content: '<office/>' }]),
    ...quarantined,
    code: 'not-a-workbook',
  },
  {
    name: 'a zip file that is cut off',
    content: () => sheet(GOOD)().subarray(0, 700),
    ...quarantined,
    code: 'damaged-workbook',
  },
  { name: 'an empty zip file', content: () => zip([]), ...quarantined, code: 'not-a-workbook' },
  {
    name: 'dates since 1904',
    content: sheet(rawRows([HEADER, ['<c s="1"><v>44134</v></c>', 6161, 362]]), {
      since1904: true,
      formats: ['dd/mm/yyyy'],
    }),
    state: 'accepted',
    rows: { read: 1, accepted: 1 },
    cells: 2,
  },
  {
    name: 'a formula without cached value',
    content: cell('<c><f>SUM(B4:B9)</f></c>'),
    ...cellLost,
    code: 'formula',
  },
  {
    name: 'a formula with its value',
    content: cell('<c><f>SUM(B4:B9)</f><v>6161</v></c>'),
    state: 'accepted',
    rows: { read: 1, accepted: 1 },
    cells: 2,
  },
  {
    name: 'an error in a cell',
    content: cell('<c t="e"><v>#REF!</v></c>'),
    ...cellLost,
    code: 'spreadsheet-error',
  },
  {
    name: 'a yes or no in a cell',
    content: cell('<c t="b"><v>1</v></c>'),
    ...cellLost,
    code: 'not-a-number',
  },
  {
    name: 'a share where cases are counted',
    content: cell('<c s="1"><v>0.0587</v></c>', { formats: ['0.00%'] }),
    ...cellLost,
    code: 'percent-in-count',
  },
  {
    name: 'a merged header over two rows',
    content: () =>
      rawWorkbook({
        sheets: [
          {
            rows: rawRows([
              ['Month', 'New plans', '', 'INMSS'],
              ['', 'all', 'early years', 'placed'],
              ['Oct-24', 101, 9, 362],
            ]),
            after: '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>',
          },
        ],
      }),
    state: 'accepted',
    rows: { read: 2, accepted: 1, ignored: 1 },
  },
  {
    name: 'a hidden sheet beside the data',
    content: () =>
      rawWorkbook({ sheets: [{ rows: GOOD.replaceAll('6161', '9'), state: 'hidden' }, { rows: GOOD }] }),
    ...twoGood,
  },
  {
    name: 'hidden sheets only',
    content: () => rawWorkbook({ sheets: [{ rows: GOOD, state: 'veryHidden' }] }),
    ...quarantined,
    code: 'no-visible-sheet',
  },
  {
    name: 'missing shared strings',
    content: cell('<c t="s"><v>0</v></c>'),
    ...quarantined,
    code: 'damaged-workbook',
  },
  {
    name: 'a shared string beyond the list',
    content: cell('<c t="s"><v>7</v></c>', { strings: ['<t>x</t>'] }),
    ...quarantined,
    code: 'damaged-workbook',
  },
  ...['XFE2', 'A1048577', 'ZZZZZZZ2', '2', 'B', '__proto__'].map((place) => ({
    name: `a cell at ${place}`,
    content: sheet(`${GOOD}<row r="4"><c r="${place}"><v>1</v></c></row>`),
    ...quarantined,
    code: 'damaged-workbook',
  })),
  {
    name: 'cells at the right edge of many rows',
    content: () =>
      withSheet(
        `<worksheet><sheetData>${GOOD}${Array.from({ length: 2000 }, (_, at) => `<row r="${at + 4}"><c r="XFD${at + 4}"><v>1</v></c></row>`).join('')}</sheetData></worksheet>`,
      ),
    state: 'quarantined',
    rows: { read: 1222, accepted: 2, rejected: 1220 },
    code: 'workbook-too-large',
  },
  {
    name: 'duplicate zip entries',
    content: () =>
      rawWorkbook({ sheets: [{ rows: GOOD }], more: [{ name: 'xl/worksheets/sheet1.xml', content: SHEET }] }),
    ...quarantined,
    code: 'damaged-workbook',
  },
  {
    name: 'a false dimension A1',
    content: () => rawWorkbook({ sheets: [{ rows: GOOD, before: '<dimension ref="A1"/>' }] }),
    ...twoGood,
  },
  {
    name: 'a header on row 3 and a total',
    content: sheet(rawRows([['SEND'], ['January'], HEADER, ['2024-10', 6161, 362], ['Total', 6161, 362]])),
    state: 'accepted',
    rows: { read: 4, accepted: 1, ignored: 3 },
    cells: 2,
  },
  {
    name: 'no sheet of the feed',
    content: sheet(
      rawRows([
        ['a', 'b'],
        [1, 2],
      ]),
    ),
    state: 'quarantined',
    rows: { read: 1, rejected: 1 },
    code: 'no-known-columns',
  },
  {
    name: 'a list of pupils on a hidden sheet',
    content: () =>
      rawWorkbook({
        sheets: [{ rows: GOOD }, { rows: rawRows([['Forename', 'Surname', 'DOB']]), state: 'hidden' }],
      }),
    state: 'quarantined',
    rows: { read: 2, accepted: 2 },
    code: 'personal-data',
  },
  {
    name: 'a pupil number on another sheet',
    content: () => rawWorkbook({ sheets: [{ rows: GOOD }, { rows: rawRows([['see H801200001001']]) }] }),
    state: 'quarantined',
    rows: { read: 2, accepted: 2 },
    code: 'personal-data',
  },
];
