import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Task } from './documented.ts';
import { visit } from './visit.ts';

/** Asked where a file is sent that is refused: the sample has none. */
export const REFUSED = 'Why was my file refused?';

/** What the papers of January 2025 say of each question; of the chance, that there is one. */
const answered: Readonly<Record<string, readonly RegExp[]>> = {
  'Is the plan on track, and why?': [/Red: well off track/, /650 \(11\.4%\) above plan/, /£14\.99m/],
  'What changed since November?': [/INMSS placements October 2024 362 359 corrected/, /EHCPs December 2024/],
  'Which group fell furthest behind at Key Stage 2?': [
    /Furthest behind England: KS2 RWM, disadvantaged: 38%, 10 percentage points below England/,
  ],
  [REFUSED]: [/Nothing of this file was taken\./, /Row 1 has "hello"/, /Open “notes\.csv”/],
  'Will the plan be missed, when, and how sure is that?': [
    /Will the plan be kept\? No, most likely not/,
    /up to March 2025 .* is \d+%/,
  ],
};

/** From the first page on, clicks links by what can be read of them, and finds the answer under its heading. */
export async function findOut(page: Page, url: string, { question, clicks, heading }: Task): Promise<void> {
  expect(clicks.length).toBeLessThanOrEqual(3);
  await visit(page, url);
  for (const label of clicks) {
    // Not exactly that name: a link may say to who cannot see the table which row it belongs to.
    await page.getByRole('link', { name: label }).filter({ visible: true }).first().click();
    await page.locator('main h1:not(:has-text("Loading"))').waitFor();
  }
  const part = page.locator('main section').filter({ has: page.getByRole('heading', { name: heading }) });
  await part.first().waitFor();
  const said = (await part.first().innerText()).replace(/\s+/g, ' ');
  const answer = answered[question];
  expect(answer).toBeDefined();
  for (const text of answer ?? []) expect(said).toMatch(text);
}
