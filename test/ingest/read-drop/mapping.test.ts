import { describe, expect, test } from 'vitest';
import { codes, readFile, said } from './reading.ts';

const own = 'Stichtag;Kinder mit Plan\n2024-10;6161\n';
const columns = { Stichtag: 'month', 'Kinder mit Plan': 'ehcp_active' };

describe('a council’s own headings', () => {
  test('are no columns until it says which they are, and the report names the mapping then', async () => {
    expect((await readFile('send-monthly', own)).state).toBe('quarantined');
    const outcome = await readFile('send-monthly', own, { mapping: { version: 3, columns } });
    expect(said(outcome)).toEqual(['ehcp.active 2024-10 = 6161']);
    expect(outcome.recognisedAs).toContain('ehcp_active ← "Kinder mit Plan" (mapping 3)');
  });

  test('go before what the feed makes of them', async () => {
    const mapping = { version: 1, columns: { 'New plans': 'plans_ceased' } };
    const outcome = await readFile('send-monthly', 'month,New plans\n2024-10,5\n', { mapping });
    expect(said(outcome)).toEqual(['ehcp.ceased 2024-10 = 5']);
  });

  test('beside the canonical column are two headings for one, and the file says so', async () => {
    const mapping = { version: 1, columns: { Plans: 'ehcp_active' } };
    const outcome = await readFile('send-monthly', 'month,Plans,ehcp_active\n2024-10,5,6\n', { mapping });
    expect(outcome.state).toBe('quarantined');
    expect(codes(outcome)).toEqual([
      codes(await readFile('send-monthly', 'month,ehcp_active,ehcp_active\n2024-10,5,6\n'))[0],
    ]);
  });

  test('do not let a person in: a mapped name column is quarantined as any', async () => {
    const mapping = { version: 1, columns: { 'Child name': 'ehcp_active' } };
    const outcome = await readFile('send-monthly', 'month,Child name\n2024-10,5\n', { mapping });
    expect(outcome).toMatchObject({ state: 'quarantined', blocks: [] });
    expect(codes(outcome)[0]).toMatch(/person/);
  });

  test('for a column that the feed has no more change nothing', async () => {
    const mapping = { version: 1, columns: { Other: 'gone' } };
    const outcome = await readFile('send-monthly', 'month,ehcp_active\n2024-10,5\n', { mapping });
    expect(said(outcome)).toEqual(['ehcp.active 2024-10 = 5']);
    expect(outcome.recognisedAs).not.toContain('mapping');
  });
});
