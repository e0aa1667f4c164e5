import { expect, test } from 'vitest';
import * as z from 'zod';
import { area } from '../pipeline/system.ts';
import { newReader, settled, violations } from './reader.ts';
import { running } from './running.ts';

const here = running({ samples: false });

test('the summary of a council without a file answers, grey and empty, as the OpenAPI document says', async () => {
  const summary = await here.system.get(
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
  expect((await here.system.api('/areas/E99999999/summary')).status).toBe(404);
  expect((await here.system.api(`/areas/${area}/summary?nothing=1`)).status).toBe(400);
});

test('a council without a file has a page that says so everywhere, and nothing on it is green', async () => {
  const { page, complaints } = await newReader(here.browser);
  await page.goto(here.site.url);
  await settled(page);
  const text = await page.locator('main').innerText();
  for (const part of [
    'Grey: not rated',
    'not published',
    'there is nothing to draw',
    'No alert is open',
    'Nothing has changed yet',
    'No file has come yet',
    'Nothing has come yet from any source',
  ])
    expect(text).toContain(part);
  expect(await page.locator('.rating-green, .rating-blue, .standing-better').count()).toBe(0);
  expect(text).not.toMatch(/undefined|null|NaN/);
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});
