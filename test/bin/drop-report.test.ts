import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseReport, reportText } from '../../bin/command/drop-report.ts';
import { reportJson } from './fakes.ts';

const text = (differing: object) =>
  reportText('2025-01.csv', parseReport(reportJson(differing)), { object: 's3://r/1.json' });
const problem = (row: number | null, column: string | null, message: string) => ({
  row,
  column,
  value: null,
  code: 'a-code',
  message,
});

test('an accepted file says what was stored and as what it was recognised', () => {
  expect(text({})).toBe(
    [
      '2025-01.csv: accepted',
      '  12 rows read: 12 accepted, 0 partly, 0 rejected, 0 ignored; 240 figures stored',
      '  Recognised as send-monthly, CSV',
      '  Report: s3://r/1.json',
    ].join('\n'),
  );
});

test('each problem names its row and column, and how to mend it', () => {
  const problems = [
    problem(7, 'ehcp_active', 'Cannot read "many" as a count. Write it in digits.'),
    problem(9, null, 'The row is wrong.'),
    problem(null, null, 'The file is wrong.'),
  ];
  const lines = text({ state: 'accepted-with-problems', problems, problemCount: 3 }).split('\n');
  expect(lines).toContain('  row 7, column ehcp_active: Cannot read "many" as a count. Write it in digits.');
  expect(lines).toContain('  row 9: The row is wrong.');
  expect(lines).toContain('  the file: The file is wrong.');
});

test('of very many problems the first fifty are printed, and the others counted', () => {
  const problems = Array.from({ length: 1000 }, (_, index) => problem(index + 2, 'month', 'Wrong.'));
  const lines = text({ problems, problemCount: 2300 }).split('\n');
  expect(lines.filter((line) => line.includes('Wrong.'))).toHaveLength(50);
  expect(lines).toContain('  and 2,250 more problems');
});

test('a quarantined file says that nothing of it is stored', () => {
  expect(text({ state: 'quarantined' })).toContain('quarantined: nothing of it is stored');
});

test('one of which nothing could be taken says so, and is not called accepted', () => {
  const problems = [problem(2, 'month', 'Wrong.')];
  const rows = { read: 1, accepted: 0, partly: 0, rejected: 1, ignored: 0 };
  const said = text({ state: 'accepted-with-problems', rows, cells: 0, problems, problemCount: 1 });
  expect(said).toMatch(/^2025-01\.csv: nothing taken, with problems\n/);
});

test('warnings are told apart from problems', () => {
  const warnings = [{ code: 'unknown-column', column: 'Colour', message: 'Not known, not read.' }];
  expect(text({ warnings })).toContain('  Warning, column Colour: Not known, not read.');
});

const hostile = fc.string({
  unit: fc.constantFrom('a', '\n', '\r', '\u0000', '\u001b', '\u007f', '\u009b', '\u2028'),
});

test('no text of a file reaches the terminal as a control character', () => {
  return fc.assert(
    fc.property(hostile, hostile, (column, message) => {
      const lines = text({ problems: [problem(1, column, message)], problemCount: 1 }).split('\n');
      expect(lines).toHaveLength(5);
      expect(lines.join('')).not.toMatch(/[\p{Cc}\u2028]/u);
    }),
  );
});
