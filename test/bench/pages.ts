import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod';
import { buildDashboard } from '../../lib/dashboard-build.ts';
import { visit } from '../browser/pages/visit.ts';
import { newReader, startBrowser } from '../browser/reader.ts';
import { area, startSystem } from '../pipeline/system.ts';
import { type Bench, type Figure, quantile } from './figure.ts';

const PAGES = [
  { name: 'first page', address: `?area=${area}`, work: 'main summary' },
  {
    name: 'page of a measure',
    address: `?area=${area}&page=measure&metric=ehcp.active`,
    work: 'main select',
  },
  { name: 'scenarios', address: `?area=${area}&page=scenarios`, work: 'main input[type=range]' },
] as const;

/** Opened so often; the median counts. */
const TIMES = 5;

/** What the first page weighs as it travels, and how soon three pages show and answer with the processor four times slower. */
export const pagesBench: Bench = {
  name: 'pages',
  async measure() {
    const system = await startSystem({ samples: true });
    const browser = await startBrowser();
    try {
      const figures = [...(await weights())];
      for (const page of PAGES) figures.push(...(await speeds(browser, system.runtime.url, page)));
      return figures;
    } finally {
      await browser.close();
      await system.stop();
    }
  },
};

async function weights(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bellwether-pages-'));
  try {
    await buildDashboard(folder);
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    const files = ['index.html', ...(await readdir(join(folder, 'assets'))).map((name) => `assets/${name}`)];
    const first = files.filter((name) => name === 'index.html' || page.includes(`/${name}`));
    const sizes = await Promise.all(
      first.map(async (name) => ({ name, size: gzipSync(await readFile(join(folder, name))).length / 1024 })),
    );
    const sum = (ending: string) =>
      sizes.filter(({ name }) => name.endsWith(ending)).reduce((all, { size }) => all + size, 0);
    return [
      within('what the first page needs, gzip', sum(''), 'KiB', 170),
      within('of which script', sum('.js'), 'KiB', 60),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function speeds(
  browser: Browser,
  url: string,
  { name, address, work }: (typeof PAGES)[number],
): Promise<readonly Figure[]> {
  const shown: number[] = [];
  const answered: number[] = [];
  const shifted: number[] = [];
  for (let at = -1; at < TIMES; at += 1) {
    const { page } = await newReader(browser);
    await page.addInitScript(WATCH);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await visit(page, `${url}/${address}`);
    const { contentAt, shift } = seenSchema.parse(
      await page.evaluate('({ contentAt: window.contentAt, shift: window.shifted })'),
    );
    const took = await interaction(page, work);
    await page.close();
    // The first opening fills the caches of the system itself.
    if (at < 0) continue;
    shown.push(contentAt);
    answered.push(took);
    shifted.push(shift);
  }
  return [
    within(`${name}: content visible, processor four times slower`, quantile(shown, 0.5), 'ms', 1000),
    within(`${name}: a key pressed to the next picture`, quantile(answered, 0.5), 'ms', 200),
    within(`${name}: moved after it was shown`, Math.max(...shifted), 'of the view', 0.001),
  ];
}

const seenSchema = z.object({ contentAt: z.number(), shift: z.number() });

/** Notes when the heading of the page's content is first painted, since the navigation began. */
const WATCH = `new MutationObserver((_, observer) => {
  if (document.querySelector('main section, main table') === null) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.contentAt = performance.now(); }));
}).observe(document, { childList: true, subtree: true });`;

/** Milliseconds from a key on a control to the next picture, as the browser itself counts them for an interaction. */
async function interaction(page: Page, control: string): Promise<number> {
  await page.evaluate(`(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ type: 'event', durationThreshold: 16 });
    document.querySelector(${JSON.stringify(control)}).focus();
  })()`);
  for (const key of ['ArrowLeft', 'Enter', 'ArrowRight']) await page.keyboard.press(key);
  await page.evaluate('new Promise((done) => setTimeout(done, 500))');
  return z.number().parse(await page.evaluate('window.longest'));
}

function within(what: string, value: number, unit: string, budget: number): Figure {
  return { what, value, unit, against: { name: 'budget', value: budget }, better: 'lower' };
}
