import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { area } from '../pipeline/system.ts';
import { newReader } from './reader.ts';
import { running } from './running.ts';

let page: Page;
let complaints: readonly string[];

const here = running({ samples: true }, async ({ system, browser }) => {
  ({ page, complaints } = await newReader(browser));
  await page.goto(`${system.runtime.url}/?area=${area}&page=alerts`);
  await page.locator('.part-alerts .alert').first().waitFor();
});

const plans = () => page.locator('.alert').filter({ hasText: 'EHCPs, 650 (11.4%) above plan' });

describe('the page of alerts', () => {
  test('shows what the API says, each with all its reasons and the way to its measure', async () => {
    const { items } = await here.system.get(`/areas/${area}/alerts?state=firing`, alertsSchema);
    expect(await page.locator('.part-alerts .alert').count()).toBe(items.length);
    const shown = (await page.locator('.part-alerts').innerText()).replace(/\s+/g, ' ');
    for (const { title, reasons } of items)
      for (const text of [title, ...reasons.map((each) => each.text)]) expect(shown).toContain(text);
    expect(await plans().locator('a').getAttribute('href')).toContain('metric=ehcp.active');
  });

  test('an alert is taken on by the keyboard alone, and shows who has it', async () => {
    await plans().getByText('Take it on', { exact: false }).first().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Head of SEND');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Looking at requests by school');
    await page.keyboard.press('Enter');
    await plans().locator('.alert-standing').waitFor();
    expect(await plans().locator('.alert-standing').innerText()).toMatch(
      /^Head of SEND took this on on \d+ January 2025: “Looking at requests by school”$/,
    );
    const { items } = await here.system.get(`/areas/${area}/alerts?state=acknowledged`, alertsSchema);
    expect(items.map(({ metric }) => metric)).toEqual(['ehcp.active']);
  });

  test('its history says when it was raised and who took it on', async () => {
    await plans().getByText('What became of it').click();
    await plans().locator('.table-history').waitFor();
    const rows = await plans().locator('.table-history tbody tr').allInnerTexts();
    expect(rows[0]).toContain('raised, critical');
    expect(rows.at(-1)).toContain('taken on');
    expect(rows.at(-1)).toContain('Head of SEND');
  });

  test('one is silenced until a day', async () => {
    const money = page.locator('.alert').filter({ hasText: 'In-year DSG balance' });
    await money.getByText('Silence it', { exact: false }).first().click();
    await money.getByLabel('Until').fill('2025-01-20');
    await money.getByLabel('Why').fill('Budget is being set anew');
    await money.locator('.action[open] button').click();
    await money.getByText('Silenced: nobody is told of it for now.').waitFor();
    expect(complaints).toEqual([]);
  });
});

const alertsSchema = z.object({
  items: z.array(
    z.object({
      metric: z.string().nullable(),
      title: z.string(),
      reasons: z.array(z.object({ text: z.string() })),
    }),
  ),
});
