import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { area, type System, startSystem } from '../pipeline/system.ts';
import { newReader, settled, startBrowser, violations } from './reader.ts';
import { type Site, startSite } from './site.ts';

let system: System;
let site: Site;
let browser: Browser;

beforeAll(async () => {
  system = await startSystem({ samples: false });
  site = await startSite(system.runtime.url);
  browser = await startBrowser();
}, 180_000);

afterAll(async () => {
  await browser.close();
  await site.stop();
  await system.stop();
});

test('the summary of a council without a file answers, grey and empty, as the OpenAPI document says', async () => {
  const summary = await system.get(
    `/areas/${area}/summary`,
    z.object({
      name: z.string(),
      overall: z.object({ rating: z.string() }),
      headlines: z.array(z.object({ latest: z.null(), rating: z.null() })),
      drops: z.array(z.unknown()).length(0),
    }),
  );
  expect(summary.name).toBe('Wiltshire');
  expect(summary.overall.rating).toBe('grey');
  expect(summary.headlines).toHaveLength(4);
  expect((await system.api('/areas/E99999999/summary')).status).toBe(404);
  expect((await system.api(`/areas/${area}/summary?nothing=1`)).status).toBe(400);
});

test('a council without a file has a page that says so everywhere, and nothing on it is green', async () => {
  const { page, complaints } = await newReader(browser);
  await page.goto(site.url);
  await settled(page);
  const text = await page.locator('main').innerText();
  for (const part of [
    'Grey: not rated',
    'not published',
    'there is nothing to draw',
    'No alert is open',
    'Nothing has changed yet',
    'No file has come yet',
    'nothing received yet',
  ])
    expect(text).toContain(part);
  expect(await page.locator('.rating-green, .rating-blue, .standing-better').count()).toBe(0);
  expect(text).not.toMatch(/undefined|null|NaN/);
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});
