import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { glossary } from '../../shared/catalogue/glossary.ts';
import { figureText } from '../../shared/rating/figure-text.ts';
import { area } from '../pipeline/system.ts';
import { newReader } from './reader.ts';
import { reading } from './running.ts';

const here = reading();

const ACTIVE = `?area=${area}&page=measure&metric=ehcp.active`;
const MONEY = `?area=${area}&page=measure&metric=dsg.in-year-balance&financialYear=FY2024`;
const REPLAY = `?area=${area}&page=replay`;

/** Opens a page of the site and waits until its figures are there. */
async function open(search: string, width = 1280): Promise<{ page: Page; complaints: readonly string[] }> {
  const reader = await newReader(here.browser, width);
  await reader.page.goto(`${here.site.url}/${search}`);
  await reader.page.locator('h1:not(:has-text("Loading"))').waitFor();
  if (search.includes('page=measure&')) await reader.page.locator('.table-versions').waitFor();
  return reader;
}

const text = async (page: Page, selector: string) =>
  (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ');

describe('the page of a measure', () => {
  test('is reached from the first page, and gives three answers, each with its reason', async () => {
    const { page } = await open('');
    await page
      .locator('.table-measures a')
      .filter({ hasText: /^EHCPs$/ })
      .click();
    await page.locator('.part-answers').waitFor();
    expect(new URL(page.url()).search).toBe(ACTIVE);
    expect(await page.locator('.answer dt').allInnerTexts()).toEqual([
      'Is it on plan?',
      'Has it really changed?',
      'Will the plan be kept?',
    ]);
    const { items } = await here.system.get(`/areas/${area}/ratings?limit=200`, answersSchema);
    const item = items.find(({ metric }) => metric === 'ehcp.active');
    const said = await text(page, '.part-answers');
    for (const { reasons } of [item, item?.variation, item?.assurance].flatMap((each) => each ?? []))
      for (const reason of reasons) expect(said).toContain(reason.text);
    await page.goBack();
    await page.locator('.part-overall').waitFor();
    await page.close();
  });

  test('shows how wrong forecasts were as the API says it', async () => {
    const { page } = await open(ACTIVE);
    const { forecast } = await here.system.get(`/areas/${area}/series/ehcp.active`, backtestSchema);
    const rows = await page.locator('.table-accuracy').first().locator('tbody tr').allInnerTexts();
    expect(rows).toHaveLength(forecast.backtest.length);
    for (const [at, { horizon, origins }] of forecast.backtest.entries()) {
      expect(rows[at]).toContain(`${horizon} month${horizon === 1 ? '' : 's'} ahead`);
      expect(rows[at]?.trim().endsWith(String(origins))).toBe(true);
    }
    await page.close();
  });

  test('says which figures its forecast lacks, how many months are known and how many are needed', async () => {
    const { page } = await open(ACTIVE);
    const { missingInputs } = await here.system.get(`/areas/${area}/series/ehcp.active`, missingSchema);
    expect(missingInputs.map(({ metric }) => metric)).toContain('ehcp.requests');
    const said = await text(page, 'main');
    for (const { name, months, needed } of missingInputs)
      expect(said).toContain(`${name} (${months} of ${needed} months known)`);
    await page.close();
  });

  test('of a year’s end says that its forecast cannot be tried yet, and why', async () => {
    const { page } = await open(MONEY);
    expect(await text(page, '.part-accuracy')).toContain(
      'This forecast cannot be tried on the figures so far',
    );
    await page.close();
  });

  test('says where a figure came from, and every figure that a month has had', async () => {
    const { page } = await open(`?area=${area}&page=measure&metric=inmss.placed`);
    await page.locator('#version-period').selectOption('2024-10');
    await page.locator('.table-versions tbody tr:nth-child(2)').waitFor();
    const rows = await page.locator('.table-versions tbody tr').allInnerTexts();
    expect(rows[0]).toMatch(/7 January 2025\s+359\s+yes/);
    expect(rows[1]).toContain('362');
    expect(rows[1]).toContain('no, replaced');
    const link = page.locator('.table-versions a').first();
    expect(await link.innerText()).toMatch(/^Row \d+ of send-monthly\//);
    const drop = new URL((await link.getAttribute('href')) ?? '', page.url()).searchParams.get('drop');
    expect((await here.system.api(`/areas/${area}/drops/${drop}`)).status).toBe(200);
    await page.close();
  });

  test('of year-end money every figure stands in a table and no line is drawn between quarters', async () => {
    const { page } = await open(MONEY);
    const { points } = await here.system.get(
      `/areas/${area}/series/dsg.in-year-balance?financialYear=FY2024`,
      pointsSchema,
    );
    const shown = await page.locator('.table-figures-all tbody td.own').allInnerTexts();
    expect(shown).toEqual(points.toReversed().map(({ value }) => figureText(value, 'gbp')));
    expect(await page.locator('svg.chart').count()).toBe(0);
    expect(await text(page, '.finding')).toContain('£14.99m (53.1%) below the −£28.21m planned');
    await page.close();
  });

  test('of a yearly result its years are drawn with those of region, England and similar councils', async () => {
    const { page } = await open(`?area=${area}&page=measure&metric=ks2.rwm&group=disadvantaged`);
    expect(await page.locator('svg.chart .label').allTextContents()).toEqual(
      expect.arrayContaining(['England 48%', 'South West 41%', 'Wiltshire 38%']),
    );
    expect(await page.locator('svg.chart .missing').count()).toBe(2);
    expect(await page.locator('svg.chart .covid').count()).toBe(1);
    expect(await text(page, '.finding')).toMatch(/38(\.0+)?% in .*England 48(\.0+)?%/);
    await page.close();
  });

  test('looked at from an earlier day it says so, and shows only what was known', async () => {
    const { page } = await open(`${ACTIVE}&asOf=2024-09-30`);
    expect(await text(page, '.notice-earlier')).toContain(
      'as they were known at the end of 30 September 2024',
    );
    expect(await page.locator('.table-actual tbody tr').last().innerText()).toContain('August 2024');
    await page.locator('.notice-earlier a').click();
    await page.locator('.table-actual tr').filter({ hasText: 'December 2024' }).waitFor();
    await page.close();
  });

  test('of a measure without a figure it says so, and still what it means', async () => {
    const { page } = await newReader(here.browser);
    await page.goto(`${here.site.url}/?area=${area}&page=measure&metric=ehcp.tribunal-appeals`);
    await page.locator('.part-background').waitFor();
    expect(await text(page, 'main')).toContain('No figure of this measure has come yet.');
    await page.close();
  });
});

describe('all measures', () => {
  test('each with a figure is listed with its rating in the words of the API, splits behind their measure', async () => {
    const { page } = await open(`?area=${area}&page=measures`);
    const items: z.output<typeof answersSchema>['items'] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const answer: z.output<typeof answersSchema> = await here.system.get(
        `/areas/${area}/ratings?limit=200${cursor}`,
        answersSchema,
      );
      items.push(...answer.items);
      cursor = answer.next === null ? null : `&cursor=${encodeURIComponent(answer.next)}`;
    }
    const isWhole = ({ dimensions }: (typeof items)[number]) =>
      Object.keys(dimensions).every((name) => name === 'financialYear');
    const whole = items.filter(isWhole);
    const rows = await page.locator('section > .table-answers tbody tr').allInnerTexts();
    expect(rows).toHaveLength(whole.length);
    for (const { rating, name } of whole) {
      const isNamed = ([first]: readonly string[]) => first === name || first?.startsWith(`${name}: `);
      const [found, ...others] = rows.map((row) => row.split('\t')).filter(isNamed);
      expect(others, name).toEqual([]);
      expect(found?.[2]?.trim().toLowerCase(), name).toContain(rating ?? 'not rated');
    }
    expect(await page.locator('.splits tbody tr').count()).toBe(items.length - whole.length);
    await page.close();
  });

  test('a split says of whom it is, and an illustration says that it is one', async () => {
    const { page } = await open(`?area=${area}&page=measures`);
    const split = page.locator('.splits').filter({ hasText: 'Persistent absence, by group' });
    await split.locator('summary').click();
    expect((await split.innerText()).replace(/\s+/g, ' ')).toContain('Children looked after');
    await page.close();
    const { page: one } = await open(
      `?area=${area}&page=measure&metric=ks2.rwm&locality=Illustration%20area%201`,
    );
    expect(await text(one, 'h1')).toBe('Reading, writing and maths at Key Stage 2: Illustration area 1');
    expect(await text(one, '.table-figures-all')).toContain(
      'Synthetic. Illustration: not a figure of the council',
    );
    await one.close();
  });
});

describe('month by month', () => {
  test('the slider moves by keyboard, its month goes into the address, and the ratings are those of then', async () => {
    const { page } = await open(REPLAY);
    await page.locator('#month').focus();
    await page.keyboard.press('Home');
    expect(await text(page, '.slider-value')).toBe('February 2024');
    for (let month = 0; month < 3; month += 1) await page.keyboard.press('ArrowRight');
    expect(await text(page, '.slider-value')).toBe('May 2024');
    expect(await text(page, '.table-replay tbody tr')).toMatch(/EHCP Amber/);
    for (let month = 0; month < 4; month += 1) await page.keyboard.press('ArrowRight');
    expect(await text(page, '.slider-value')).toBe('September 2024');
    expect(await text(page, '.table-replay tbody tr')).toMatch(/EHCP Red was amber a month before/);
    expect(new URL(page.url()).searchParams.get('month')).toBe('2024-09');
    await page.reload();
    await page.locator('.table-replay').waitFor();
    expect(await text(page, '.slider-value')).toBe('September 2024');
    await page.close();
  });

  test('shows the headline measures first, and another subject or all when asked, of the same month', async () => {
    const { page } = await open(`${REPLAY}&month=2024-09`);
    const headings = () => page.locator('.slider-shows h2').allInnerTexts();
    expect(await headings()).toEqual(['Headline measures']);
    expect(await page.locator('.table-replay tbody').innerText()).not.toContain('Key Stage');
    await page.locator('#choose-about').selectOption({ label: 'Key Stage 2' });
    await page.getByRole('button', { name: 'Show' }).click();
    await page.locator('.slider-shows h2:text-is("Key Stage 2")').waitFor();
    expect(await text(page, '.slider-value')).toBe('September 2024');
    for (const measure of await page.locator('.table-replay tbody th').allInnerTexts())
      expect(measure).toMatch(/Key Stage 2|Multiplication/);
    await page.goto(`${here.site.url}/${REPLAY}&about=all`);
    await page.locator('.table-replay').first().waitFor();
    expect((await headings()).slice(0, 3)).toEqual(['Plans and places', 'Money', 'Early years']);
    await page.close();
  });
});

describe('the glossary', () => {
  const GLOSSARY = `?area=${area}&page=glossary`;
  const shown = (page: Page) => page.locator('main .terms dt').filter({ visible: true }).allInnerTexts();

  test('is left with the words that speak of what is typed, says how many, and keeps it in the address', async () => {
    const { page, complaints } = await open(GLOSSARY);
    expect(await shown(page)).toHaveLength(glossary.length);
    const top = await page.evaluate('document.querySelector(".page-contents").offsetTop');
    await page.locator('#find').pressSequentially('TRIBUNAL');
    expect(await shown(page)).toEqual(['SEND Tribunal']);
    expect(await text(page, '[role=status]')).toBe(`1 of ${glossary.length} shown`);
    expect(await page.evaluate('document.querySelector(".page-contents").offsetTop')).toBe(top);
    await page.reload();
    await page.locator('#find').waitFor();
    expect(await shown(page)).toEqual(['SEND Tribunal']);
    await page.locator('#find').fill('zebra');
    expect(await text(page, '[role=status]')).toContain('No word speaks of “zebra”');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('is entered at a word, which leads to the measures that use it', async () => {
    const { page } = await open(`${GLOSSARY}#inmss`);
    expect(await page.evaluate('document.activeElement.id')).toBe('inmss');
    expect(await page.evaluate('document.activeElement.getBoundingClientRect().top < innerHeight')).toBe(
      true,
    );
    await page.locator('#inmss summary').click();
    await page
      .locator('#inmss a')
      .filter({ hasText: /INMSS, share$/ })
      .first()
      .click();
    await page.locator('.part-background').waitFor();
    expect(await page.locator('.part-terms dt').allInnerTexts()).toContain('INMSS');
    await page.close();
  });
});

const reasons = z.array(z.object({ text: z.string() }));
const answersSchema = z.object({
  next: z.string().nullable(),
  items: z.array(
    z.object({
      ...{ metric: z.string(), name: z.string(), rating: z.string().nullable(), reasons },
      dimensions: z.record(z.string(), z.string()),
      variation: z.object({ reasons }),
      assurance: z.object({ reasons }),
    }),
  ),
});
const backtestSchema = z.object({
  forecast: z.object({ backtest: z.array(z.object({ horizon: z.number(), origins: z.number() })) }),
});
const missingSchema = z.object({
  missingInputs: z.array(
    z.object({ metric: z.string(), name: z.string(), months: z.number(), needed: z.number() }),
  ),
});
const pointsSchema = z.object({ points: z.array(z.object({ value: z.number() })) });
