import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiResponse } from '../../shared/api/respond.ts';
import { reportDoor } from '../monitoring-report/ask-report.ts';
import { sampleCouncil } from '../recompute/sample-council.ts';
import { newReader, startBrowser, violations } from './reader.ts';

const ADDRESS = 'http://127.0.0.1/api/v1/areas/E06000054/monitoring-report?update=2024-11&format=html';

let browser: Browser;
let answer: ApiResponse;

beforeAll(async () => {
  answer = await reportDoor(await sampleCouncil()).ask({ update: '2024-11' }, 'text/html');
  browser = await startBrowser();
});

afterAll(() => browser.close());

/** The page as it is answered, with its own policy. */
async function opened(
  width: number,
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const { page, complaints } = await newReader(browser, width);
  await page.route('**/*', (route) =>
    route.fulfill({ status: answer.status, headers: { ...answer.headers }, body: answer.body }),
  );
  await page.goto(ADDRESS);
  return { page, complaints };
}

describe('the monitoring report as a page', () => {
  test('is made of the same answers as the JSON, ratings in words', async () => {
    const { page } = await opened(1280);
    const text = await page.locator('main').innerText();
    for (const part of [
      '6,161 in October 2024',
      '+492 (8.7%)',
      'November 2024: Amber',
      'not published',
      '11 December 2024',
    ])
      expect(text).toContain(part);
    expect(await page.locator('section').count()).toBe(7);
    await page.close();
  });

  test('at each width: no axe violation, nothing cut off, no complaint', async () => {
    const { page, complaints } = await opened(320);
    for (const details of await page.locator('details').all()) await details.locator('summary').click();
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(
        await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
        `cut off at ${width} px`,
      ).toBe(0);
      // What a page is made of is the same at each width.
      expect(await violations(page, width === 320 ? 'all' : 'laid-out'), `axe at ${width} px`).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('prints: nothing wider than the paper, no link to open', async () => {
    const { page } = await opened(688);
    await page.emulateMedia({ media: 'print' });
    expect(
      await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    ).toBe(0);
    expect(await page.locator('details:visible').count()).toBe(0);
    await page.close();
  });
});
