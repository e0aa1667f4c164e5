import { describe, expect, test } from 'vitest';
import type { ReadDropOutcome } from '../../../shared/ingest/read-drop.ts';
import { balanced, codes, readFile } from './reading.ts';

function expectQuarantined(outcome: ReadDropOutcome, code: string): void {
  expect(outcome).toMatchObject({ state: 'quarantined', cells: 0, blocks: [] });
  expect(outcome.problems[0]?.code).toBe(code);
  expect(outcome.problemCount).toBeGreaterThanOrEqual(outcome.problems.length);
  expect(balanced(outcome.rows)).toBe(true);
}

describe('a file that is quarantined whole', () => {
  test.each([
    ['no bytes', '', 'no-rows'],
    ['a header only', 'month,ehcp_active\n', 'no-rows'],
    ['blank lines only', '\n\n \n', 'no-rows'],
    ['24,000 rows of commas', ',,\n'.repeat(24_000), 'no-rows'],
    ['a header and rows of commas', `month,ehcp_active\n${',,\n'.repeat(5)}`, 'no-rows'],
    ['months without figures', 'month,ehcp_active\n2024-10,\n2024-11,\n', 'no-rows'],
    ['unknown columns', 'a,b\n1,2\n', 'no-known-columns'],
    ['no header', '2024-10,6161\n2024-11,6200\n', 'no-known-columns'],
    ['a month and no figure column', 'month,foo\n2024-10,6161\n', 'no-known-columns'],
    ['prototype names', '__proto__,constructor,toString\n1,2,3\n', 'no-known-columns'],
    ['no month', 'ehcp_active,inmss_placed\n6161,362\n', 'missing-column'],
    ['a column twice', 'month,ehcp_active,Number of EHCPs\n2024-10,1,2\n', 'duplicate-column'],
    ['an unclosed quote', 'month,ehcp_active\n2024-10,"6161\n2024-11,5\n', 'unclosed-quote'],
    ['a damaged zip file', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'damaged-workbook'],
    ['a binary file', Buffer.from([0x4d, 0x5a, 0, 0, 3, 0, 0]), 'not-text'],
    ['a single field of 3 MB', `month,ehcp_active\n2024-10,"${'x'.repeat(3_000_000)}`, 'row-too-long'],
  ])('%s', async (_name, content, code) => {
    expectQuarantined(await readFile('send-monthly', content), code);
  });

  test('has its fingerprint of all bytes, also of those that were not read', async () => {
    const content = `PK\x03\x04${'x'.repeat(100_000)}`;
    expect(await readFile('send-monthly', content)).toMatchObject({ size: 100_004 });
  });

  test('a missing column is told with the heading that may be meant', async () => {
    const outcome = await readFile(
      'trajectory',
      'trajectory,kind,metrik,period,value\nsv,budget,hnb.income,FY2024,5\n',
    );
    expect(outcome.problems[0]).toMatchObject({ code: 'missing-column', column: 'metric', row: 1 });
    expect(outcome.problems[0]?.message).toContain('Perhaps "metrik" is meant for metric');
  });

  test('more than a quarter and more than three rows rejected', async () => {
    const good = Array.from({ length: 12 }, (_, index) => `2023-${String(index + 1).padStart(2, '0')},5`);
    const bad = ['x,1', 'y,2', 'z,3', 'w,4'];
    const three = await readFile('send-monthly', ['month,ehcp_active', ...bad.slice(1)].join('\n'));
    expect(three.state).toBe('accepted-with-problems');
    const quarter = await readFile('send-monthly', ['month,ehcp_active', ...good, ...bad].join('\n'));
    expect(quarter).toMatchObject({ state: 'accepted-with-problems', cells: 12 });
    const more = await readFile('send-monthly', ['month,ehcp_active', ...good.slice(1), ...bad].join('\n'));
    expectQuarantined(more, 'too-many-rejected');
    expect(more.rows).toEqual({ read: 15, accepted: 11, partly: 0, rejected: 4, ignored: 0 });
    expect(codes(more)).toEqual(['too-many-rejected', ...bad.map(() => 'not-a-date')]);
    expect(more.problemCount).toBe(5);
  });

  test('more figures than the limit', async () => {
    const content = 'month,ehcp_active,inmss_placed\n2024-09,1,1\n2024-10,2,2\n2024-11,3,3\n';
    expect((await readFile('send-monthly', content, { maxCells: 6 })).state).toBe('accepted');
    expectQuarantined(await readFile('send-monthly', content, { maxCells: 5 }), 'too-many-cells');
  });

  test('a file about one council under the folder of all', async () => {
    const outcome = await readFile('send-monthly', 'month,ehcp_active\n2024-10,5\n', { area: '_shared' });
    expectQuarantined(outcome, 'not-shared');
  });

  test('an error of the byte stream is no property of the data and is thrown', async () => {
    async function* cutOff(): AsyncGenerator<Uint8Array, void, undefined> {
      yield await Promise.resolve(Buffer.from('month,ehcp_active\n2024-10,5\n'));
      throw new Error('connection reset');
    }
    await expect(readFile('send-monthly', '', { bytes: cutOff() })).rejects.toThrow('connection reset');
  });
});
