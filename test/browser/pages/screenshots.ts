import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import * as z from 'zod';
import { area, startSystem } from '../../pipeline/system.ts';
import { newReader, startBrowser } from '../reader.ts';
import { pageStates } from './page-states.ts';
import { seeAnother } from './second-council.ts';
import { nextFrames, PAPER, visit, WIDTHS } from './visit.ts';

const USAGE = `npm run screenshots -- [--page NAME]… [--out FOLDER] [--readme] [--url URL]
  Takes pictures of every page of the dashboard with the sample council: at ${WIDTHS.join(', ')} px, and as it prints.
  A long page is parted: NAME-360.png, NAME-360-2.png.
  --page NAME   only those whose name begins so: ${pageStates(area)
    .map(({ name }) => name)
    .join(', ')}
  --out FOLDER  where they go (screenshots)
  --readme      only the four pictures of the README, as large as a window, into docs/images
  --url URL     of a system that runs; without it one is started on free ports, and stopped in the end
  --help        this text`;

type Wanted = {
  readonly out: string;
  readonly url: string | undefined;
  readonly pages: readonly string[];
  readonly readme: boolean;
};

/** What the README shows. */
const CHOSEN = ['summary', 'measure-plans', 'scorecard-ks2', 'gaps'];

function readArguments(): Wanted | 'help' | undefined {
  const options = {
    page: { type: 'string', multiple: true },
    out: { type: 'string', default: 'screenshots' },
    url: { type: 'string' },
    readme: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    const { page = [''], out, url, readme, help } = parseArgs({ options }).values;
    if (help) return 'help';
    const isKnown = (start: string) => pageStates(area).some(({ name }) => name.startsWith(start));
    return page.every(isKnown) ? { out, url, readme, pages: page } : undefined;
  } catch {
    return undefined;
  }
}

async function takePictures({ out, pages, readme }: Wanted, url: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const browser = await startBrowser();
  try {
    const { page } = await newReader(browser);
    if (readme) return await takeChosen(page, url);
    for (const { name, address, withAnother } of pageStates(area)) {
      if (!pages.some((start) => name.startsWith(start))) continue;
      if (withAnother) await seeAnother(page);
      await visit(page, `${url}/${address}`);
      await page.unrouteAll();
      await hasFigures(page, name);
      for (const width of WIDTHS) await pictures(page, width, join(out, `${name}-${width}`));
      await page.emulateMedia({ media: 'print' });
      await pictures(page, PAPER, join(out, `${name}-print`));
      await page.emulateMedia({ media: 'screen' });
      console.log(name);
    }
  } finally {
    await browser.close();
  }
}

/** A picture of a failure is no picture of the page. */
async function hasFigures(page: Page, name: string): Promise<void> {
  const failure = page.locator('.notice-failure');
  if ((await failure.count()) === 0) return;
  throw new Error(`${name} could not be shown: ${await failure.first().innerText()}`);
}

async function takeChosen(page: Page, url: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 1300 });
  for (const { name, address } of pageStates(area)) {
    if (!CHOSEN.includes(name)) continue;
    await visit(page, `${url}/${address}`);
    await writeFile(join('docs/images', `${name}.png`), await page.screenshot());
    console.log(name);
  }
}

/** As high as a picture may be: below what a browser draws at once (8,192 px), and readable as a whole. */
const HIGHEST = 4000;

/** The whole page at a width, a long one in several pictures: `NAME.png`, `NAME-2.png`. Those of before are gone. */
async function pictures(page: Page, width: number, name: string): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await nextFrames(page);
  const height = z.number().parse(await page.evaluate('document.documentElement.scrollHeight'));
  for (let at = 0; at * HIGHEST < height; at += 1) {
    const y = at * HIGHEST;
    const clip = { x: 0, y, width, height: Math.min(HIGHEST, height - y) };
    const file = at === 0 ? `${name}.png` : `${name}-${at + 1}.png`;
    await writeFile(file, await page.screenshot({ fullPage: true, clip }));
  }
}

const wanted = readArguments();
if (wanted === undefined || wanted === 'help') {
  console.error(USAGE);
  process.exitCode = wanted === 'help' ? 0 : 2;
} else if (wanted.url !== undefined) {
  await takePictures(wanted, wanted.url);
} else {
  console.error('Starting a system with the sample council…');
  const system = await startSystem({ samples: true });
  try {
    await takePictures(wanted, system.runtime.url);
  } finally {
    await system.stop();
  }
}
