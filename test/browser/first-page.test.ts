import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { figureText } from '../../shared/rating/figure-text.ts';
import { series } from '../pipeline/answers.ts';
import { area } from '../pipeline/system.ts';
import { newReader, settled } from './reader.ts';
import { reading } from './running.ts';

let page: Page;

const here = reading(async ({ browser, site }) => {
  ({ page } = await newReader(browser));
  await page.goto(site.url);
  await settled(page);
});

/** The row of a table, as text, by the start of its name. */
async function row(table: string, name: string): Promise<string> {
  const found = page.locator(`${table} tbody tr`).filter({ has: page.getByText(name, { exact: true }) });
  return (await found.first().innerText()).replace(/\s+/g, ' ');
}

describe('what a councillor reads first', () => {
  test('the council, its rating in a word, and why in a sentence', async () => {
    expect(await page.locator('h1').allInnerTexts()).toEqual(['Wiltshire']);
    const overall = await page.locator('.part-overall').innerText();
    expect(overall).toContain('Red: well off track');
    expect(overall).toContain('EHCPs, 650 (11.4%) above plan in December 2024');
    expect(overall).toContain('−£43.20m');
    expect(overall).toContain('Cumulative DSG balance: not published');
    expect(await page.title()).toBe('Wiltshire: special needs plans and money – Bellwether');
  });

  test('EHCPs: 6,357 against 5,707, +650, worse, red', async () => {
    const ehcps = await row('.table-measures', 'EHCPs');
    for (const part of ['6,357', 'December 2024', '5,707', '+650 (11.4%)', 'worse', 'Red'])
      expect(ehcps).toContain(part);
  });

  test('beside the data’s rating stands what officers say, where they say another thing', async () => {
    expect(await row('.table-measures', 'EHCPs')).toContain('officers: amber, November 2024');
    expect(await row('.table-measures', 'In-year DSG balance 2024/25')).not.toContain('officers');
  });

  test('INMSS: 5.75% against 6.92% and the neighbours’ 5.72%', async () => {
    const share = await row('.table-measures', 'INMSS share, 12-month rolling');
    for (const part of ['5.75%', '6.92%', '−1.17 percentage points', 'better', 'Green', '5.72%', '2023'])
      expect(share).toContain(part);
  });

  test('money with its sign, and what is missing in words', async () => {
    expect(await row('.table-measures', 'In-year DSG balance 2024/25')).toContain('−£43.20m');
    const cumulative = await row('.table-measures', 'Cumulative DSG balance 2024/25');
    for (const part of ['not published', '−£84.50m', 'not known', 'Grey']) expect(cumulative).toContain(part);
    expect(cumulative).not.toContain('Green');
  });

  test('every figure of the headline table is the API’s', async () => {
    const { headlines } = await here.system.get(`/areas/${area}/summary`, summary);
    const rows = await page.locator('.part-measures tbody tr').all();
    expect(rows).toHaveLength(headlines.length);
    for (const [at, { shortName, unit, latest, plan, limit, rating }] of headlines.entries()) {
      const [name, own, planned, , rated] = (await rows[at]?.locator('th, td').allInnerTexts()) ?? [];
      expect(name).toContain(shortName);
      expect(own).toContain(latest === null ? 'not published' : figureText(latest.value, unit));
      const held = plan ?? limit;
      expect(planned, shortName).toContain(held === null ? '–' : figureText(held.value, unit));
      expect(rated?.toLowerCase(), shortName).toContain(rating?.rating ?? 'not rated');
    }
  });

  test('the council’s own column comes first and is shaded', async () => {
    const headings = await page.locator('.part-measures .table-measures thead th').allInnerTexts();
    expect(headings.slice(0, 3)).toEqual(['Measure', 'Wiltshire', 'Plan']);
  });

  test('before the money, how children are served: what is not in the files is never good or bad', async () => {
    const served = page.locator('.part-children');
    expect(await served.locator('tbody tr').count()).toBe(3);
    for (const name of ['20-week timeliness', 'SEND Tribunal appeals', 'Annual reviews on time'])
      expect(await row('.table-children', name)).toMatch(
        /not in the council’s files yet.*not rated: no figure/,
      );
    expect(await served.locator('.rating').count()).toBe(0);
  });

  test('what changed since the last report to councillors, with old and new', async () => {
    const heading = await page.locator('.part-changes h2').innerText();
    expect(heading).toBe('What changed since the last report to councillors, of 11 December 2024');
    const placements = await row('.table-changes', 'INMSS placements');
    for (const part of ['October 2024', '362', '359', 'corrected', '7 January 2025'])
      expect(placements).toContain(part);
  });

  test('open alerts, the latest files with a link to what became of each, and when each source was refreshed', async () => {
    expect(await page.locator('.alert').count()).toBe(2);
    expect(await page.locator('.part-alerts').innerText()).toContain('Critical');
    expect(await page.locator('.part-files').innerText()).toContain(
      'The last 8 were accepted whole. The newest came on 9 January 2025: published/2025-01-committee.csv.',
    );
    const { page: file } = await newReader(here.browser);
    await file.goto(
      new URL((await page.locator('.table-files a').first().getAttribute('href')) ?? '', page.url()).href,
    );
    expect(await file.locator('.part-report').innerText()).toContain('This file was taken whole');
    await file.close();
    await page.locator('.part-sources summary').click();
    expect(await page.locator('.part-sources p').first().innerText()).toBe(
      'Nothing has come yet from: SEND figures broken down, DfE open data.',
    );
    expect(await row('.table-sources', 'High Needs finance forecasts')).toContain('30 November 2024');
  });

  test('every word that a lay reader may not know is explained', async () => {
    const terms = await page.locator('.part-terms').innerText();
    for (const term of ['EHCP', 'INMSS', 'DSG', '12-month rolling']) expect(terms).toContain(term);
  });
});

