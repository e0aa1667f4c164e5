import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newReader, startBrowser, violations } from '../browser/reader.ts';
import { tenMistakes } from '../report/reports.ts';
import { commentsOf } from '../report/workbook-reader.ts';
import { area, type System, startSystem } from './system.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
let system: System;
let browser: Browser;
let address: string;

beforeAll(async () => {
  [system, browser] = await Promise.all([
    startSystem({ samples: false, today: '2025-01-09' }),
    startBrowser(),
  ]);
  const { id } = await system.drop(`${area}/send-monthly/2024-10.csv`, tenMistakes);
  address = `${system.runtime.url}/api/v1/areas/${area}/drops/${id}`;
}, 120_000);

afterAll(async () => {
  await browser.close();
  await system.stop();
});

describe.each([360, 1280])('the report of a file with ten mistakes, in a browser %i pixels wide', (width) => {
  test('reads clearly: nothing for axe to find, nothing that scrolls sideways, its style in force', async () => {
    const { page, complaints } = await newReader(browser, width);
    const response = await page.goto(address);
    expect(response?.headers()['content-type']).toBe('text/html; charset=utf-8');
    expect(await page.locator('h1').textContent()).toBe('2024-10.csv');
    expect(await page.locator('.banner').textContent()).toMatch(/15 things need mending/);
    expect(await page.locator('.problems > li').count()).toBeGreaterThan(12);
    await page.locator('summary').click();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await page.evaluate('getComputedStyle(document.querySelector(".banner")).borderLeftStyle')).toBe(
      'solid',
    );
    expect(complaints).toEqual([]);
    // The policy lets no script in, axe’s neither: it looks at the same page without the policy.
    const free = await browser.newPage({ viewport: { width, height: 900 } });
    await free.setContent(await (await fetch(address, { headers: { accept: 'text/html' } })).text());
    expect(await violations(free)).toEqual([]);
    await free.close();
    await page.close();
  }, 60_000);

  test('leads to the workbook', async () => {
    const { page } = await newReader(browser, width);
    await page.goto(address);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a').click()]);
    expect(download.suggestedFilename()).toBe('2024-10.csv - what to mend.xlsx');
    await page.close();
  }, 60_000);
});

describe('a report can be had', () => {
  test.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html'],
    [XLSX, XLSX],
    [`text/html;q=0.4, ${XLSX};q=0.9`, XLSX],
    ['image/png', 'application/json'],
  ])('for Accept %s as %s', async (accept, type) => {
    const answer = await fetch(address, accept === undefined ? {} : { headers: { accept } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')?.split(';')[0]).toBe(type);
    const again = {
      ...(accept !== undefined && { accept }),
      'if-none-match': answer.headers.get('etag') ?? '',
    };
    expect((await fetch(address, { headers: again })).status).toBe(304);
  });

  test('as a workbook with the places marked, from the file that was dropped', async () => {
    const answer = await fetch(`${address}?format=xlsx`);
    expect((await commentsOf(new Uint8Array(await answer.arrayBuffer())))['C8']).toContain('not money');
  });

  test('of a file that is only tried, too', async () => {
    const at = `/areas/${area}/drops/dry-run?feed=send-monthly&filename=a.csv`;
    const post = (format: string) =>
      fetch(`${system.runtime.url}/api/v1${at}&format=${format}`, {
        method: 'POST',
        body: new Uint8Array(tenMistakes),
      });
    expect(await (await post('html')).text()).toContain('This was a trial: nothing is stored.');
    const workbook = new Uint8Array(await (await post('xlsx')).arrayBuffer());
    expect((await commentsOf(workbook))['C8']).toContain('not money');
  });
});

test('of a file with personal data no form repeats anything, and its workbook has no sheet of it', async () => {
  const { id } = await system.drop(
    `${area}/send-monthly/people.csv`,
    'month,ehcp_active,note\n2024-10,5,canary@example.org\n',
  );
  const at = `${system.runtime.url}/api/v1/areas/${area}/drops/${id}`;
  for (const format of ['json', 'html', 'xlsx']) {
    const answer = await fetch(`${at}?format=${format}`);
    expect(answer.status).toBe(200);
    const body = new Uint8Array(await answer.arrayBuffer());
    expect(Buffer.from(body).toString('latin1')).not.toContain('canary');
    if (format === 'xlsx') expect(await commentsOf(body)).toEqual({});
  }
});
