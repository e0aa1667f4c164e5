import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { feedById, feeds } from '../../../shared/catalogue/feeds/feeds.ts';
import { metricById } from '../../../shared/catalogue/metrics.ts';
import { plainHeading } from '../../../shared/reading/heading.ts';

describe('the feeds', () => {
  test('the list and the folder agree', () => {
    const files = readdirSync(new URL('../../../shared/catalogue/feeds/', import.meta.url));
    const named = files
      .map((file) => file.replace('.ts', ''))
      .filter((file) => !['feed', 'feeds'].includes(file));
    expect(feeds.map((feed) => feed.id).sort()).toEqual(named.sort());
  });

  test('a feed is found by its id, and nothing else is', () => {
    expect(feedById('send-monthly')?.title).toBe('SEND monthly figures');
    expect(feedById('__proto__')).toBeUndefined();
  });

  test.each(feeds)('$id has one meaning for each heading', ({ columns }) => {
    const meanings = new Map<string, string>();
    for (const { name, variants } of columns) {
      for (const heading of [name, ...variants]) {
        const plain = plainHeading(heading);
        expect(meanings.get(plain) ?? name, heading).toBe(name);
        meanings.set(plain, name);
      }
    }
  });

  test.each(feeds)('$id describes every column, and parts are of columns that are there', ({ columns }) => {
    const names = columns.map(({ name }) => name);
    for (const { name, description, partOf } of columns) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(description).toMatch(/\.$/);
      if (partOf !== undefined) expect(names).toContain(partOf);
    }
  });

  test.each(feeds)('$id fills metrics that are measured, in their unit', ({ columns }) => {
    for (const { holds } of columns) {
      if (holds.kind === 'figure') expect(metricById(holds.metric)?.unit, holds.metric).toBe(holds.unit);
    }
  });

  test('send-monthly has the columns of the contract', () => {
    expect(feedById('send-monthly')?.columns.map(({ name }) => name)).toEqual(
      'month ehcp_active ehcna_requests ehcna_backlog no_to_assess assessments_completed no_to_issue new_plans new_plans_early_years plans_ceased plans_ceased_under_16_outcomes_met transferred_in post16_ceased post16_ceased_neet inmss_placed special_places_planned special_places_delivered special_places_filled special_places_shortfall_cost plans_issued_20_weeks plans_issued_20_weeks_base tribunal_appeals'.split(
        ' ',
      ),
    );
  });

  test('finance-monthly has the columns of the contract', () => {
    expect(feedById('finance-monthly')?.columns.map(({ name }) => name)).toEqual(
      'month financial_year hnb_income_forecast hnb_spend_forecast dsg_in_year_balance_forecast dsg_cumulative_balance_forecast inmss_spend_forecast'.split(
        ' ',
      ),
    );
  });
});
