import type { Page } from 'playwright-core';
import * as z from 'zod';

const shownSchema = z.object({
  rows: z.array(z.string()),
  gathered: z.array(z.string()),
  lines: z.array(z.string()),
});

/**
 * Tables whose rows are put together from several answers, or count over them: of similar councils side by side, of
 * errors of forecasts, of workstreams by status, the risk matrix, a scenario's
 * years beside the plan and without what is done, the assumptions of the money, and the earlier figures of a month with
 * the files that said them. Their numbers are held against all answers at once.
 */
const GATHERED =
  '.table-comparators, .table-accuracy, .table-counts, .table-due, .matrix, .table-assumptions, .table-versions, .workbench-result table';

const COLLECT = `(() => {
  const plain = (text) => text.replace(/\\s+/g, ' ').trim();
  const all = [...document.querySelectorAll('main tbody tr')].map((row) => ({
    text: plain([...row.cells].map((cell) => cell.innerText).join(' | ')),
    gathered: row.closest(${JSON.stringify(GATHERED)}) !== null,
  }));
  const said = [...document.querySelectorAll('main svg[aria-label]')].map((each) => each.getAttribute('aria-label'));
  const apart = [...document.querySelectorAll('main tbody, main svg, main select, main input, main textarea, main .terms, main .words-found, main .used-by summary')];
  for (const each of apart) each.style.display = 'none';
  const lines = document.querySelector('main').innerText.split('\\n').map(plain);
  for (const each of apart) each.style.removeProperty('display');
  return {
    rows: all.filter((row) => !row.gathered).map((row) => row.text),
    gathered: all.filter((row) => row.gathered).map((row) => row.text),
    lines: [...lines, ...said],
  };
})()`;

/** All that a page shows to be read: the rows of its tables, and every other line with what its charts say of themselves. */
export async function shownText(page: Page): Promise<z.output<typeof shownSchema>> {
  return shownSchema.parse(await page.evaluate(COLLECT));
}
