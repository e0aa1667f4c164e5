import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { area } from '../pipeline/system.ts';
import { documented } from './pages/documented.ts';
import { findOut, REFUSED } from './pages/find-out.ts';
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

/** The card of a file that was chosen by the field, once it was checked. */
async function choose(...files: readonly (readonly [name: string, body: string])[]) {
  await page
    .locator('#file')
    .setInputFiles(files.map(([name, body]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(body) })));
  const cards = files.map(([name]) => card(name));
  for (const each of cards) await each.locator('.notice').waitFor();
  return cards;
}

function card(name: string) {
  return page.locator('.file-card').filter({ has: page.getByRole('heading', { name, exact: true }) });
}

/** A file as it is dragged onto the page. */
async function drag(name: string, body: string) {
  const transfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([${JSON.stringify(body)}], ${JSON.stringify(name)}, { type: 'text/csv' }));
    return transfer;
  })()`);
  await page.dispatchEvent('.drop-zone', 'drop', { dataTransfer: transfer });
  await card(name).locator('.notice').waitFor();
}

async function states(key: string) {
  const { items } = await here.system.get(`/areas/${area}/drops?key=${area}/${key}`, dropsSchema);
  return items.map(({ state, cells }) => [state, cells]);
}

/** Everything that is said to somebody who cannot see the page, from now on. */
async function listen(): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(`
    window.heard = [];
    new MutationObserver(() => {
      const said = document.querySelector('[role=status].hidden-text')?.textContent;
      if (said && said !== window.heard.at(-1)) window.heard.push(said);
    }).observe(document.querySelector('.part-send'), { subtree: true, childList: true, characterData: true });
  `);
  return async () => z.array(z.string()).parse(await page.evaluate('window.heard'));
}

describe('sending files from the page', () => {
  test('a good one is chosen, checked and sent by the keyboard alone, and each step is said', {
    timeout: 60_000,
  }, async () => {
    const heard = await listen();
    const [good] = await choose(['2025-01.csv', 'Month,Number of EHCPs\nJan-25,"6,400"\n']);
    await good?.getByText('This file would be taken whole.').waitFor();
    expect(await good?.getByLabel('What is in it').inputValue()).toBe('send-monthly');
    expect(await states('send-monthly/2025-01.csv')).toEqual([]);
    await good?.getByLabel('When its figures were known').focus();
    // A date has a field for day, month and year, and a button that opens a calendar.
    for (let tabs = 0; tabs < 8; tabs += 1) {
      if ((await page.evaluate('document.activeElement.textContent')) === 'Send this file: 2025-01.csv')
        break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await good?.getByText('This file was taken whole.').waitFor();
    expect(await states('send-monthly/2025-01.csv')).toEqual([['accepted', 1]]);
    await page.locator('.table-files tbody tr').first().filter({ hasText: '2025-01.csv' }).waitFor();
    const said = await heard();
    expect(said[0]).toBe('Checking 2025-01.csv.');
    expect(said).toContain('Sending 2025-01.csv.');
    expect(said).toContain('2025-01.csv is received.');
    expect(said.at(-1)).toBe('2025-01.csv: This file was taken whole.');
  });

  test('a bad one that is dragged here says in which row and column, and how to mend it, before it is sent', {
    timeout: 60_000,
  }, async () => {
    await drag('2024-12-again.csv', 'Month,Number of EHCPs,No. placed in INMSS\nDec-24,many,359\n');
    const row = card('2024-12-again.csv').locator('.table-mend tbody tr');
    expect((await row.innerText()).replace(/\s+/g, ' ')).toContain(
      'Row 2, column B (“Number of EHCPs”) many Cannot read "many" as a figure.',
    );
    expect(await states('send-monthly/2024-12-again.csv')).toEqual([]);
    await card('2024-12-again.csv').getByRole('button', { name: 'Send this file' }).click();
    await card('2024-12-again.csv').getByText('1 thing needs mending').waitFor();
    expect(await states('send-monthly/2024-12-again.csv')).toEqual([['accepted-with-problems', 1]]);
  });

  test('one of which nothing could be taken says why and cannot be sent', async () => {
    await drag('thirteen.csv', 'Month,Number of EHCPs\n2024-13,6400\n');
    const refused = card('thirteen.csv');
    expect(await refused.locator('.notice').innerText()).toContain(
      'Nothing of this file would be taken, and 1 thing needs mending.',
    );
    expect(await refused.getByRole('button', { name: 'Send this file' }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  test('one with a person in it is refused, and nothing of the person is shown', async () => {
    await drag('pupils.csv', 'Month,Number of EHCPs,Note\nDec-24,6357,write to canary@example.org\n');
    const refused = card('pupils.csv');
    expect(await refused.locator('.notice').innerText()).toContain('Nothing of this file would be taken.');
    expect(await page.locator('main').innerText()).not.toContain('canary');
    expect(await refused.getByRole('button', { name: 'Send this file' }).count()).toBe(0);
  });

  test('headings of the council’s own are said once, by hand, and are known from then on', {
    timeout: 60_000,
  }, async () => {
    const [unknown] = await choose(['own.csv', 'Stand,Children with plans\n2024-12,6357\n']);
    expect(await unknown?.locator('.notice').innerText()).toContain('Choose that above');
    await unknown?.getByLabel('What is in it').selectOption('send-monthly');
    await unknown?.getByLabel('Read “Stand” as').selectOption('month');
    await unknown?.getByLabel('Read “Children with plans” as').selectOption('ehcp_active');
    await unknown?.getByText('This file would be taken whole.').waitFor();
    await unknown?.getByRole('button', { name: 'Send this file' }).click();
    await unknown?.getByText('This file was taken whole.').waitFor();
    expect(await states('send-monthly/own.csv')).toEqual([['accepted', 1]]);
    const [later] = await choose(['later.csv', 'Stand,Children with plans\n2024-11,6259\n']);
    await later?.getByText('This file would be taken whole.').waitFor();
    await later?.getByRole('button', { name: 'Leave it out' }).click();
    expect(await later?.count()).toBe(0);
    expect(await page.evaluate('document.activeElement.id')).toBe('file');
  });

  test('several are sent one after the other by one button', { timeout: 90_000 }, async () => {
    const files = ['2024-09-b.csv', '2024-10-b.csv'];
    await choose(
      ...files.map((name) => [name, `Month,Number of EHCPs\n${name.slice(0, 7)},6100\n`] as const),
    );
    await page.getByRole('button', { name: 'Send all 2 files that can be taken' }).click();
    for (const name of files) {
      await card(name).getByText('This file was taken whole.').waitFor({ timeout: 60_000 });
      expect(await states(`send-monthly/${name}`)).toEqual([['accepted', 1]]);
    }
  });

  test('a day later than today is refused at once, and the page says why', async () => {
    const [later] = await choose(['2030.csv', 'Month,Number of EHCPs\nJan-25,6400\n']);
    await later?.getByLabel('When its figures were known').fill('2030-01-01');
    await later?.locator('.notice-failure').waitFor();
    expect(await later?.locator('.notice-failure').innerText()).toContain('later than now');
    expect(complaints.filter((text) => !/status of (400|422)/.test(text))).toEqual([]);
  });
});

describe('a file that was refused', () => {
  test('says why on a page of its own, one click from the first page, and the back button leads back', async () => {
    const task = (await documented()).tasks.find(({ question }) => question === REFUSED);
    if (task === undefined) throw new Error(`docs/dashboard.md does not ask: ${REFUSED}`);
    await here.system.drop(`${area}/send-monthly/notes.csv`, 'hello\nworld\n');
    await findOut(page, here.system.runtime.url, task);
    expect(await violations(page)).toEqual([]);
    await page.goBack();
    await page.locator('.part-overall').waitFor();
  });
});

describe('the list of files', () => {
  test('names every file, page by page', async () => {
    await page.goto(`${here.system.runtime.url}/?area=${area}&page=files`);
    await page.locator('.table-files').waitFor();
    const shown = await page.locator('.table-files tbody tr').count();
    const { items } = await here.system.get(`/areas/${area}/drops?limit=200`, dropsSchema);
    expect(shown).toBe(Math.min(50, items.length));
  });
});

const dropsSchema = z.object({ items: z.array(z.object({ state: z.string(), cells: z.number() })) });
