import type { Page } from 'playwright-core';
import { another, answer, council, list } from '../stub.ts';

/** Lets the reader see a second council, with the figures of the sample's under its own code and name. */
export async function seeAnother(page: Page): Promise<void> {
  await answer(page, '**/api/v1/areas?*', list(council, another));
  await page.route(`**/api/v1/areas/${another.code}/**`, async (route) => {
    const sample = await route.fetch({ url: route.request().url().replace(another.code, council.code) });
    await route.fulfill({
      response: sample,
      body: (await sample.text()).replaceAll(council.name, another.name),
    });
  });
}
