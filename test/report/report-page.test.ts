import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DropReport, Problem } from '../../shared/facts/drop.ts';
import { columnLetters, rowsText } from '../../shared/report/place-text.ts';
import { problemGroups } from '../../shared/report/problem-groups.ts';
import { reportPage } from '../../shared/report/report-page.ts';
import { reportOf, tenMistakes } from './reports.ts';

/** What a reader sees of a page. */
function shownOf(page: string): string {
  const body = page.slice(page.indexOf('<body>'));
  const plain = body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  return plain
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

describe('the page of a file with ten mistakes', async () => {
  const report = await reportOf(tenMistakes);
  const shown = shownOf(reportPage(report));

  test('says first what happened, what was taken and what to do', () => {
    expect(shown).toMatch(/2024-10\.csv Part of this file was taken, and 15 things need mending/);
    expect(shown).toContain(
      '23 rows have data. Taken: 9 whole, 9 without their wrong figures, 5 not at all. 99 figures are stored.',
    );
    expect(shown.indexOf('What to do')).toBeLessThan(shown.indexOf('What to mend'));
  });

  test('shows each problem in the order of the file, with its place, its value and how to mend it', () => {
    const places = [...shown.matchAll(/Rows? (\d+)[^,]*, column/g)].map(([, row]) => Number(row));
    const mend = places.slice(0, places.lastIndexOf(22) + 1);
    expect(mend).toEqual([6, 7, 8, 9, 10, 11, 12, 15, 18, 19, 22]);
    expect(shown).toContain('Row 8, column C (“New plans”) It says £63');
    expect(shown).toContain('this is a number of cases, not money. Write the number, such as 359.');
  });

  test('tells once what hits many rows, and calls columns as the file does', () => {
    expect(shown).toContain('Rows 15 to 18, column E (“Requests for assessment”)');
    expect(shown.match(/it is not clear what its commas/g)).toHaveLength(1);
    expect(shown).toContain('it says 5,360 for “No. of EHCPs” in 2024-04');
    expect(shown).toContain('Row 2, column D (“Number of apeals”)');
  });
});

test('a file with personal data is told by place alone: no value, no heading', async () => {
  const file = 'month,Child name,EHCPs\n2024-10,Canary Yellow,5\n2024-11,canary@example.org,6\n';
  const shown = shownOf(reportPage(await reportOf(Buffer.from(file))));
  expect(shown).toContain('Nothing of this file was taken');
  expect(shown).toMatch(/take out what is about single people/);
  expect(shown).toMatch(/column for names of people, in row 1, column 2/);
  expect(shown).not.toContain('Excel');
  expect(shown).not.toMatch(/canary|child name/i);
});

test('a whole file has nothing to mend', async () => {
  const shown = shownOf(reportPage(await reportOf(Buffer.from('month,ehcp_active\n2024-10,5\n'))));
  expect(shown).toContain('This file was taken whole');
  expect(shown).toContain('Nothing: all is well.');
  expect(shown).not.toContain('What to mend');
});

const nasty = fc.oneof(
  fc.string(),
  fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=y>', "' onclick='x", '&lt;'),
);
const problem: fc.Arbitrary<Problem> = fc.record({
  row: fc.option(fc.integer({ min: 1, max: 60 })),
  column: fc.option(nasty),
  value: fc.option(nasty),
  code: fc.constantFrom('a', 'b', 'c'),
  message: nasty,
});

test('whatever a file says, the page has no element and no attribute of the file’s', async () => {
  const report = await reportOf(tenMistakes);
  const tags = (page: string) =>
    new Set([...page.slice(page.indexOf('<body>')).matchAll(/<([^>]*)>/g)].map(([, tag]) => tag));
  const allowed = tags(
    reportPage({
      ...report,
      problems: [{ ...report.problems[0], row: null, column: null, value: 'x', code: 'a', message: 'b' }],
    }),
  );
  for (const tag of tags(reportPage(report))) allowed.add(tag);
  return fc.assert(
    fc.property(fc.array(problem, { maxLength: 12 }), nasty, nasty, (problems, key, heading) => {
      const header = { row: 1, columns: [{ name: 'a', heading, place: 1 }] };
      const given: DropReport = { ...report, problems, key: `E06000054/send-monthly/${key}`, header };
      for (const tag of tags(reportPage(given))) expect(allowed).toContain(tag);
    }),
  );
});

test('grouping loses no row and no cause', () =>
  fc.assert(
    fc.property(fc.array(problem, { maxLength: 40 }), (problems) => {
      const groups = problemGroups({ problems });
      for (const { row, column, code, value } of problems) {
        const group = groups.find(
          (each) =>
            each.code === code &&
            each.column === column &&
            (row === null ? each.rows.length === 0 : each.rows.includes(row)),
        );
        expect(group).toBeDefined();
        const same = groups.filter((each) => each.code === code && each.column === column);
        if (value) expect(same.flatMap(({ values }) => values)).toContain(value);
      }
      const firsts = groups.map(({ rows }) => rows[0] ?? 0);
      expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
    }),
  ));

test('places are said as spreadsheets say them', () => {
  expect([1, 26, 27, 52, 53, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'AAA']);
  expect(rowsText([5])).toBe('row 5');
  expect(rowsText([5, 6])).toBe('rows 5 and 6');
  expect(rowsText([5, 7, 9, 10, 11, 40])).toBe('rows 5, 7, 9 to 11 and 40');
});
