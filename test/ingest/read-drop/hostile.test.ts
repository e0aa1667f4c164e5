import { describe, expect, test } from 'vitest';
import { hostileCases } from './hostile-cases.ts';
import { balanced, codes, readFile } from './reading.ts';

/** Every hostile file of the reliability requirements, and how it must end. */
describe('a hostile file', () => {
  test.each(hostileCases)('$name', async ({ content, feed = 'send-monthly', area, ...expected }) => {
    const { state, rows, code, cells, warning } = expected;
    const outcome = await readFile(feed, content(), area === undefined ? {} : { area });
    expect({ state: outcome.state, rows: outcome.rows, code: codes(outcome)[0] ?? null }).toEqual({
      state,
      rows: { read: 0, accepted: 0, partly: 0, rejected: 0, ignored: 0, ...rows },
      code: code ?? null,
    });
    expect(balanced(outcome.rows)).toBe(true);
    if (cells !== undefined) expect(outcome.cells).toBe(cells);
    if (warning !== undefined) expect(outcome.warnings.map((each) => each.code)).toContain(warning);
    for (const { message } of outcome.problems.slice(0, 3)) expect(message).toMatch(/\.$/);
  });
});
