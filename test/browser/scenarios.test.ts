import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { area } from '../pipeline/system.ts';
import { newReader } from './reader.ts';
import { running } from './running.ts';

const here = running({ samples: true });

const PLANS = `?area=${area}&page=scenarios`;
const MONEY = `${PLANS}&about=money`;

async function open(search: string, wait: string, width = 1280) {
  const reader = await newReader(here.browser, width);
  await reader.page.goto(`${here.system.runtime.url}/${search}`);
  await reader.page.locator(wait).first().waitFor();
  return reader;
}

const bench = (search: string, width?: number) => open(search, '.workbench-result .finding', width);
const finding = (page: Page) => page.locator('.workbench-result .finding').first();
describe('the workbench of plans', () => {
  test('begins with the council’s figures and the interventions of its register', async () => {
    const { page } = await bench(PLANS);
    const values: string[] = [];
    for (const input of await page.locator('.lever input[type="number"]').all())
      values.push(await input.inputValue());
    expect(values).toEqual(['97', '12', '3.9', '28', '0', '6357']);
    expect(await page.locator('.lever .fine').first().innerText()).toContain(
      'By the data: 97 (December 2024',
    );
    expect(await page.locator('.actions li').count()).toBe(7);
    expect(await page.locator('.actions li input[type="checkbox"]:checked').count()).toBe(6);
    await page.close();
  });

  test('says what the API says: plans, the plan beside them, and what it would take', async () => {
    const { page } = await bench(`${PLANS}&actions=`);
    const active = 6357 + 75 * (97 * 0.88 * 0.961 - 28);
    const shown = Math.round(active).toLocaleString('en-GB');
    const above = (Math.round(active) - 5938).toLocaleString('en-GB');
    expect(await finding(page).innerText()).toContain(
      `${shown} plans would be open in March 2031, ${above} more than the 5,938 planned.`,
    );
    const flow = { requests: 97, noToAssessRate: 0.12, noToIssueRate: 0.039, ceased: 28, start: 6357 };
    const { text } = await here.system.api(`/areas/${area}/scenarios/system-flow`, {
      method: 'POST',
      body: JSON.stringify({
        ...{ ...flow, from: '2025-01', horizonMonths: 75 },
        solveFor: { lever: 'requests', active: 5938, by: '2031-03' },
      }),
    });
    const { solution } = z.object({ solution: z.object({ text: z.string() }) }).parse(JSON.parse(text));
    expect(await page.locator('.solved').innerText()).toBe(solution.text.replace('2031-03', 'March 2031'));
    expect(await page.locator('.workbench-result .table-figures tbody tr').last().innerText()).toContain(
      shown,
    );
    await page.close();
  });

  test('is moved by the keyboard alone, at once, and the address carries it to another reader', async () => {
    const { page } = await bench(PLANS);
    const before = await finding(page).innerText();
    const slider = page.locator('.lever input[type="range"]').first();
    await slider.focus();
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => finding(page).innerText()).not.toBe(before);
    expect(await page.locator('#lever-requests').inputValue()).toBe('92');
    expect(new URL(page.url()).searchParams.get('requests')).toBe('92');
    const after = await finding(page).innerText();
    const { page: other } = await bench(new URL(page.url()).search);
    expect(await finding(other).innerText()).toBe(after);
    expect(await other.locator('#lever-requests').inputValue()).toBe('92');
    await other.close();
    await page.close();
  });

  test('something without a month is counted once it is given one, and marked as assumed', async () => {
    const { page } = await bench(PLANS);
    const before = await finding(page).innerText();
    await page.locator('.actions li').nth(1).locator('input[type="month"]').fill('2025-06');
    await expect.poll(() => finding(page).innerText()).not.toBe(before);
    expect(await page.locator('.workbench-result').innerText()).toContain('Pre-DaD1 support');
    await page.close();
  });

  test('what cannot be is refused in words that say how to mend it', async () => {
    const { page } = await bench(PLANS);
    await page.locator('#lever-noToAssessRate').fill('120');
    await page.locator('.notice-refused').waitFor();
    expect(await page.locator('.notice-refused').innerText()).toMatch(/0\.12|above 1/);
    await page.locator('#lever-noToAssessRate').fill('12');
    await finding(page).waitFor();
    await page.close();
  });
});

