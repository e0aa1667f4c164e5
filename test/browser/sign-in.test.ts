import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { area, type System, startSystem } from '../pipeline/system.ts';
import { newReader, startBrowser, violations } from './reader.ts';

let system: System;
let browser: Browser;

const APPEALS = `?area=${area}&page=measure&metric=ehcp.tribunal-appeals`;

beforeAll(async () => {
  system = await startSystem({ samples: false, auth: true });
  browser = await startBrowser();
  await system.drop(
    `${area}/send-monthly/2026-01.csv`,
    'month,ehcp_active,tribunal_appeals\n2025-11,500,41\n2025-12,505,4\n2026-01,510,37\n',
  );
}, 120_000);

afterAll(async () => {
  await browser.close();
  await system.stop();
});

/** Opens an address as somebody who has not signed in, and says who they are. */
async function signInAs(role: string, address: string): Promise<Page> {
  const { page } = await newReader(browser);
  await page.goto(`${system.runtime.url}/${address}`);
  await page.getByRole('link', { name: role }).click();
  await page.locator('#account button').waitFor();
  return page;
}

const december = (page: Page) => page.locator('.table-actual tr').filter({ hasText: 'December 2025' });

describe('signing in', () => {
  test('an officer comes back to the address asked for, and sees the small count', async () => {
    const page = await signInAs('An officer, who', APPEALS);
    await december(page).waitFor();
    expect(new URL(page.url()).search).toBe(APPEALS);
    expect(await december(page).innerText()).toMatch(/\b4\b/);
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await december(page).waitFor();
    await page.close();
  });

  test('a reader without small numbers sees that it is withheld', async () => {
    const page = await signInAs('A reader', APPEALS);
    await december(page).waitFor();
    expect(await december(page).innerText()).toContain('withheld');
    expect(await december(page).innerText()).not.toMatch(/\b4\b/);
    await page.close();
  });

  test('an officer of another council is told that these figures are not open to them', async () => {
    const page = await signInAs('An officer of another council', APPEALS);
    const text = await page.getByRole('alert').innerText();
    expect(text).toContain('These figures are not open to you');
    expect(text).toContain('Your sign-in covers no council');
    await page.close();
  });

  test('a sign-in that has ended says so, and signing in again comes back to the page', async () => {
    const page = await signInAs('A reader', `?area=${area}&page=alerts`);
    await page.getByRole('heading', { level: 1, name: 'Alerts' }).waitFor();
    await page.route('**/api/v1/**', (route) => route.fulfill({ status: 401, json: {} }));
    await page.reload();
    expect(await page.getByRole('alert').innerText()).toContain('You are signed out');
    await page.unroute('**/api/v1/**');
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await page.getByRole('link', { name: 'A reader' }).click();
    await page.getByRole('heading', { level: 1, name: 'Alerts' }).waitFor();
    await page.close();
  });

  test('signing out forgets the token, and asks nobody to sign in until the reader wants to', async () => {
    const page = await signInAs('A reader', '');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are signed out').waitFor();
    expect(await page.evaluate('JSON.stringify({ ...sessionStorage })')).toBe('{}');
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  test('an answer that no page asked for lets nobody in', async () => {
    const { page } = await newReader(browser);
    await page.goto(`${system.runtime.url}/?code=guessed&state=guessed`);
    await page.getByRole('link', { name: 'A reader' }).waitFor();
    await page.close();
  });

  test('a link to a report of a file is followed with the token', async () => {
    const page = await signInAs('A reader', `?area=${area}&page=files`);
    await page.locator('.table-files a').first().click();
    await page.getByRole('link', { name: 'A page to send on' }).click();
    await page.waitForURL(/^blob:/);
    expect(await page.locator('body').innerText()).toContain('2026-01.csv');
    await page.close();
  });
});
