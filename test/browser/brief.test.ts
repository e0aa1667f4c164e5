import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { area } from '../pipeline/system.ts';
import { newReader, violations } from './reader.ts';
import { reading } from './running.ts';

let page: Page;
let complaints: readonly string[];

const here = reading(async ({ system, browser }) => {
  ({ page, complaints } = await newReader(browser));
  await page.goto(`${system.runtime.url}/?area=${area}&page=brief`);
  await page.locator('.brief-block').first().waitFor();
});

const headings = () => page.locator('.brief-block > h2').allInnerTexts();

describe('the committee brief', () => {
  test('has a finding, a picture, its table and its source for each chart', async () => {
    const blocks = await page.locator('.brief-block').all();
    expect(blocks).toHaveLength(6);
    for (const block of blocks) {
      await block.locator('svg.chart').first().waitFor();
      expect(await block.locator('.finding').first().innerText()).toMatch(/\w.*\./);
      expect(await block.locator('tbody tr').count()).toBeGreaterThan(3);
      expect(await block.locator('.brief-source').innerText()).toContain('As known on 9 January 2025');
    }
    expect(await violations(page)).toEqual([]);
  });

  test('is ordered by the keyboard, and the address keeps the choice', { timeout: 90_000 }, async () => {
    const [first = '', second = ''] = await headings();
    await page.getByText('Choose and order the charts').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `Down ${first}` }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.brief-block > h2').first().filter({ hasText: second }).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('brief-down-ehcp.active');
    await page.getByRole('button', { name: /^Leave out Persistent absence/ }).click();
    await page.getByLabel('Another chart').selectOption('ks2.maths');
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.locator('.part-brief-ks2-maths').waitFor();
    expect(await violations(page)).toEqual([]);
    const chosen = await headings();
    expect(chosen.slice(0, 2)).toEqual([second, first]);
    await page.reload();
    await page.locator('.part-brief-ks2-maths').waitFor();
    expect(await headings()).toEqual(chosen);
    await page.getByText('Choose and order the charts').click();
    await page.getByRole('link', { name: 'Back to the usual charts' }).click();
    await page.locator('.part-brief-absence-persistent').waitFor();
  });

  test('prints each chart whole, with its table, on A4', async () => {
    await page.setViewportSize({ width: 688, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    const seen = z.array(z.object({ millimetres: z.number(), tools: z.number() })).parse(
      await page.evaluate(`[...document.querySelectorAll('.brief-block:not(.part-brief-years-ahead), .chart-block')]
          .map((block) => ({
            millimetres: block.getBoundingClientRect().height / 96 * 25.4,
            tools: document.querySelector('.brief-tools').getBoundingClientRect().height,
          }))`),
    );
    // A4 less its margins of 14 mm.
    for (const { millimetres, tools } of seen) {
      expect(millimetres).toBeLessThan(269);
      expect(tools).toBe(0);
    }
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length).toBeLessThanOrEqual(8);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(complaints).toEqual([]);
  });
});

describe('published against derived', () => {
  test('shows every figure of the answer, and those of one kind when asked', {
    timeout: 90_000,
  }, async () => {
    await page.goto(`${here.system.runtime.url}/?area=${area}&page=reconciliation`);
    await page.locator('.table-reconciliation').waitFor();
    const { items } = await here.system.get(`/areas/${area}/reconciliation?limit=200`, listSchema);
    expect(await page.locator('.table-reconciliation tbody tr').count()).toBe(items.length);
    const restated = items.filter(({ cause }) => cause === 'restated').length;
    await page.getByLabel('How they stand to each other').selectOption('restated');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText(`${restated} of ${items.length} figures`).waitFor();
    const row = await page.locator('.table-reconciliation tbody tr').first().innerText();
    expect(row).toContain('Agreed, before a file was corrected');
    await page.goBack();
    await page.getByText('Every published figure').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

const listSchema = z.object({ items: z.array(z.object({ cause: z.string() })) });