describe('the workbench of money', () => {
  test('begins with the kept scenario: balance in 2030/31, one year earlier with income growing by 5%', async () => {
    const { page } = await bench(MONEY);
    expect(await finding(page).innerText()).toContain('in balance from 2030/31 on');
    expect(await page.locator('.workbench-result').innerText()).toContain(
      'A deficit of £123.4m is left at the end of 2030/31',
    );
    await page.locator('#lever-incomeGrowth').fill('5');
    await expect.poll(() => finding(page).innerText()).toContain('in balance from 2029/30 on');
    expect(new URL(page.url()).searchParams.get('incomeGrowth')).toBe('0.05');
    await page.close();
  });
});

describe('scenarios that are kept', () => {
  test('one is kept under a name, laid beside another, and made the plan after a question', async () => {
    const { page } = await bench(`${PLANS}&requests=80`);
    await page.locator('#keep-title').fill('Eighty requests');
    await page.keyboard.press('Enter');
    const row = page.locator('.table-kept tr').filter({ hasText: 'Eighty requests' });
    await row.waitFor();
    const kept = z.object({ version: z.int(), scenario: z.looseObject({ requests: z.number() }) });
    expect(await here.system.get(`/areas/${area}/scenarios/eighty-requests`, kept)).toMatchObject({
      ...{ version: 1, scenario: { requests: 80 } },
    });
    await row.locator('input[type="checkbox"]').check();
    await page.getByRole('checkbox', { name: 'Compare Target system' }).check();
    await page.getByRole('button', { name: 'Lay the chosen ones side by side' }).click();
    await page.locator('.compared .finding').waitFor();
    expect(await page.locator('.compared .finding').innerText()).toContain('(Eighty requests)');
    await row.getByRole('button', { name: /^Make it the plan/ }).click();
    await row.getByRole('button', { name: 'No' }).click();
    await row.getByRole('button', { name: /^Make it the plan/ }).click();
    await row.getByRole('button', { name: /^Yes/ }).click();
    await row.getByText('It is now the plan eighty-requests-v1').waitFor();
    await here.system.runtime.idle();
    const drops = z.object({ items: z.array(z.object({ state: z.string() })) });
    const key = encodeURIComponent(`${area}/trajectory/scenario-eighty-requests-v1.csv`);
    expect((await here.system.get(`/areas/${area}/drops?key=${key}`, drops)).items).toMatchObject([
      { state: 'accepted' },
    ]);
    await here.system.remove(`${area}/trajectory/scenario-eighty-requests-v1.csv`);
    await page.close();
  });
});

describe('the page of money', () => {
  test('shows each forecast of the year’s end, the override, the years with and without, and what matters most', async () => {
    const { page } = await open(`?area=${area}&page=finance`, '.part-years .finding');
    const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    expect(text).toContain('a deficit of £43.2m was expected for 2024/25: £15.0m worse than the budget');
    expect(text).toContain('ends on 31 March 2026, in 446 days');
    expect(text).toContain('the limit is a deficit of £84.5m');
    expect(text).toContain('£117.0m if nothing is done, more than the £90.0m of reserves');
    const rows = await page.locator('.table-tornado tbody tr').allInnerTexts();
    expect(rows[0]).toContain('Savings delivered');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.part-years .csv-link a').first().click(),
    ]);
    expect(download.suggestedFilename()).toBe('scenario-in-year-balance.csv');
    await page.close();
  });
});

describe('plans in and out', () => {
  test('a month whose parts are known shows them and what they do not explain; one without is not zero', async () => {
    await here.system.drop(
      `${area}/send-monthly/flows.csv`,
      'month,new_plans,transferred_in,plans_ceased\n2024-10,101,12,20\n',
    );
    const { page } = await open(`?area=${area}&page=bridge`, '.part-bridge .finding');
    const october = page.locator('.part-bridge tbody tr').filter({ hasText: 'October 2024' });
    expect((await october.innerText()).split(/\s*\n\s*|\t/).filter((cell) => cell.trim() !== '')).toEqual([
      ...['October 2024', '6,051', '101', '12', '20', '17', '6,161'],
    ]);
    expect(await page.locator('.part-bridge tbody tr').filter({ hasText: 'May 2024' }).innerText()).toContain(
      'not published',
    );
    expect(await page.locator('.part-bridge .finding').innerText()).toContain('17 plans more are open than');
    await page.close();
    await here.system.remove(`${area}/send-monthly/flows.csv`);
  });
});
