import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { terminalStates } from '../../../shared/facts/drop.ts';
import { balanced, codes, readFile, said } from './reading.ts';

const month = fc.constantFrom(
  '2024-09',
  'Oct-24',
  '2024-10',
  '31/10/2024',
  '2024-11',
  '13/2024',
  '',
  'Total',
  '2030-01',
);
const figure = fc.constantFrom('', '5', '6', '"6,161"', 'c', '..', 'many', '=1+1', '5%', '1.5', '-3');
const row = fc.tuple(month, figure, figure).map((cells) => cells.join(','));
const oddRow = fc.constantFrom('', ',,', 'Note: provisional', '2024-10,1,2,3', '2024-10', 'Total,,');
const rows = fc.array(fc.oneof({ weight: 4, arbitrary: row }, oddRow), { maxLength: 40 });
const HEADER = 'month,ehcp_active,inmss_placed';

describe('laws of reading', () => {
  test('every row is accounted for, and nothing is stored of what is quarantined', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (lines, titled) => {
        const outcome = await readFile(
          'send-monthly',
          [...(titled ? ['Title'] : []), HEADER, ...lines].join('\n'),
        );
        const last = lines.at(-1) === '' ? 1 : 0;
        expect(outcome.rows.read).toBe(lines.length - last + (titled ? 1 : 0));
        expect(balanced(outcome.rows)).toBe(true);
        expect(said(outcome)).toHaveLength(outcome.cells);
        expect(outcome.state === 'accepted').toBe(outcome.problemCount === 0);
        const lost = outcome.rows.partly + outcome.rows.rejected;
        expect(outcome.problemCount).toBeGreaterThanOrEqual(lost);
        const placed = outcome.problems.flatMap((problem) => (problem.row === null ? [] : [problem.row]));
        expect(placed).toEqual(placed.toSorted((a, b) => a - b));
      }),
    );
  });

  test('the order of the rows makes no difference to what a file says', async () => {
    const shuffled = rows.chain((lines) =>
      fc.tuple(
        fc.constant(lines),
        fc.shuffledSubarray(lines, { minLength: lines.length, maxLength: lines.length }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([lines, other]) => {
        // A blank last line is no row, so each file ends in a row of its own.
        const end = '2023-01,1,1';
        const first = await readFile('send-monthly', [HEADER, ...lines, end].join('\n'));
        const second = await readFile('send-monthly', [HEADER, ...other, end].join('\n'));
        expect(said(second)).toEqual(said(first));
        expect(second.rows).toEqual(first.rows);
        expect(codes(second).sort()).toEqual(codes(first).sort());
      }),
    );
  });

  test('rows rejected are exactly those that cannot be read or contradict each other', async () => {
    const known = fc.tuple(fc.constantFrom('2024-08', '2024-09', '2024-10'), fc.constantFrom('1', '2', '3'));
    await fc.assert(
      fc.asyncProperty(fc.array(known, { minLength: 1, maxLength: 6 }), async (pairs) => {
        const content = ['month,ehcp_active', ...pairs.map((pair) => pair.join(','))].join('\n');
        const values = Map.groupBy(pairs, ([period]) => period);
        const agreed = [...values].filter(([, group]) => new Set(group.map(([, value]) => value)).size === 1);
        const outcome = await readFile('send-monthly', content);
        const rejected = pairs.length - agreed.reduce((sum, [, group]) => sum + group.length, 0);
        expect(outcome.rows).toMatchObject({ accepted: agreed.length, rejected });
        if (outcome.state !== 'quarantined') expect(outcome.cells).toBe(agreed.length);
      }),
    );
  });

  test('any bytes end in a terminal state, for every feed', async () => {
    const feed = fc.constantFrom('send-monthly', 'finance-monthly', 'trajectory', 'published');
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 2000 }),
      fc.string({ unit: 'binary', maxLength: 500 }).map((text) => Buffer.from(text)),
      fc
        .string({ maxLength: 500 })
        .map((text) => Buffer.from(`month,ehcp_active,metric,period,value\n${text}`)),
    );
    await fc.assert(
      fc.asyncProperty(feed, bytes, async (id, content) => {
        const outcome = await readFile(id, content);
        expect(terminalStates).toContain(outcome.state);
        expect(outcome.size).toBe(content.length);
        expect(balanced(outcome.rows)).toBe(true);
        expect(outcome.problems.length).toBe(Math.min(1000, outcome.problemCount));
      }),
      { numRuns: 300 },
    );
  });
});
