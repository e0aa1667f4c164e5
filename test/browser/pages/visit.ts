import type { Page } from 'playwright-core';

/** The widths of a phone, a tablet and a desk. */
export const WIDTHS = [360, 768, 1280] as const;

/** The width of A4 less its margins, at 96 pixels an inch. */
export const PAPER = 688;

// Looked at anew with every frame; Playwright's own waiting needs `eval`, which the policy of the pages forbids.
const ARRIVED = `new Promise((done) => {
  const look = () => {
    const isThere =
      document.querySelector('main h1') !== null &&
      document.querySelector('main .loading') === null &&
      [...document.querySelectorAll('.chart-holder, .drawing')]
        .every((place) => place.clientWidth === 0 || place.querySelector('svg') !== null) &&
      [...document.querySelectorAll('.workbench-result')].every((result) => result.querySelector('svg') !== null);
    if (isThere) done();
    else requestAnimationFrame(look);
  };
  look();
})`;

/** Opens an address, and waits until the page has all that it asks for and every chart in sight is drawn. */
export async function visit(page: Page, url: string): Promise<void> {
  const open = new Set<unknown>();
  const begun = (request: unknown) => open.add(request);
  const ended = (request: unknown) => open.delete(request);
  page.on('request', begun).on('requestfinished', ended).on('requestfailed', ended);
  await page.goto(url);
  do {
    await page.evaluate(ARRIVED);
    await nextFrames(page);
  } while (open.size > 0);
  await page.evaluate(ARRIVED);
  page.off('request', begun).off('requestfinished', ended).off('requestfailed', ended);
}

/** Lets the page lay itself out and draw, as after a change of width. */
export async function nextFrames(page: Page): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

/** Opens every part that is folded away. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate("for (const each of document.querySelectorAll('main details')) each.open = true;");
  await nextFrames(page);
}
