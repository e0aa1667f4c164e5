import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { area } from '../pipeline/system.ts';
import { newReader } from './reader.ts';
import { running } from './running.ts';

const here = running({ samples: true });

const addressFor = (page: string, more = '') => `${here.site.url}/?area=${area}&page=${page}${more}`;

describe('the pages that look at results more closely', () => {
  test('a cohort is said step by step as the API says it, with the years of Covid named', async () => {
    const schema = z.object({ steps: z.array(z.object({ name: z.string(), text: z.string() })) });
    const { steps } = await here.system.get(`/areas/${area}/cohorts/year-group-2018`, schema);
    const { page } = await newReader(here.browser);
    await page.goto(addressFor('cohorts', '&cohort=year-group-2018'));
    const rows = page.locator('.table-steps tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(steps.length);
    const text = await page.locator('.table-steps').innerText();
    for (const step of steps) expect(text).toContain(step.text.replace(/^[^:]*: /, ''));
    expect(text).toContain('not assessed (Covid)');
    await page.close();
  });

  test('a reader chooses with the keyboard, and the address holds the choice', async () => {
    const { page } = await newReader(here.browser);
    await page.goto(addressFor('correlation'));
    await page.locator('#choose-by').selectOption('year');
    await page.locator('.choose .button').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/by=year/);
    await page.locator('svg.scatter').waitFor();
    expect(await page.locator('#choose-by').inputValue()).toBe('year');
    expect(await page.locator('.part-correlation').innerText()).toContain('A correlation is not a cause');
    await page.close();
  });

  test('the numbers of a Venn diagram are those of its table', async () => {
    const { page } = await newReader(here.browser);
    await page.goto(addressFor('overlaps', '&first=disadvantaged&second=sen-support'));
    await page.locator('svg.venn').waitFor();
    const drawn = await page.locator('.venn-number').allTextContents();
    const listed = await page.locator('.part-venn .table-figures td').allInnerTexts();
    expect(drawn.sort()).toEqual(listed.map((each) => each.trim()).sort());
    expect(drawn).toHaveLength(3);
    await page.close();
  });
});
