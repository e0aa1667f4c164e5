import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { area } from '../pipeline/system.ts';
import { newReader } from './reader.ts';
import { reading } from './running.ts';

let page: Page;

const ADDRESS = `?area=${area}&page=programme`;

const here = reading(async ({ system, browser }) => {
  ({ page } = await newReader(browser));
  await page.goto(`${system.runtime.url}/${ADDRESS}`);
  await page.locator('.part-conditions .entry').first().waitFor();
});

const conditionsSchema = z.object({
  items: z.array(
    z.object({
      condition: z.string(),
      text: z.string(),
      ratings: z.array(z.object({ rating: z.string().nullable() })),
      evidence: z.array(z.object({ metric: z.string(), text: z.string().nullable() })),
    }),
  ),
});

describe('the page of the programme', () => {
  test('shows each condition with the ratings of every update and what the figures say', async () => {
    const { items } = await here.system.get(`/areas/${area}/conditions?limit=200`, conditionsSchema);
    expect(await page.locator('.part-conditions .entry').count()).toBe(items.length);
    for (const { condition, text, ratings, evidence } of items) {
      const entry = page.locator('.part-conditions .entry').filter({ hasText: `${condition}. ${text}` });
      const said = (await entry.innerText()).replace(/\s+/g, ' ');
      expect(await entry.locator('.rating-history .rating').allInnerTexts()).toEqual(
        ratings
          .toReversed()
          .flatMap(({ rating }) =>
            rating === null ? [] : [rating.charAt(0).toUpperCase() + rating.slice(1)],
          ),
      );
      for (const each of evidence) if (each.text !== null) expect(said).toContain(each.text);
    }
  });

  test('condition 3.1 shows that the figures are red while officers said amber', async () => {
    const entry = page.locator('.part-conditions .entry').filter({ hasText: '3.1. ' });
    expect(await entry.locator('.rating-history .rating').allInnerTexts()).toEqual([
      'Green',
      'Amber',
      'Amber',
    ]);
    expect(await entry.locator('.evidence li').first().innerText()).toMatch(/^Red/);
  });

  test('counts the interventions of each kind, and opens a group by the keyboard', async () => {
    expect(await page.locator('.part-interventions > p').first().innerText()).toContain(
      '27 New, 25 Accelerate, 13 Optimise, 1 Pause',
    );
    const group = page.locator('.part-interventions details').first();
    await group.locator('summary').focus();
    await page.keyboard.press('Enter');
    await group.locator('.table-interventions').waitFor({ state: 'visible' });
  });

  test('counts workstreams by status, and says which milestones are late', async () => {
    const rated = z.object({
      items: z.array(z.object({ programme: z.string(), rating: z.string().nullable() })),
    });
    const { items } = await here.system.get(`/areas/${area}/programme?limit=200`, rated);
    const rows = await page.locator('.table-counts tbody tr').allInnerTexts();
    const programmes = [...Map.groupBy(items, ({ programme }) => programme)];
    expect(rows).toHaveLength(programmes.length);
    for (const [name, all] of programmes)
      expect(rows.find((row) => row.includes(name))?.replace(name, '')).toMatch(
        new RegExp(`^\\s*${all.length}\\s`),
      );
    const milestone = z.object({ milestone: z.string(), overdueDays: z.number().nullable() });
    const found = await here.system.get(
      `/areas/${area}/milestones?limit=200`,
      z.object({ items: z.array(milestone) }),
    );
    const late = found.items.filter(({ overdueDays }) => overdueDays !== null);
    const said = await page.locator('.part-milestones .finding').innerText();
    // The register gives months: no day is made up, and the last of a month is in time.
    expect(said).toContain('The next is due in September 2025.');
    const firstDue = await page.locator('.table-milestones td[data-heading="Due"]').first().innerText();
    expect(firstDue).toMatch(/^September 2024\s+101 days late$/);
    expect(said).toContain(`${late.length} of ${found.items.length} milestones`);
    expect(said).toContain(`by ${late[0]?.overdueDays} days`);
  });

  test('lays each scored risk where its impact and likelihood meet, with its movement in words', async () => {
    const risk = z.object({
      ...{ text: z.string(), impact: z.number().nullable(), likelihood: z.number().nullable() },
      score: z.number().nullable(),
    });
    const { items } = await here.system.get(
      `/areas/${area}/risks?limit=200`,
      z.object({ items: z.array(risk) }),
    );
    const scored = items.filter(({ score }) => score !== null);
    expect(await page.locator('.matrix li').count()).toBe(scored.length);
    for (const { text, impact, likelihood, score } of scored) {
      const cell = page
        .locator('.matrix tbody tr')
        .filter({ hasText: `Likelihood ${likelihood}` })
        .locator('td')
        .nth((impact ?? 0) - 1);
      expect((await cell.innerText()).replace(/\s+/g, ' ')).toBe(`${score} ${text} first score`);
    }
  });

  test('says of each intervention with an effect how it goes, as the API does', async () => {
    const intervention = z.object({
      text: z.string(),
      effectPerMonth: z.number().nullable(),
      progress: z.object({ text: z.string() }),
    });
    const { items } = await here.system.get(
      `/areas/${area}/interventions?limit=200`,
      z.object({ items: z.array(intervention) }),
    );
    const rows = await page.locator('.table-progress tbody tr').allInnerTexts();
    const expected = items.filter(({ effectPerMonth }) => effectPerMonth !== null);
    expect(rows).toHaveLength(expected.length);
    for (const [at, { text, progress }] of expected.entries()) {
      expect(rows[at]).toContain(text);
      expect(rows[at]).toContain(progress.text);
    }
  });

  test('links of the page lead to its parts and leave the back button alone', async () => {
    const before = page.url();
    await page.getByRole('navigation', { name: 'On this page' }).getByText('Risks').click();
    expect(await page.evaluate('document.activeElement.id')).toBe('risks-heading');
    expect(page.url()).toBe(before);
  });
});
