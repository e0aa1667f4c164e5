import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { newReader, settled, violations } from './reader.ts';
import { another, answer, council, list, summaryOf } from './stub.ts';
import { stubbed } from './stubbed.ts';

const here = stubbed();

describe('when the figures cannot be had', () => {
  test.each([
    [500, 'The figures cannot be shown at the moment', 'Try again in a minute'],
    [401, 'You need to sign in to see these figures', 'sign-in'],
    [403, 'You may not see these figures', 'Ask whoever looks after Bellwether'],
  ])('%i: the page says what is wrong and what to do', async (status, heading, advice) => {
    const { page } = await newReader(here.browser);
    await answer(page, '**/api/v1/**', status);
    await page.goto(here.site.url);
    await settled(page);
    const text = await page.getByRole('alert').innerText();
    expect(text).toContain(heading);
    expect(text).toContain(advice);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  test('no answer at all: the page says so, and another try succeeds once the service is back', async () => {
    const { page } = await newReader(here.browser);
    await page.route('**/api/v1/**', (route) => route.abort());
    await page.goto(here.site.url);
    await settled(page);
    expect(await page.getByRole('alert').innerText()).toContain('The figures cannot be reached');
    await page.unroute('**/api/v1/**');
    await answer(page, '**/api/v1/**', list());
    await answer(page, '**/api/v1/areas?*', list(council));
    await answer(page, /\/summary$/, summaryOf(council));
    await answer(page, /\/series\//, 500);
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await page.locator('.part-overall').waitFor();
    expect(await page.locator('h1').innerText()).toBe('Wiltshire');
    await page.close();
  });

  test('one part that fails leaves the others standing', async () => {
    const { page } = await newReader(here.browser);
    await answer(page, '**/api/v1/**', list());
    await answer(page, '**/api/v1/areas?*', list(council));
    await answer(page, /\/summary$/, summaryOf(council));
    await answer(page, /\/series\//, 500);
    await answer(page, /\/alerts/, 503);
    await page.goto(here.site.url);
    await settled(page);
    const text = await page.locator('main').innerText();
    expect(text).toContain('The chart cannot be shown at the moment (the service answered 500)');
    expect(text).toContain('The alerts cannot be shown at the moment (the service answered 503)');
    expect(text).not.toContain('No alert is open');
    expect(text).toContain('Not rated.');
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  test('a council that is not there is named, not guessed', async () => {
    const { page } = await newReader(here.browser);
    await answer(page, '**/api/v1/areas?*', list(council));
    await page.goto(`${here.site.url}/?area=E99`);
    await settled(page);
    expect(await page.getByRole('alert').innerText()).toContain('“E99”');
    await page.close();
  });
});

async function answerForWiltshire(page: Page): Promise<void> {
  await answer(page, '**/api/v1/**', list());
  await answer(page, '**/api/v1/areas?*', list(council));
  await answer(page, /\/summary$/, summaryOf(council));
  await answer(page, /\/series\//, 500);
}

/** Follows an address without loading the document anew, as the back button does. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent('popstate'))`,
  );
}

describe('a page that cannot be made never stays on “Loading”', () => {
  test('its script does not come: it says so, and another try fetches it', async () => {
    const { page } = await newReader(here.browser);
    await answerForWiltshire(page);
    await page.goto(here.site.url);
    await settled(page);
    await page.route('**/*.js', (route) => route.abort());
    await goTo(page, '?page=alerts');
    expect(await page.getByRole('alert').innerText()).toContain('This page could not be fetched');
    await page.unroute('**/*.js');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Alerts' }).waitFor();
    await page.close();
  });

  test('an answer that it cannot make anything of: it says so, and another try helps', async () => {
    const { page } = await newReader(here.browser);
    await answer(page, '**/api/v1/**', list());
    await answer(page, '**/api/v1/areas?*', list(council));
    await answer(page, /\/summary$/, { name: 'Wiltshire' });
    await page.goto(here.site.url);
    const said = page.getByRole('alert');
    expect(await said.innerText()).toContain('This page could not be made');
    expect(await violations(page)).toEqual([]);
    await answer(page, /\/summary$/, summaryOf(council));
    await answer(page, /\/series\//, 500);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.part-overall').waitFor();
    await page.close();
  });

  test('without a connection it says so, and comes by itself once there is one', async () => {
    const { page } = await newReader(here.browser);
    await answerForWiltshire(page);
    await page.goto(`${here.site.url}/?area=none`);
    await settled(page);
    await page.route('**/api/v1/areas?*', (route) => route.abort());
    await page.context().setOffline(true);
    await goTo(page, '/');
    await page.getByText('You are offline').waitFor();
    await answer(page, '**/api/v1/areas?*', list(council));
    await page.context().setOffline(false);
    await page.locator('.part-overall').waitFor();
    await page.close();
  });

  test('no script at all: after a while the document itself says what to do', async () => {
    const { page } = await newReader(here.browser);
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(here.site.url);
    expect(await page.locator('h1').innerText()).toBe('Loading the figures');
    await page.locator('.loading-long').waitFor();
    expect(await page.locator('.loading-long').innerText()).toContain('load the page again');
    await page.close();
  });
});

test('while figures are on their way the page says so', async () => {
  const { page } = await newReader(here.browser);
  await page.route('**/api/v1/**', () => undefined);
  await page.goto(here.site.url);
  expect(await page.getByRole('status').innerText()).toContain('One moment');
  expect(await page.locator('h1').innerText()).toBe('Loading the figures');
  expect(await violations(page)).toEqual([]);
  await page.close();
});

test('of several councils one is chosen; the address carries the choice and the back button undoes it', async () => {
  const { page } = await newReader(here.browser);
  await answer(page, '**/api/v1/**', list());
  await answer(page, '**/api/v1/areas?*', list(another, council));
  await answer(page, /\/series\//, 500);
  for (const each of [council, another])
    await answer(page, new RegExp(`/${each.code}/summary$`), summaryOf(each));
  await page.goto(`${here.site.url}/?area=${council.code}`);
  await settled(page);
  expect(await page.locator('h1').innerText()).toBe('Wiltshire');
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Council').selectOption(another.name);
  await page.getByRole('heading', { level: 1, name: another.name }).waitFor();
  expect(new URL(page.url()).searchParams.get('area')).toBe(another.code);
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: council.name }).waitFor();
  expect(await page.getByLabel('Council').inputValue()).toBe(council.code);
  await page.close();
});