const compared = z.object({ value: z.number() }).nullable();
const summary = z.object({
  headlines: z.array(
    z.object({
      shortName: z.string(),
      unit: z.enum(['count', 'ratio', 'gbp', 'score']),
      ...{ latest: compared, plan: compared, limit: compared },
      rating: z.object({ rating: z.string() }).nullable(),
    }),
  ),
});

const markSchema = z.array(
  z.object({ series: z.string(), period: z.string(), value: z.number(), x: z.number(), y: z.number() }),
);

/** The marks of the chart: what each says it stands for, and where it stands. */
async function marks() {
  return markSchema.parse(
    await page.evaluate(`[...document.querySelectorAll('.mark')].map((mark) => {
      const box = mark.getBBox();
      const { series, period, value } = mark.dataset;
      return { series, period, value: Number(value), x: box.x + box.width / 2, y: box.y + box.height / 2 };
    })`),
  );
}

async function cells(table: string): Promise<readonly (readonly string[])[]> {
  const rows = page.locator(`${table} tbody tr`);
  return Promise.all(
    (await rows.all()).map(async (each) =>
      (await each.locator('th, td').allInnerTexts()).map((text) => text),
    ),
  );
}

describe('the chart and its table', () => {
  test('show the figures of the API, all of them and no other', async () => {
    const { points, forecast } = await here.system.get(`/areas/${area}/series/ehcp.active`, series);
    const shown = await marks();
    const of = (name: string) =>
      shown.filter((mark) => mark.series === name).map(({ period, value }) => [period, value]);
    expect(of('actual')).toEqual(points.map(({ period, value }) => [period, value]));
    expect(of('plan')).toEqual(points.map(({ period, plan }) => [period, plan]));
    expect(of('forecast')).toEqual(forecast?.points.map(({ period, value }) => [period, value]));
  });

  test('agree, figure by figure', async () => {
    const drawn = await marks();
    const text = (name: string) =>
      drawn
        .filter((mark) => mark.series === name)
        .map(({ value }) => Math.round(value).toLocaleString('en-GB'));
    const actual = (await cells('.table-actual')).filter(([, value]) => value !== 'not published');
    expect(actual.map(([, value]) => value)).toEqual(text('actual'));
    expect(actual.map(([, , plan]) => plan)).toEqual(text('plan'));
    expect((await cells('.table-forecast')).map(([, value]) => value)).toEqual(text('forecast'));
  });

  test('draw to scale: a mark stands where its month and its figure say', async () => {
    const all = await marks();
    const months = all.map(({ period, x }) => ({
      at: Number(period.slice(0, 4)) * 12 + Number(period.slice(5)),
      place: x,
    }));
    for (const points of [months, all.map(({ value, y }) => ({ at: value, place: y }))]) {
      const low = points.reduce((a, b) => (a.at < b.at ? a : b));
      const high = points.reduce((a, b) => (a.at > b.at ? a : b));
      const step = (high.place - low.place) / (high.at - low.at);
      for (const { at, place } of points)
        expect(Math.abs(place - (low.place + (at - low.at) * step))).toBeLessThan(0.1);
    }
  });

  test('November 2024 is a gap in both: the line breaks and the table says why', async () => {
    const november = (await cells('.table-actual')).find(([month]) => month === 'November 2024');
    expect(november?.slice(1)).toEqual(['not published', '–', '–']);
    expect(await page.locator('.missing').allInnerTexts()).toHaveLength(1);
    const path = (await page.locator('.line-actual').getAttribute('d')) ?? '';
    expect(path.match(/M/g)).toHaveLength(2);
  });

  test('the picture is described in words that hold its figures', async () => {
    const description = await page.locator('svg.chart').getAttribute('aria-label');
    for (const part of ['5,728 in April 2024', '6,357 in December 2024', 'Not published: November 2024'])
      expect(description).toContain(part);
  });
});

