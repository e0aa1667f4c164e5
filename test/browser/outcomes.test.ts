import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { scorecardSchema } from '../../shared/recompute/outcomes/scorecard-view.ts';
import { area } from '../pipeline/system.ts';
import { newReader } from './reader.ts';
import { reading } from './running.ts';

let page: Page;

const SCORECARD = `?area=${area}&page=scorecard&stage=ks2`;
const GAPS = `?area=${area}&page=gaps&metric=ks2.rwm&group=disadvantaged`;

const here = reading(async ({ system, browser }) => {
  ({ page } = await newReader(browser));
  await page.goto(`${system.runtime.url}/${SCORECARD}`);
  await page.locator('.table-scorecard').waitFor();
});

const open = async (address: string, wanted: string) => {
  await page.goto(`${here.system.runtime.url}/${address}`);
  await page.locator(wanted).first().waitFor();
};
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('the scorecard', () => {
  test('has the council first, the region in the middle and England after, the council’s column shaded', async () => {
    const headings = await page.locator('.table-scorecard thead th').allInnerTexts();
    expect(headings.map(plain).slice(0, 5)).toEqual([
      'Result',
      'Wiltshire',
      'South West',
      'England',
      'Similar councils (mean of 10)',
    ]);
    const background = (cell: string) =>
      page.evaluate(
        `getComputedStyle(document.querySelector('.table-scorecard tbody tr ${cell}')).backgroundColor`,
      );
    expect(await background('td.own')).not.toBe(await background('td:not([class])'));
  });

  test('says of each gap whether it is good in a word, and that no number of pupils is published', async () => {
    const row = plain(await page.locator('.table-scorecard tbody tr').first().innerText());
    expect(row).toContain('59%');
    expect(row).toMatch(/−4 pp ▼ worse/);
    expect(row).toContain('place 10 of 11, shared');
    expect(row).toContain('Amber');
    expect(await page.locator('.table-scorecard caption').innerText()).toContain(
      'Left out because empty: Pupils',
    );
    expect(plain(await page.locator('.stage-rating').innerText())).toContain('Officers say not published');
  });

  test('shows every row of the answer that has a figure, and says of the others why', async () => {
    const card = await here.system.get(`/areas/${area}/scorecards/ks2`, scorecardSchema);
    const known = card.rows.filter(({ council }) => council.value !== null);
    expect(await page.locator('.table-scorecard tbody tr').count()).toBe(known.length);
    const said = plain(await page.locator('.part-absent').innerText());
    for (const { shortName, council } of card.rows.filter(({ council: own }) => own.value === null)) {
      expect(said).toContain(shortName);
      expect(said).toContain(council.why);
    }
    expect((await page.locator('.key-points li').allInnerTexts()).map(plain)).toHaveLength(
      card.keyPoints.length,
    );
    expect(await page.locator('.part-notes').innerText()).toContain('Pupil Premium Plus');
  });

  test('draws every result in percent beside England’s, all pupils first, and says where it is furthest behind', async () => {
    const { rows } = await here.system.get(`/areas/${area}/scorecards/ks2`, scorecardSchema);
    const shares = rows.filter(
      ({ unit, council, national }) => unit === 'ratio' && council.value !== null && national.value !== null,
    );
    const part = page.locator('.part-beside-england');
    expect(await part.locator('.row-own').count()).toBe(shares.length);
    expect(await part.locator('.row-label').first().textContent()).toBe('KS2 RWM');
    expect(await part.locator('.row-figure-own').first().textContent()).toBe('59%');
    expect(plain(await part.locator('.finding').innerText())).toMatch(
      new RegExp(
        `^In \\d+ of ${shares.length} results .* Furthest behind: KS2 RWM, disadvantaged, by 10 percentage points\\.$`,
      ),
    );
    expect(await part.innerText()).toContain('Mean scores are in points');
  });

  test('keeps its headings in sight while it is read', async () => {
    const top = () =>
      page.evaluate("document.querySelector('.table-scorecard thead th').getBoundingClientRect().top");
    await page.evaluate(
      "document.querySelectorAll('.table-scorecard tbody tr')[8].scrollIntoView({ block: 'center' })",
    );
    expect(Number(await top())).toBeGreaterThanOrEqual(0);
    expect(Number(await top())).toBeLessThan(5);
  });

  test('a key point leads to its figures, and a year to that year', async () => {
    await page.locator('.key-points a').nth(1).click();
    await page.locator('svg.chart').waitFor();
    expect(await page.locator('h1').innerText()).toContain('disadvantaged');
    await open(SCORECARD, '.table-scorecard');
    await page.getByRole('link', { name: '2021/22', exact: true }).click();
    await page.locator('.notice').waitFor();
    expect(await page.locator('h1').innerText()).toBe('Key Stage 2, 2021/22');
    expect(await page.locator('.notice').innerText()).toContain('Covid');
  });
});

describe('gaps over the years', () => {
  test('draw no line through the years of Covid, and have every figure in the table', async () => {
    await open(GAPS, 'svg.chart');
    expect(await page.locator('.year-mark-council').count()).toBe(8);
    expect(await page.locator('.year-mark-council[data-period=AY2019]').count()).toBe(0);
    expect(await page.locator('svg.chart .missing').count()).toBe(2);
    const path = await page.locator('.year-line-council').getAttribute('d');
    expect(path?.match(/M/g)).toHaveLength(2);
    const rows = await page.locator('.table-gaps tbody tr').allInnerTexts();
    expect(rows).toHaveLength(10);
    expect(plain(rows[0] ?? '')).toMatch(/^2024\/25 .*38%.*65%.*−10 pp/);
    expect(plain(rows[4] ?? '')).toContain('because of Covid');
  });

  test('name each line at its end with its last figure, in a key where there is no room, and mark the year of Covid', async () => {
    await open(GAPS, 'svg.chart');
    const named = await page.locator('svg.chart text.label').allTextContents();
    expect(named.join(' ')).toContain('Pupils who are not disadvantaged 65% England 48%');
    expect(named.at(-1)).toBe('Wiltshire 38%');
    expect(await page.locator('.key-line').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('svg.chart .covid').allTextContents()).toEqual(['Covid']);
    await page.setViewportSize({ width: 360, height: 900 });
    await page.locator('svg.chart:not(.chart-named)').waitFor();
    expect(await page.locator('.key-line').filter({ visible: true }).count()).toBe(5);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('say how far the council has come, and whether that is good', async () => {
    expect(plain(await page.locator('.finding').innerText())).toContain(
      'Since 2018/19: Wiltshire down 4 percentage points, which is worse',
    );
  });
});

describe('the first page', () => {
  test('has a rating of each stage by figures and officers, and leads to the scorecard', async () => {
    await open(`?area=${area}`, '.part-school-results');
    const rows = (await page.locator('.table-stages tbody tr').allInnerTexts()).map(plain);
    expect(rows).toHaveLength(5);
    expect(rows[2]).toMatch(/^Key Stage 2 2024\/25 Amber not published/);
    await page.locator('.table-stages').getByRole('link', { name: 'Key Stage 4' }).click();
    await page.locator('.table-scorecard').waitFor();
    expect(await page.locator('#pages > li > a[aria-current]').innerText()).toBe('Education outcomes');
  });
});
