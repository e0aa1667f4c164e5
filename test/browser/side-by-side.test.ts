import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { area } from '../pipeline/system.ts';
import { newReader, violations } from './reader.ts';
import { running } from './running.ts';

const here = running({ samples: true });

const addressFor = (page: string, more = '') => `${here.site.url}/?area=${area}&page=${page}${more}`;

/** Each page, what of it stands when it is there, and whether its figures are invented. */
const PAGES = [
  ['cohorts', '&cohort=year-group-2018', '.row-chart', false],
  ['cohorts', '&cohort=slightly-below-2018', '.row-chart', true],
  ['overlaps', '&first=cla&second=disadvantaged&third=ehcp', '.upset', true],
  ['places', '', '.funnel', true],
  ['correlation', '', '.scatter', false],
  ['correlation', '&by=locality', '.scatter', true],
  ['school-types', '', '.row-chart', true],
] as const;

describe('the pages that look at results more closely', () => {
  test.each(PAGES.flatMap((each) => [320, 1280].map((width) => [...each, width] as const)))(
    '%s%s with %s, invented %s, at %i px: no axe violation, nothing cut off, no complaint',
    async (page, more, chart, invented, width) => {
      const { page: reader, complaints } = await newReader(here.browser, width);
      await reader.goto(addressFor(page, more));
      await reader.locator(`svg${chart}`).first().waitFor();
      for (const details of await reader.locator('details').all()) await details.locator('summary').click();
      expect(await reader.locator('.illustration').count()).toBe(invented ? 1 : 0);
      expect(await reader.locator('svg.chart').first().getAttribute('aria-label')).toContain(' ');
      expect(await reader.locator('main').innerText()).not.toMatch(/undefined|NaN|null/);
      expect(await violations(reader)).toEqual([]);
      expect(
        await reader.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ).toBe(0);
      expect(complaints).toEqual([]);
      await reader.close();
    },
  );

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
