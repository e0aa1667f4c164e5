import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type System, startSystem } from '../pipeline/system.ts';
import { startBrowser } from './reader.ts';
import { type Site, startSite } from './site.ts';

/** What runs while the tests of a file do. */
export type Running = {
  readonly system: System;
  readonly browser: Browser;
  /** The pages under the strictest policy that they must work with. */
  readonly site: Site;
};

/**
 * Starts a system, its pages and a browser before the tests of a file, and ends them after; `then` prepares more.
 * What runs is there from the first test on.
 */
export function running(
  { samples }: { readonly samples: boolean },
  then: (here: Running) => Promise<void> = async () => undefined,
): Running {
  let started: Running | undefined;
  const here = () => {
    if (started === undefined) throw new Error('Nothing runs before the first test');
    return started;
  };
  beforeAll(async () => {
    const system = await startSystem({ samples });
    const site = await startSite(system.runtime.url);
    started = { system, site, browser: await startBrowser() };
    await then(started);
  }, 180_000);
  afterAll(async () => {
    const { browser, site, system } = here();
    await browser.close();
    await site.stop();
    await system.stop();
  });
  return {
    get system() {
      return here().system;
    },
    get browser() {
      return here().browser;
    },
    get site() {
      return here().site;
    },
  };
}
