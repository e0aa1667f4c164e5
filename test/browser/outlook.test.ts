import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { monthText } from '../../shared/period/month-text.ts';
import { chanceText } from '../../shared/rating/figure-text.ts';
import { month } from '../forecast/series.ts';
import { dropGrowingCouncil } from '../pipeline/growing-council.ts';
import { area } from '../pipeline/system.ts';
import { newReader } from './reader.ts';
import { running } from './running.ts';

const here = running({ samples: false }, ({ system }) => dropGrowingCouncil(system));

const answer = z.object({
  forecast: z.object({
    explanation: z.string(),
    backtest: z.array(z.object({ origins: z.number(), mase: z.number(), coverage80: z.number() })),
    passing: z.array(
      z.object({
        against: z.enum(['limit', 'plan']),
        byMonth: z.array(z.object({ period: z.string(), probability: z.number() })),
        expected: z.object({ period: z.string() }),
      }),
    ),
  }),
});

describe('the page of a council whose plans grow through plan and limit', () => {
  test.each([360, 1280])(
    'at %i px says by month how likely, and by when, each will be passed, as the API does',
    async (width) => {
      const { forecast } = await here.system.get(`/areas/${area}/series/ehcp.active`, answer);
      expect(forecast.passing.map(({ against }) => against)).toEqual(['limit', 'plan']);
      const { page } = await newReader(here.browser, width);
      await page.goto(`${here.site.url}/?area=${area}&page=measure&metric=ehcp.active`);
      await page.locator('.part-outlook').waitFor();
      const parts = await page.locator('.part-outlook .outlook').all();
      expect(parts).toHaveLength(2);
      for (const [at, { against, byMonth, expected }] of forecast.passing.entries()) {
        const said = (await parts[at]?.innerText())?.replace(/\s+/g, ' ') ?? '';
        const what = against === 'limit' ? 'The limit will be passed' : 'The plan will be missed';
        expect(said).toContain(`${what} by ${monthText(month(expected.period))}, more likely than not.`);
        const rows = await parts[at]?.locator('tbody tr').allInnerTexts();
        expect(rows).toHaveLength(byMonth.length);
        for (const [place, { period, probability }] of byMonth.entries()) {
          expect(rows?.[place]).toContain(monthText(month(period)));
          expect(rows?.[place]).toContain(chanceText(probability));
        }
      }
      expect(await page.locator('.part-outlook').innerText()).toContain(forecast.explanation);
      // Nothing a reader sees is written as 2024-12.
      expect(forecast.explanation).not.toMatch(/\d{4}-\d{2}/);
      await page.close();
    },
  );

  test('says how its forecasts did beside repeating the year before, and how many ranges held', async () => {
    const { forecast } = await here.system.get(`/areas/${area}/series/ehcp.active`, answer);
    const { page } = await newReader(here.browser);
    await page.goto(`${here.site.url}/?area=${area}&page=measure&metric=ehcp.active`);
    await page.locator('.table-accuracy').first().waitFor();
    const rows = await page.locator('.table-accuracy tbody tr').allInnerTexts();
    expect(rows).toHaveLength(4);
    for (const [at, { origins, mase, coverage80 }] of forecast.backtest.entries()) {
      expect(rows[at]).toContain(`${Math.round(100 * mase)}% of that error`);
      expect(rows[at]).toContain(`${Math.round(coverage80 * origins)} of ${origins}`);
    }
    await page.close();
  });
});
