import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import chromiumPackage from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import * as z from 'zod';

/** A real Chromium out of an npm package. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumPackage.executablePath(),
    // Not the package's own list, which is for Lambda: with its drawing by an emulated graphics card each frame costs
    // three times as much, without its web security a browser would let every origin read every other, and in its
    // single process the first page that closes takes the browser along.
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
  });
}

/** A page of a reader, with everything that it complained of. */
export type Reader = { readonly page: Page; readonly complaints: readonly string[] };

const WATCH_SHIFTS = `
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** Opens a blank page of a width; errors, warnings and breaches of the policy are collected. */
export async function newReader(browser: Browser, width = 1280): Promise<Reader> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.addInitScript(WATCH_SHIFTS);
  return { page, complaints };
}

/** Waits until the page shows a council or says why it cannot. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.part-overall, .notice-failure').first().waitFor();
  if ((await page.locator('.chart-holder').count()) > 0) await page.locator('svg.chart').waitFor();
}

/** How much of the page moved after it was first shown; 0 is none, 0.1 is what may still be called good. */
export async function layoutShift(page: Page): Promise<number> {
  return z.number().parse(await page.evaluate('window.shifted'));
}

const violationSchema = z.array(
  z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string(), failureSummary: z.string() })) }),
);

/**
 * By which of axe's rules a page is looked through: all; those alone that may hold at one width and not at another;
 * of these the ones that depend on where things lie; those that matter on paper, which nobody touches or scrolls.
 */
export type Rules = 'all' | 'laid-out' | 'placed' | 'printed';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const RULES = {
  all: { type: 'tag', values: TAGS },
  'laid-out': { type: 'rule', values: ['color-contrast', 'target-size', 'scrollable-region-focusable'] },
  placed: { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] },
  printed: { type: 'rule', values: ['color-contrast'] },
} as const satisfies Record<Rules, object>;

/** What axe finds wrong by WCAG 2.2 A and AA and by its best practices, with where. */
export async function violations(
  page: Page,
  rules: Rules = 'all',
): Promise<z.output<typeof violationSchema>> {
  if (!(await page.evaluate("'axe' in window"))) {
    const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await page.evaluate(source);
  }
  // No page has frames, and a violation is told by its HTML: a selector for each node is half as much work again.
  const options = JSON.stringify({
    ...{ resultTypes: ['violations'], selectors: false, iframes: false },
    runOnly: RULES[rules],
  });
  return violationSchema.parse(
    await page.evaluate(`axe.run(document, ${options}).then((found) => found.violations)`),
  );
}
