import { describe, expect, test } from 'vitest';
import { metrics } from '../../../shared/catalogue/metrics.ts';
import { recompute } from '../../../shared/recompute/recompute.ts';

const { summary } = recompute({
  area: 'E06000054',
  known: { drops: [], blocks: [] },
  catalogue: metrics,
  now: new Date('2025-01-09T10:00:00.000Z'),
  dashboardUrl: 'http://127.0.0.1:8080',
  earlier: { alerts: [], forecasts: {} },
});

describe('the summary of a council without a file', () => {
  test('is grey and says why', () => {
    expect(summary.overall.rating).toBe('grey');
    expect(summary.overall.why).toBe('Not rated: there is no figure yet to hold against a plan.');
    expect(summary.inYearGoal.reached).toBeNull();
  });

  test('names the headline metrics, each without a figure and without a rating', () => {
    expect(summary.headlines.map(({ metric }) => metric)).toEqual([
      'ehcp.active',
      'inmss.share.r12',
      'dsg.in-year-balance',
      'dsg.cumulative-balance',
    ]);
    for (const { latest, absence, plan, limit, rating, lastYear, neighbours, outlook } of summary.headlines) {
      expect(absence).toEqual({ period: null, status: null, text: 'Not published' });
      expect(
        [latest, plan, limit, rating, lastYear, neighbours, outlook].every((part) => part === null),
      ).toBe(true);
    }
  });

  test('has no alert, change or file, and every source never refreshed', () => {
    expect(summary.alerts.open).toBe(0);
    expect(summary.changes).toEqual({ since: null, reviewed: null, total: 0, items: [] });
    expect(summary.drops).toEqual([]);
    for (const source of summary.sources) {
      expect(source).toMatchObject({ files: 0, knownAt: null, receivedAt: null, latestPeriod: null });
    }
  });
});
