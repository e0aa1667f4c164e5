import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { area } from '../pipeline/system.ts';
import { newReader, violations } from './reader.ts';
import { running } from './running.ts';

let page: Page;
let complaints: readonly string[];

const here = running({ samples: true }, async ({ system, browser }) => {
  // The system itself serves the page: its policy must let a file go to the bucket, which is another origin.
  ({ page, complaints } = await newReader(browser));
  await page.goto(`${system.runtime.url}/?area=${area}&page=files`);
  await page.locator('.table-files').waitFor();
});

async function send(name: string, body: string): Promise<string> {
  await page.locator('#file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(body) });
  await page.locator('.send button').click();
  await page.locator('.sent .notice').filter({ hasText: name }).waitFor();
  return await page.locator('.sent').innerText();
}

describe('sending a file from the page', () => {
  test('a good one is taken, and its figure is there', async () => {
    expect(await send('2025-01.csv', 'Month,Number of EHCPs\nJan-25,"6,400"\n')).toContain(
      '2025-01.csv: Accepted. 1 row, 1 figure.',
    );
    const { items } = await here.system.get(
      `/areas/${area}/drops?key=${area}/send-monthly/2025-01.csv`,
      dropsSchema,
    );
    expect(items.map(({ state, cells }) => [state, cells])).toEqual([['accepted', 1]]);
    await page.locator('.table-files tbody tr').first().filter({ hasText: '2025-01.csv' }).waitFor();
  });

  test('a wrong cell is named by row and column with how to mend it', async () => {
    const said = await send(
      '2024-12-again.csv',
      'Month,Number of EHCPs,No. placed in INMSS\nDec-24,many,359\n',
    );
    expect(said).toContain('2024-12-again.csv: Accepted, with problems. 1 row, 1 figure, 1 problem.');
    expect(said).toContain('Row 2, ehcp_active: Cannot read "many" as a figure.');
  });

  test('a file that is no file of figures is refused with the reason', async () => {
    const said = await send('notes.csv', 'hello\nworld\n');
    expect(said).toContain('notes.csv: Refused: nothing of it is used.');
    expect(said).toContain('Row 1 has "hello"');
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('a file of a later day than today is not sent at all, and the page says why', async () => {
    await page.locator('#known-at').fill('2030-01-01');
    const said = await send('later.csv', 'Month,Number of EHCPs\nJan-25,6400\n');
    expect(said).toContain('later.csv was not taken in.');
    expect(said).toContain('knownAt');
    await page.locator('#known-at').fill('');
  });
});

describe('the list of files', () => {
  test('names every file by the keyboard’s way, page by page', async () => {
    const shown = await page.locator('.table-files tbody tr').count();
    const { items } = await here.system.get(`/areas/${area}/drops?limit=200`, dropsSchema);
    expect(shown).toBe(Math.min(50, items.length));
  });

  test.each([320, 768, 1280])('at %i px: no axe violation, nothing cut off', async (width) => {
    const { page: other } = await newReader(here.browser, width);
    await other.goto(`${here.system.runtime.url}/?area=${area}&page=files`);
    await other.locator('.table-files').waitFor();
    expect(await violations(other)).toEqual([]);
    expect(
      await other.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    ).toBe(0);
    await other.close();
  });
});

const dropsSchema = z.object({ items: z.array(z.object({ state: z.string(), cells: z.number() })) });
