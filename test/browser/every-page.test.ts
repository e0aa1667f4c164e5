import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { area } from '../pipeline/system.ts';
import { pageStates } from './pages/page-states.ts';
import { drawnRows } from './pages/picture.ts';
import { nextFrames, unfold, visit, WIDTHS } from './pages/visit.ts';
import { layoutShift, newReader, type Rules, violations } from './reader.ts';
import { running } from './running.ts';

let page: Page;
let complaints: readonly string[];
const asked: string[] = [];

const here = running({ samples: true }, async ({ browser }) => {
  // The pages as the system itself serves them, under its own policy.
  ({ page, complaints } = await newReader(browser));
  page.on('request', (request) => asked.push(request.url()));
});

/** A4 less its margins, at 96 pixels an inch. */
const PAPER = 688;

const chartsSchema = z.array(z.object({ said: z.string(), table: z.boolean(), file: z.boolean() }));

/**
 * Of each chart what it says of itself, and whether the section that it stands in, or the one after it, has a table
 * and a file of its figures.
 */
const CHARTS = `[...document.querySelectorAll('main svg.chart')].map((chart) => {
  const part = chart.closest('.chart-block, section');
  const parts = [part, part.nextElementSibling].filter((each) => each !== null);
  return {
    said: chart.getAttribute('aria-label') ?? '',
    table: parts.some((each) => each.querySelector('table') !== null),
    file: parts.some((each) => each.querySelector('.csv-link a[download]') !== null),
  };
})`;

const overflow = () =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Nothing is cut off, nothing is wrong by axe, and there is something to see. */
async function looksRight(rules: Rules, where: string): Promise<void> {
  await nextFrames(page);
  expect(await overflow(), `cut off ${where}`).toBe(0);
  expect(await violations(page, rules), `axe ${where}`).toEqual([]);
  expect(drawnRows(await page.screenshot()), `drawn ${where}`).toBeGreaterThan(100);
}

describe.each(pageStates(area))('$name', ({ address, invented = false }) => {
  test('says what it is, has its figures, and asks and complains of nobody', async () => {
    await page.emulateMedia({ media: 'screen' });
    const before = { complaints: complaints.length, asked: asked.length };
    await page.setViewportSize({ width: 1280, height: 900 });
    await visit(page, `${here.system.runtime.url}/${address}`);
    expect(await layoutShift(page), 'moved after it was shown').toBeLessThan(0.01);
    await unfold(page);
    expect(await page.locator('h1').allInnerTexts()).toEqual([expect.stringMatching(/\p{L}{4}/u)]);
    expect(await page.title()).toMatch(/\p{L}{4}.* – Bellwether$/u);
    expect(await page.locator('main').innerText()).not.toMatch(/\bundefined\b|\bNaN\b|\bnull\b|\[object /);
    expect(await page.locator('.notice-failure').count()).toBe(0);
    expect(await page.locator('.illustration').count()).toBe(invented ? 1 : 0);
    for (const chart of chartsSchema.parse(await page.evaluate(CHARTS)))
      expect(chart).toEqual({ said: expect.stringMatching(/\d/), table: true, file: true });
    const origins = new Set(asked.slice(before.asked).map((url) => new URL(url).origin));
    expect(origins).toEqual(new Set([here.system.runtime.url]));
    expect(complaints.slice(before.complaints)).toEqual([]);
  });

  test('at each width and in print: no axe violation, nothing cut off, something to see', async () => {
    // The narrowest that WCAG asks for, where a page must flow without being moved sideways.
    await page.setViewportSize({ width: 320, height: 900 });
    await nextFrames(page);
    expect(await overflow(), 'cut off at 320 px').toBe(0);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await looksRight(width === WIDTHS[0] ? 'all' : 'laid-out', `at ${width} px`);
    }
    await page.setViewportSize({ width: PAPER, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    await looksRight('printed', 'in print');
  }, 120_000);
});
