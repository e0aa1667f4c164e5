import type { Page } from 'playwright-core';
import * as z from 'zod';

/** Short forms that everybody meets every day, and the one that is explained under “Financial year”. */
const EVERYDAY = new Set(['API', 'CEOs', 'CSV', 'JSON', 'PDF', 'XLSX', 'FY2024']);

/** `EHCPs`, `DaD2`, `KS2`; what begins with a digit is the number of a file. */
const SHORT_FORM = /(?<![\p{L}\p{N}])\p{L}[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*/gu;

const shownSchema = z.object({ texts: z.array(z.string()), explained: z.array(z.string()) });

const COLLECT = `(() => {
  const texts = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.data);
  return { texts, explained: [...document.querySelectorAll('main .terms dt')].map((term) => term.textContent) };
})()`;

/** Short forms that stand in a page's text and that the page itself does not explain. */
export async function unexplained(page: Page): Promise<readonly string[]> {
  const { texts, explained } = shownSchema.parse(await page.evaluate(COLLECT));
  const used = new Set(texts.flatMap((text) => text.match(SHORT_FORM) ?? []));
  return [...used].filter((form) => !EVERYDAY.has(form) && !explained.includes(form.replace(/s$|\d$/, '')));
}