describe('the page itself', () => {
  test('in print: all figures of the scrolled table, nothing wider than the paper', async () => {
    await page.emulateMedia({ media: 'print' });
    const hidden = await page.evaluate(
      `(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('.chart-data'))`,
    );
    expect(hidden).toBe(0);
    // A4 less its margins, at 96 pixels an inch.
    await page.setViewportSize({ width: 688, height: 1000 });
    expect(
      await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    ).toBe(0);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ media: 'screen' });
  });

  test('prints as one side of A4 with rating, measures, work, risks and what is late', async () => {
    const { page: printed } = await newReader(here.browser);
    await printed.goto(here.site.url);
    await settled(printed);
    const paper = await printed.pdf({ preferCSSPageSize: true, printBackground: true });
    const text = paper.toString('latin1');
    expect(text.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    // A4 in points, to the point.
    const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(text) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    await printed.emulateMedia({ media: 'print' });
    for (const part of ['overall', 'children', 'measures', 'programmes', 'top-risks', 'late'])
      expect(await printed.locator(`.part-${part}`).isVisible(), part).toBe(true);
    await printed.close();
  });

  test('says what language it is in, has its landmarks and one first heading', async () => {
    expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
    for (const landmark of ['banner', 'main', 'contentinfo'] as const)
      expect(await page.getByRole(landmark).count()).toBe(1);
    expect(await page.locator('h1').count()).toBe(1);
  });

  test('is what the running system answers at its own address, under its own policy', async () => {
    const { page: own, complaints } = await newReader(here.browser);
    await own.goto(here.system.runtime.url);
    await settled(own);
    expect(await own.locator('h1').innerText()).toBe('Wiltshire');
    expect(complaints).toEqual([]);
    await own.close();
  });
});

describe('by keyboard alone', () => {
  test('the skip link leads to the figures, and the list of changes opens with Enter', async () => {
    const { page: keyed } = await newReader(here.browser);
    await keyed.goto(here.site.url);
    await settled(keyed);
    await keyed.keyboard.press('Tab');
    await keyed.keyboard.press('Enter');
    expect(await keyed.evaluate('document.activeElement.id')).toBe('main');
    await keyed.locator('.part-changes summary').focus();
    await keyed.keyboard.press('Enter');
    expect(await keyed.locator('.part-changes details').getAttribute('open')).toBe('');
    await keyed.close();
  });
});
