import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { upns } from '../../reading/personal-data/upns.ts';
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
    );
    await fc.assert(
      fc.asyncProperty(
        files,
        upns,
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        async ([feed = '', ...lines], upn, r, c, bare) => {
          const cells = lines.map((line) => line.split(','));
          const row = cells[r % cells.length] ?? [];
          const at = c % row.length;
          row[at] = bare ? upn : `${row[at] ?? ''} ${upn.toLowerCase()}`;
          const outcome = await readFile(feed, cells.map((line) => line.join(',')).join('\n'));
          expect(outcome.state).toBe('quarantined');
          expect(outcome.problems[0]?.code).toBe('personal-data');
          expect(JSON.stringify(outcome).toUpperCase()).not.toContain(upn);
        },
      ),
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
