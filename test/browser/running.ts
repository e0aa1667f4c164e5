import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { sampleSystemUrl } from '../once/sample-system.ts';
import { type ReadSystem, readSystem, type System, startSystem } from '../pipeline/system.ts';
import { startBrowser } from './reader.ts';
import { type Site, startSite } from './site.ts';

/** What runs while the tests of a file do. */
export type Running<Kind extends ReadSystem> = {
  readonly system: Kind;
  readonly browser: Browser;
  /** The pages under the strictest policy that they must work with. */
  readonly site: Site;
};

/**
 * Starts a system of the file's own, its pages and a browser before the tests of a file, and ends them after; `then`
 * prepares more. What runs is there from the first test on.
 */
export function running(
  { samples }: { readonly samples: boolean },
  then?: (here: Running<System>) => Promise<void>,
): Running<System> {
  return around(
    () => startSystem({ samples }),
    (system) => system.stop(),
    then,
  );
}

/** The same with the system of all files that has the sample council's figures, and that no test may change. */
export function reading(then?: (here: Running<ReadSystem>) => Promise<void>): Running<ReadSystem> {
  return around(
    async () => readSystem(await sampleSystemUrl()),
    async () => undefined,
    then,
  );
}

function around<Kind extends ReadSystem>(
  start: () => Promise<Kind>,
  stop: (system: Kind) => Promise<void>,
  then: (here: Running<Kind>) => Promise<void> = async () => undefined,
): Running<Kind> {
  let started: Running<Kind> | undefined;
  const here = () => {
    if (started === undefined) throw new Error('Nothing runs before the first test');
    return started;
  };
  beforeAll(async () => {
    const system = await start();
    const site = await startSite(system.runtime.url);
    started = { system, site, browser: await startBrowser() };
    await then(started);
  }, 300_000);
  afterAll(async () => {
    const { browser, site, system } = here();
    await browser.close();
    await site.stop();
    await stop(system);
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
