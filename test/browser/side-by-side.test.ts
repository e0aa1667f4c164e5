import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { area } from '../pipeline/system.ts';
import { seeAnother } from './pages/second-council.ts';
import { newReader, violations } from './reader.ts';
import { reading } from './running.ts';
import { another, answer, council, list } from './stub.ts';

const here = reading();

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

describe('two councils side by side', () => {
  test('each has its figure, rating and plan, a line of its own and its results', async () => {
    const { page, complaints } = await newReader(here.browser, 360);
    await seeAnother(page);
    await page.goto(addressFor('compare', `&with=${another.code}`));
    await page.locator('.part-series-pair svg.chart').waitFor();
    const row = page.locator('.part-headline-pairs tbody tr').filter({ hasText: 'EHCPs' }).first();
    const cells = row.locator('td');
    for (const [at, heading] of [council.name, another.name, 'Bear in mind'].entries())
      expect(await cells.nth(at).getAttribute('data-heading')).toBe(heading);
    for (const at of [0, 1])
      for (const text of ['6,357', 'December 2024', 'Red', '+650 (11.4%)', 'worse than its plan of 5,707'])
        expect(await cells.nth(at).innerText()).toContain(text);
    expect(await cells.nth(2).innerText()).toBe('Depends on the size of the council.');
    expect(await page.locator('.part-series-pair .chart-data thead th').allInnerTexts()).toEqual([
      ...['When', council.name, another.name],
    ]);
    expect(await page.locator('.part-result-pairs h3').allInnerTexts()).toContain('Key Stage 2');
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await violations(page, 'laid-out')).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('what is chosen stands in the address, and the council of the first list is another', async () => {
    const { page } = await newReader(here.browser);
    await seeAnother(page);
    await page.goto(addressFor('compare'));
    await page.locator('#choose-with').waitFor();
    await page.locator('#choose-area').selectOption(another.code);
    await page.locator('#choose-with').selectOption(council.code);
    await page.locator('#choose-measure').selectOption('INMSS share, 12-month rolling');
    await page.getByRole('button', { name: 'Show' }).press('Enter');
    await page.getByText(`${another.name} beside ${council.name}`).waitFor();
    const { searchParams } = new URL(page.url());
    expect(Object.fromEntries(searchParams)).toEqual({
      ...{ area: another.code, page: 'compare', metric: 'inmss.share.r12', with: council.code },
    });
    expect(await page.locator('.part-series-pair h3').innerText()).toContain('INMSS share, 12-month rolling');
    await page.close();
  });

  test('one that cannot be had leaves the other standing', async () => {
    const { page } = await newReader(here.browser);
    await answer(page, '**/api/v1/areas?*', list(council, another));
    await answer(page, `**/api/v1/areas/${another.code}/**`, 500);
    await page.goto(addressFor('compare', '&with=E99'));
    await page.locator('.part-series-pair svg.chart').waitFor();
    const text = await page.locator('main').innerText();
    expect(text).toContain('“E99”');
    expect(text).toContain(`The figures of ${another.name} cannot be shown at the moment`);
    expect(text).toContain('6,357');
    expect(await page.locator('.part-overall-pair tbody td').allInnerTexts()).toContain(
      'cannot be shown now',
    );
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});
