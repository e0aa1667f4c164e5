import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { startBrowser } from './reader.ts';
import { type Site, startSite } from './site.ts';

/** The pages without a system behind them: each test says itself what the API answers. */
export type Stubbed = { readonly site: Site; readonly browser: Browser };

/** Serves the pages and starts a browser before the tests of a file, and ends both after. */
export function stubbed(): Stubbed {
  let started: Stubbed | undefined;
  const here = () => {
    if (started === undefined) throw new Error('Nothing runs before the first test');
    return started;
  };
  beforeAll(async () => {
    started = { site: await startSite(), browser: await startBrowser() };
  }, 60_000);
  afterAll(async () => {
    const { browser, site } = here();
    await browser.close();
    await site.stop();
  });
  return {
    get site() {
      return here().site;
    },
    get browser() {
      return here().browser;
    },
  };
}
