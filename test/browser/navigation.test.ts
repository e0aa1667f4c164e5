import { describe, expect, test } from 'vitest';
import { siteMap } from '../../dashboard/site-map.ts';
import { newReader, settled, violations } from './reader.ts';
import { another, answer, council, list, summaryOf } from './stub.ts';
import { stubbed } from './stubbed.ts';

const here = stubbed();

async function openAt(address: string, width = 1280) {
  const { page } = await newReader(here.browser, width);
  await answer(page, '**/api/v1/**', list());
  await answer(page, '**/api/v1/areas?*', list(council, another));
  await answer(page, /\/summary(\?|$)/, summaryOf(council));
  await answer(page, /\/series\//, 500);
  await page.goto(`${here.site.url}/${address}`);
  await page.locator('#pages > li > a[aria-current]').waitFor({ state: 'attached' });
  return page;
}

describe('the navigation', () => {
  test('marks the group of the page, and the page itself or the one above it', async () => {
    const page = await openAt('');
    for (const { title, pages } of siteMap) {
      const { page: last } = pages.at(-1) ?? pages[0];
      await page.goto(`${here.site.url}/?page=${last}`);
      const group = page.locator('#pages > li > a[aria-current]');
      await group.waitFor();
      expect(await group.allInnerTexts()).toEqual([title]);
      expect(await page.locator('#pages ul a[aria-current]').count(), last).toBe(1);
    }
    await page.close();
  });

  test.each([360, 768, 1280])(
    'at %i px: groups stand in one row or behind a button, nothing is cut off',
    async (width) => {
      const page = await openAt('?page=correlation', width);
      const isPhone = width === 360;
      expect(await page.locator('#menu').isVisible()).toBe(isPhone);
      expect(await page.locator('#pages').isVisible()).toBe(!isPhone);
      const tops = await page.evaluate(
        '[...new Set([...document.querySelectorAll("#pages > li > a")].map((link) => link.offsetTop))].length',
      );
      expect(tops).toBe(1);
      const hidden = await page.evaluate(
        '((list) => list.scrollWidth - list.clientWidth)(document.querySelector("#pages > li:has(> [aria-current]) > ul"))',
      );
      expect(hidden).toBe(0);
      expect(await violations(page)).toEqual([]);
      await page.close();
    },
  );

  test('on a phone opens with the keyboard, closes with Escape, and gives the focus back', async () => {
    const page = await openAt('', 360);
    await settled(page);
    const button = page.locator('#menu');
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    await page.getByRole('link', { name: 'Data', exact: true }).focus();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('#pages').isVisible()).toBe(false);
    expect(await page.evaluate('document.activeElement.id')).toBe('menu');
    await page.close();
  });

  test('every link keeps the council and the day; within the results of schools the year too', async () => {
    const page = await openAt(`?area=${another.code}&page=scorecard&stage=ks2&year=AY2023&asOf=2024-11-30`);
    for (const link of await page.locator('#pages a').all()) {
      const { searchParams } = new URL((await link.getAttribute('href')) ?? '', here.site.url);
      expect(searchParams.get('area')).toBe(another.code);
      expect(searchParams.get('asOf')).toBe('2024-11-30');
    }
    const year = async (name: string) =>
      new URL(
        (await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? '',
        here.site.url,
      ).searchParams.get('year');
    expect(await year('School types')).toBe('AY2023');
    expect(await year('Programme')).toBeNull();
    await page.close();
  });
});

describe('the description of the API', () => {
  test('is found from the foot of every page, without a script, at every width', async () => {
    const page = await openAt('');
    expect(await page.locator('footer a').getAttribute('href')).toBe('/api.html');
    await page.close();
    const { page: described, complaints } = await newReader(here.browser);
    await described.goto(`${here.site.url}/api.html`);
    for (const width of [360, 768, 1280]) {
      await described.setViewportSize({ width, height: 900 });
      expect(
        await described.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        ),
      ).toBe(0);
    }
    await described.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true; })');
    expect(await violations(described)).toEqual([]);
    expect(complaints).toEqual([]);
    await described.close();
  });
});
