import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { pageNames } from '../../dashboard/site-map.ts';
import { area } from '../pipeline/system.ts';
import { documented, type Promised } from './pages/documented.ts';
import { findOut, REFUSED } from './pages/find-out.ts';
import { deadControls, tabThrough } from './pages/keyboard.ts';
import { pageStates } from './pages/page-states.ts';
import { drawnRows, smallPicture } from './pages/picture.ts';
import { seeAnother } from './pages/second-council.ts';
import { unexplained } from './pages/short-forms.ts';
import { compare } from './pages/shown-numbers.ts';
import { shownText } from './pages/shown-text.ts';
import { nextFrames, PAPER, unfold, visit, WIDTHS } from './pages/visit.ts';
import { layoutShift, newReader, type Rules, violations } from './reader.ts';
import { reading } from './running.ts';

let page: Page;
let complaints: readonly string[];
const asked: string[] = [];
let answers: Promise<unknown>[] = [];

const here = reading(async ({ browser }) => {
  // The pages as the system itself serves them, under its own policy.
  ({ page, complaints } = await newReader(browser));
  page.on('request', (request) => asked.push(request.url()));
  page.on('response', (response) => {
    const ofApi = response.url().includes('/api/v1/') && response.ok();
    if (ofApi) answers.push(response.json().catch(() => undefined));
  });
});

const { pages, promised, tasks } = await documented();

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

/** As at a desk; what a test before it left is undone. */
async function onScreen(): Promise<void> {
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Whether an address of the documentation, which names no council, is that of a page of the sample's. */
function isSameAddress(documentedAddress: string, address: string): boolean {
  const [one, other] = [documentedAddress, address].map((each) => new URLSearchParams(each));
  one?.set('area', area);
  one?.sort();
  other?.sort();
  return String(one) === String(other);
}

/** The page has a heading for each of the parts. */
async function shows(parts: readonly Promised[]): Promise<void> {
  const headings = (await page.locator('main :is(h1, h2, h3)').allInnerTexts()).map((text) => text.trim());
  expect(headings).toEqual(expect.arrayContaining(parts.map(({ heading }) => heading)));
}

const overflow = () =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/**
 * All rules at the width of a phone. What is laid out anew at that of a desk is held against those that may then hold no
 * more; at that of a tablet, where each part looks as it does at one of the two, against those of where things lie.
 */
const RULES_AT: Readonly<Record<(typeof WIDTHS)[number], Rules>> = {
  360: 'all',
  768: 'placed',
  1280: 'laid-out',
};

/** Nothing is cut off, nothing is wrong by axe, and there is something to see. */
async function looksRight(rules: Rules, where: string): Promise<void> {
  await nextFrames(page);
  expect(await overflow(), `cut off ${where}`).toBe(0);
  expect(await violations(page, rules), `axe ${where}`).toEqual([]);
  expect(drawnRows(await smallPicture(page)), `drawn ${where}`).toBeGreaterThan(40);
}

describe.each(pageStates(area))('$name', ({ address, isFirst, invented = false, withAnother = false }) => {
  let before = { complaints: 0, asked: 0 };
  let shifted = 0;

  beforeAll(async () => {
    before = { complaints: complaints.length, asked: asked.length };
    answers = [];
    await onScreen();
    if (withAnother) await seeAnother(page);
    await visit(page, `${here.system.runtime.url}/${address}`);
    shifted = await layoutShift(page);
    await unfold(page);
  });

  afterAll(() => page.unrouteAll());

  test('says what it is, has its figures, and asks and complains of nobody', async () => {
    expect(await page.locator('h1').allInnerTexts()).toEqual([expect.stringMatching(/\p{L}{4}/u)]);
    expect(await page.title()).toMatch(/\p{L}{4}.* – Bellwether$/u);
    expect(await page.locator('main').innerText()).not.toMatch(/\bundefined\b|\bNaN\b|\bnull\b|\[object /);
    expect(await page.locator('.notice-failure').count()).toBe(0);
    expect(await page.locator('.illustration').count()).toBe(invented ? 1 : 0);
    for (const chart of chartsSchema.parse(await page.evaluate(CHARTS)))
      expect(chart).toEqual({ said: expect.stringMatching(/\d/), table: true, file: true });
    expect(shifted, 'moved after it was shown').toBeLessThan(0.01);
    const origins = new Set(asked.slice(before.asked).map((url) => new URL(url).origin));
    expect(origins).toEqual(new Set([here.system.runtime.url]));
    expect(complaints.slice(before.complaints)).toEqual([]);
  });

  const parts = promised.filter((each) => isSameAddress(each.address, address));
  if (parts.length > 0) test('has the parts that docs/dashboard.md says', () => shows(parts));

  test('explains every short form that it uses', async () => {
    expect(await unexplained(page)).toEqual([]);
  });

  test('shows no number but those of the API, and in a row those of one item', async () => {
    const { rows, gathered, lines } = await shownText(page);
    const compared = compare({ rows, lines: [...gathered, ...lines] }, await Promise.all(answers));
    expect(compared.unsaid).toEqual([]);
    expect(compared.unsourced).toEqual([]);
    // Small counts are alike; of all numbers in rows of the sample's pages 92 in 100 would be found if one off.
    if (compared.inRows >= 10) expect(compared.foundIfWrong / compared.inRows).toBeGreaterThan(0.7);
  }, 60_000);

  test('at each width and in print: no axe violation, nothing cut off, something to see', async () => {
    await page.emulateMedia({ media: 'screen' });
    // The narrowest that WCAG asks for, where a page must flow without being moved sideways.
    await page.setViewportSize({ width: 320, height: 900 });
    await nextFrames(page);
    expect(await overflow(), 'cut off at 320 px').toBe(0);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await looksRight(RULES_AT[width], `at ${width} px`);
    }
    await page.setViewportSize({ width: PAPER, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    await looksRight('printed', 'in print');
  }, 120_000);

  // The last of a page, for it works the controls.
  if (isFirst)
    test('is read and worked by the keyboard alone', async () => {
      await onScreen();
      await nextFrames(page);
      const wanted = { first: 'A Skip to the figures', missed: [], unseen: [], leaves: true };
      expect(await tabThrough(page)).toEqual(wanted);
      expect(await deadControls(page)).toEqual([]);
    }, 60_000);
});

describe('docs/dashboard.md', () => {
  test('names every page', () => {
    expect(pages.toSorted()).toEqual(pageNames.toSorted());
  });

  test('has a part of a page for each thing that the committee asked for and that the plan draws', () => {
    const wanted = [...numbered('A', 20), ...numbered('B', 23)];
    expect(promised.map(({ id }) => id)).toEqual(wanted);
  });

  const elsewhere = promised.filter(
    (each) => !pageStates(area).some(({ address }) => isSameAddress(each.address, address)),
  );
  test.each([...Map.groupBy(elsewhere, ({ address }) => address)])(
    '%s shows what it says',
    async (address, parts) => {
      await onScreen();
      await visit(page, `${here.system.runtime.url}/${address}`);
      await shows(parts);
    },
    60_000,
  );
});

describe('a new reader finds out', () => {
  test.each(tasks.filter(({ question }) => question !== REFUSED))('$question', async (task) => {
    await onScreen();
    await findOut(page, here.system.runtime.url, task);
  });
});

function numbered(letter: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);
}
