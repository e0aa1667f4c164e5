import type { Page } from 'playwright-core';

export const council = { code: 'E06000054', name: 'Wiltshire' };
export const another = { code: 'E06000022', name: 'Bath and North East Somerset' };

/** Answers a part of the API with a body, or with a problem of that status. */
export async function answer(page: Page, path: string | RegExp, given: object | number): Promise<void> {
  await page.route(path, (route) =>
    typeof given === 'number'
      ? route.fulfill({
          status: given,
          contentType: 'application/problem+json',
          body: JSON.stringify({ title: 'Problem', status: given, detail: 'As the test says.' }),
        })
      : route.fulfill({ json: given }),
  );
}

export const list = (...items: readonly object[]) => ({ items, next: null });

export const summaryOf = ({ code, name }: typeof council) => ({
  ...{ area: code, name, madeAt: '2025-01-09T09:00:00.000Z' },
  overall: { rating: 'grey', reasons: [], why: 'Not rated.', notCounted: [], officers: null },
  headlines: [],
  children: [],
  inYearGoal: { financialYear: 'FY2024', metric: 'dsg.in-year-balance', reached: null, text: 'Not known.' },
  alerts: { open: 0, bySeverity: { critical: 0, warning: 0, info: 0 }, items: [] },
  changes: { since: null, reviewed: null, total: 0, items: [] },
  ...{
    drops: [],
    sources: [],
    overdue: [],
    programmes: [],
    workstreams: [],
    topRisks: [],
    registersNote: '',
    outcomes: { stages: [], assessments: [], groups: [] },
  },
});
