import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { upns, writtenUpns } from '../../reading/personal-data/upns.ts';
import { rawRows, rawWorkbook } from '../../reading/workbooks/raw-workbook.ts';
import { balanced, readFile } from './reading.ts';

describe('a file about people', () => {
  test.each([
    ['a name column', 'month,ehcp_active,Forename\n2024-10,5,Zebedee\n', 'Zebedee'],
    ['a list of pupils', 'Forename,Surname,DOB\nZebedee,Ducat,2010-01-02\n', 'Zebedee'],
    [
      'a list of pupils below a title',
      'Export,,\nForename,Surname,DOB\nZebedee,Ducat,2010-01-02\n',
      'Zebedee',
    ],
    ['a date-of-birth column', 'month,ehcp_active,Date of birth\n2024-10,5,2010-01-02\n', '2010-01-02'],
    ['an e-mail address in a note', 'month,ehcp_active,why\n2024-10,5,ask zebedee@example.org\n', 'zebedee'],
    ['an e-mail address in a title', 'Ask zebedee@example.org,\nmonth,ehcp_active\n2024-10,5\n', 'zebedee'],
    ['an address as heading', 'month,ehcp_active,zebedee@example.org\n2024-10,5,1\n', 'zebedee'],
    ['a pupil number for a figure', 'month,ehcp_active\n2024-10,H801200001001\n', '801200001001'],
    ['a pupil number after a broken header', 'foo,bar\n1,2\n3,H801200001001\n', '801200001001'],
    ['other values beside it', 'month,ehcp_active,x\nZebedee,Ducat,1\n2024-10,H801200001001,2\n', 'Zebedee'],
  ])('%s is quarantined, and nothing of it is repeated', async (_name, content, secret) => {
    const outcome = await readFile('send-monthly', content);
    expect(outcome).toMatchObject({ state: 'quarantined', cells: 0, blocks: [], warnings: [] });
    expect(outcome.problems[0]).toMatchObject({ code: 'personal-data', value: null });
    expect(JSON.stringify(outcome)).not.toContain(secret);
    expect(balanced(outcome.rows)).toBe(true);
  });

  test('the report says where', async () => {
    const outcome = await readFile('send-monthly', 'month,ehcp_active\n2024-09,5\n2024-10,H801200001001\n');
    expect(outcome.problems).toMatchObject([{ row: 3, column: 'column 2' }]);
  });

  test('a pupil number with a valid check letter in any cell of any feed is caught and never repeated', async () => {
    const files = fc.constantFrom(
      ['send-monthly', 'Title,,', 'month,ehcp_active,other', '2024-09,5,', '2024-10,6,x'],
      [
        'finance-monthly',
        'Title,,',
        'month,financial_year,hnb_income_forecast',
        '2024-09,FY2024,1',
        '2024-10,FY2024,2',
      ],
      [
        'trajectory',
        'trajectory,kind,metric,period,value',
        'a,budget,hnb.income,FY2024,1',
        'b,limit,hnb.spend,FY2024,1',
      ],
      ['published', 'metric,period,value,note', 'hnb.income,FY2024,1,', 'hnb.spend,FY2024,1,fine'],
      [
        'programme',
        'update,programme,workstream,status,commentary',
        '2024-09,SV,Placements,green,all well',
        '2024-10,SV,Placements,amber,fewer places than planned',
      ],
      ['risks', 'register,risk,update,text,progress', 'SV,1,2024-09,Costs,slow', 'SV,2,2024-09,Places,fast'],
      [
        'dfe-statistics',
        'Short Desc,Years,LA and Regions,Values,LA Number,Notes',
        'SEN_CASES_JAN,2024,Wiltshire,5,865,',
        'SEN_CASES_JAN,2023,Wiltshire,5,865,fine',
      ],
    );
    await fc.assert(
      fc.asyncProperty(
        files,
        writtenUpns,
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        async ([feed = '', ...lines], { upn, written }, r, c, bare) => {
          const cells = lines.map((line) => line.split(','));
          const row = cells[r % cells.length] ?? [];
          const at = c % row.length;
          row[at] = bare ? written : `${row[at] ?? ''} ${written}`;
          const outcome = await readFile(feed, cells.map((line) => line.join(',')).join('\n'));
          expect(outcome.state).toBe('quarantined');
          expect(outcome.problems[0]?.code).toBe('personal-data');
          const told = JSON.stringify(outcome).toUpperCase();
          expect(told.replace(/[^A-Z0-9]/g, '')).not.toContain(upn);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('nor does it pass in another encoding or on any sheet of a workbook, a hidden one included', async () => {
    const header = ['month', 'ehcp_active', 'other'];
    const write = (upn: string, column: number) => ['2024-10', '5', 'x'].with(column, `see ${upn}`);
    const forms: ((upn: string, column: number) => Buffer)[] = [
      (upn, column) => Buffer.from(`${header.join('\t')}\n${write(upn, column).join('\t')}`, 'utf16le'),
      (upn, column) => Buffer.from(`${header.join(';')};\xa3\n${write(upn, column).join(';')}`, 'latin1'),
      (upn, column) => rawWorkbook({ sheets: [{ rows: rawRows([header, write(upn, column)]) }] }),
      (upn, column) =>
        rawWorkbook({
          sheets: [
            { rows: rawRows([header, ['2024-10', 5]]) },
            { rows: rawRows([write(upn, column)]), state: 'hidden' },
          ],
        }),
      (upn, column) =>
        rawWorkbook({
          sheets: [{ rows: rawRows([header, ['2024-10', 5, ''].with(column, '<c t="s"><v>0</v></c>')]) }],
          strings: [`<r><t>${upn.slice(0, 5)}</t></r><r><t>${upn.slice(5)}</t></r>`],
        }),
      (upn) => rawWorkbook({ sheets: [{ name: upn, rows: rawRows([header, ['2024-10', 5]]) }] }),
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...forms), upns, fc.nat({ max: 2 }), async (form, upn, column) => {
        const outcome = await readFile('send-monthly', form(upn, column));
        expect(outcome.problems[0]?.code).toBe('personal-data');
        expect(JSON.stringify(outcome)).not.toContain(upn);
      }),
      { numRuns: 300 },
    );
  });

  const header = ['month', 'ehcp_active'];
  const figures = { rows: rawRows([header, ['2024-10', 5]]) };
  const part = (name: string, content: string) =>
    rawWorkbook({ sheets: [figures], more: [{ name, content }] });
  const elsewhere: readonly (readonly [where: string, file: (text: string) => Buffer])[] = [
    [
      'a comment on cell B2',
      (text) =>
        part(
          'xl/comments1.xml',
          `<comments><authors><author>Somebody</author></authors><commentList><comment ref="B2" authorId="0"><text><r><t>${text.slice(0, 9)}</t></r><r><t>${text.slice(9)}</t></r></text></comment></commentList></comments>`,
        ),
    ],
    [
      'a comment on cell B3',
      (text) =>
        part(
          'xl/threadedComments/threadedComment1.xml',
          `<ThreadedComments><threadedComment ref="B3"><text>${text}</text></threadedComment></ThreadedComments>`,
        ),
    ],
    [
      'a text box or picture',
      (text) =>
        part(
          'xl/drawings/drawing1.xml',
          `<xdr:wsDr><xdr:sp><xdr:txBody><a:p><a:r><a:t>${text.slice(0, 7)}</a:t></a:r><a:r><a:t>${text.slice(7)}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>`,
        ),
    ],
    [
      'the data kept for a pivot table',
      (text) =>
        part(
          'xl/pivotCache/pivotCacheRecords1.xml',
          `<pivotCacheRecords><r><s v="${text}"/><n v="5"/></r></pivotCacheRecords>`,
        ),
    ],
    [
      'the data kept of another workbook',
      (text) =>
        part(
          'xl/externalLinks/externalLink1.xml',
          `<externalLink><sheetDataSet><sheetData><row><cell t="str"><v>${text}</v></cell></row></sheetData></sheetDataSet></externalLink>`,
        ),
    ],
    [
      'the header or footer',
      (text) =>
        rawWorkbook({
          sheets: [
            { ...figures, after: `<headerFooter><oddHeader>&amp;L${text} x</oddHeader></headerFooter>` },
          ],
        }),
    ],
    ['that no cell shows', (text) => rawWorkbook({ sheets: [figures], strings: [`<t>${text}</t>`] })],
  ];

  test.each(elsewhere)('nor in %s of a workbook', async (where, file) => {
    expect((await readFile('send-monthly', file('as agreed in March'))).state).toBe('accepted');
    await fc.assert(
      fc.asyncProperty(writtenUpns, async ({ written }) => {
        const outcome = await readFile('send-monthly', file(`see ${written}`));
        expect(outcome).toMatchObject({ state: 'quarantined', blocks: [] });
        expect(outcome.problems[0]?.code).toBe('personal-data');
        expect(outcome.problems[0]?.message).toContain(where);
        expect(JSON.stringify(outcome)).not.toContain(written);
      }),
      { numRuns: 40 },
    );
  });

  test('a pivot table over a list of pupils is caught by the names of its columns', async () => {
    const cache = (names: readonly string[]) =>
      part(
        'xl/pivotCache/pivotCacheDefinition1.xml',
        `<pivotCacheDefinition><cacheFields>${names.map((name) => `<cacheField name="${name}"/>`).join('')}</cacheFields></pivotCacheDefinition>`,
      );
    const pupils = await readFile('send-monthly', cache(['Forename', 'Date of birth', 'Need']));
    expect(pupils.problems[0]?.code).toBe('personal-data');
    expect((await readFile('send-monthly', cache(['Area name', 'Need']))).state).toBe('accepted');
  });

  test('a list of pupils on another sheet is caught in a workbook of any feed', async () => {
    const lait = [
      ['Short Desc', 'Years', 'LA and Regions', 'Values', 'LA Number'],
      ['SEN_CASES_JAN', '2024', 'Wiltshire', '5', '865'],
    ];
    const sheets = (head: readonly string[]) => [
      { rows: rawRows(lait) },
      { rows: rawRows([head, ['A', 'B']]), state: 'hidden' as const },
    ];
    const pupils = rawWorkbook({ sheets: sheets(['Forename', 'Surname']) });
    expect((await readFile('dfe-statistics', pupils)).problems[0]?.code).toBe('personal-data');
    const terms = rawWorkbook({ sheets: sheets(['Name', 'Meaning']) });
    expect((await readFile('dfe-statistics', terms)).state).toBe('accepted');
  });

  test('who wrote a comment is no finding: Excel writes it into every file', async () => {
    const outcome = await readFile(
      'send-monthly',
      part(
        'xl/comments1.xml',
        '<comments><authors><author>zebedee@example.org</author></authors><commentList/></comments>',
      ),
    );
    expect(outcome.state).toBe('accepted');
  });

  test('normal figures raise no alarm', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 99_999 }), { minLength: 1, maxLength: 12 }),
        async (figures) => {
          const rows = figures.map((figure, index) => `2024-${String(index + 1).padStart(2, '0')},${figure}`);
          expect((await readFile('send-monthly', ['month,ehcp_active', ...rows].join('\n'))).state).toBe(
            'accepted',
          );
        },
      ),
    );
  });
});
