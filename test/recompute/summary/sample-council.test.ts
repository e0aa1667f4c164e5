import { beforeAll, describe, expect, test } from 'vitest';
import { metrics } from '../../../shared/catalogue/metrics.ts';
import { recompute } from '../../../shared/recompute/recompute.ts';
import { type Measure, type Summary, summarySchema } from '../../../shared/recompute/summary/summary-view.ts';
import { sampleCouncil } from '../sample-council.ts';

let summary: Summary;

beforeAll(async () => {
  ({ summary } = recompute({
    area: 'E06000054',
    known: await sampleCouncil(),
    catalogue: metrics,
    now: new Date('2025-01-09T10:00:00.000Z'),
    dashboardUrl: 'http://127.0.0.1:8080',
    earlier: { alerts: [], forecasts: {} },
  }));
});

function measure(id: string): Measure {
  const found = summary.headlines.find(({ metric }) => metric === id);
  if (!found) throw new Error(`${id} is not among the headline measures`);
  return found;
}

// Source of every figure: facts.md part B, headline table and what follows it.
describe("the sample council's summary", () => {
  test('is what its schema says, after a journey as JSON', () => {
    expect(summarySchema.parse(JSON.parse(JSON.stringify(summary)))).toEqual(summary);
  });

  test('names the council and says in one sentence why it is red', () => {
    expect(summary).toMatchObject({ area: 'E06000054', name: 'Wiltshire' });
    expect(summary.overall.rating).toBe('red');
    expect(summary.overall.why).toBe(
      'Overall red: EHCPs, 650 (11.4%) above plan in December 2024; ' +
        'In-year DSG balance, £14.99m (53.1%) worse than budget in September 2024.',
    );
    expect(summary.overall.notCounted).toEqual(['Cumulative DSG balance: not published']);
  });

  test('EHCPs: 6,357 against 5,707, +650, worse, red', () => {
    expect(measure('ehcp.active')).toMatchObject({
      headline: true,
      latest: { period: '2024-12', value: 6357 },
      absence: null,
      plan: { period: '2024-12', value: 5707, kind: 'mitigated', difference: 650, standing: 'worse' },
      limit: null,
      rating: { rating: 'red' },
    });
  });

  test('EHCPs are forecast to the end of the financial year and twelve months on, the range about the value', () => {
    const { outlook } = measure('ehcp.active');
    expect(outlook?.yearEnd?.period).toBe('2025-03');
    expect(outlook?.twelveMonths?.period).toBe('2025-12');
    for (const point of [outlook?.yearEnd, outlook?.twelveMonths]) {
      expect(point?.lower80).toBeLessThan(point?.value ?? Number.NaN);
      expect(point?.upper80).toBeGreaterThan(point?.value ?? Number.NaN);
    }
  });

  test('INMSS share rolling: 5.75% against 6.92%, better; the neighbours’ 5.72% of 2023 as published', () => {
    const { latest, plan, neighbours, rating } = measure('inmss.share.r12');
    expect(latest?.value).toBeCloseTo(0.0575, 4);
    expect(plan).toMatchObject({ value: 0.0692, standing: 'better' });
    expect(plan?.difference).toBeCloseTo(-0.0117, 4);
    expect(neighbours).toMatchObject({
      metric: 'inmss.share',
      period: '2023',
      value: 0.0572,
      standing: 'worse',
    });
    expect(rating?.rating).toBe('green');
  });

  test('INMSS of the month: a share with the number placed, 358, and 41 more than the 317 of a year earlier', () => {
    const share = measure('inmss.share').latest;
    expect(share).toMatchObject({ period: '2024-12', numerator: 358, denominator: 6357 });
    // Published as 5.64%; published shares do not always equal placed ÷ active to the last digit.
    expect(Math.abs((share?.value ?? 0) - 0.0564)).toBeLessThan(0.0002);
    expect(measure('inmss.placed').lastYear).toMatchObject({
      period: '2023-12',
      value: 317,
      difference: 41,
      standing: 'worse',
    });
  });

  test('money: −£43.20m against −£28.21m; of the cumulative deficit the limit, no figure, never green', () => {
    expect(measure('dsg.in-year-balance')).toMatchObject({
      dimensions: { financialYear: 'FY2024' },
      latest: { period: '2024-09', value: -43_200_000 },
      plan: { period: 'FY2024', value: -28_210_000, difference: -14_990_000, standing: 'worse' },
      rating: { rating: 'red' },
    });
    expect(measure('dsg.cumulative-balance')).toMatchObject({
      latest: null,
      absence: { period: null, status: null, text: 'Not published' },
      plan: null,
      limit: { period: 'FY2024', value: -84_500_000, difference: null, standing: null },
      rating: { rating: 'grey' },
      lastYear: null,
    });
    expect(summary.inYearGoal).toMatchObject({ financialYear: 'FY2024', reached: false });
    expect(summary.inYearGoal.text).toContain('−£43.20m, £14.99m (53.1%) worse than the budget of −£28.21m');
  });

  test('figures known only as published stand in, marked', () => {
    expect(measure('ehcp.new-plans-early-years-share.r12').latest).toMatchObject({
      value: 0.2726,
      status: 'published',
    });
    expect(measure('places.shortfall-cost').latest).toMatchObject({ value: 2_240_000, status: 'published' });
    expect(measure('places.shortfall').latest).toMatchObject({ period: '2024-09', value: 58 });
  });

  test('a year earlier that nobody published is not known, not zero', () => {
    expect(measure('ehcp.active').lastYear).toEqual({
      period: '2023-12',
      value: null,
      difference: null,
      differencePercent: null,
      standing: null,
    });
  });

  test('what changed: the restatements of January 2025 with old and new, and what became known', () => {
    const changes = summary.changes.items.map(({ metric, period, kind, from, to, knownAt }) => [
      metric,
      period,
      kind,
      from,
      to,
      knownAt.slice(0, 10),
    ]);
    expect(changes).toContainEqual(['inmss.placed', '2024-09', 'restated', 359, 354, '2025-01-07']);
    expect(changes).toContainEqual(['inmss.placed', '2024-10', 'restated', 362, 359, '2025-01-07']);
    expect(changes).toContainEqual(['ehcp.active', '2024-12', 'new', null, 6357, '2025-01-07']);
    expect(summary.changes.total).toBe(changes.length);
  });

  test('two alerts are open, both critical', () => {
    expect(summary.alerts).toMatchObject({ open: 2, bySeverity: { critical: 2, warning: 0, info: 0 } });
    expect(summary.alerts.items.map(({ title }) => title)).toContain(
      'EHCPs, 650 (11.4%) above plan in December 2024: red',
    );
  });

  test('every source with when it was last known and how far it reaches', () => {
    const sources = summary.sources.map(({ feed, files, knownAt, latestPeriod }) => [
      feed,
      files,
      knownAt?.slice(0, 10),
      latestPeriod,
    ]);
    expect(sources).toEqual([
      ['send-monthly', 12, '2025-01-07', '2024-12'],
      ['send-breakdown', 0, undefined, null],
      ['finance-monthly', 2, '2024-11-30', '2024-09'],
      ['trajectory', 4, '2025-01-09', '2031-03'],
      ['published', 3, '2025-01-09', '2024-12'],
      ['programme', 1, '2025-01-07', '2025-01'],
      ['milestones', 1, '2024-12-11', null],
      ['conditions', 3, '2024-12-11', '2024-11'],
      ['officer-ratings', 1, '2025-01-07', '2025-01'],
      ['risks', 4, '2025-01-07', '2025-01'],
      ['interventions', 1, '2025-01-09', null],
      ['report-narrative', 1, '2024-12-11', '2024-11'],
      ['recommendations', 1, '2025-01-09', null],
      ['outcomes', 4, '2024-11-30', 'AY2024'],
      ['cohorts', 1, '2024-11-30', 'AY2024'],
      ['overlaps', 1, '2024-11-30', 'AY2023'],
      ['dfe-statistics', 0, undefined, null],
    ]);
  });

  // Source: the dashboard of January 2025 (facts.md part B; figures/workstreams.csv, figures/risks.csv).
  test('six programmes by the worst of their workstreams, those of the first still to be settled', () => {
    const stands = summary.programmes.map(({ programme, rating, byStatus }) => [
      programme.slice(0, 1),
      rating,
      Object.fromEntries(byStatus.map(({ status, workstreams }) => [status ?? 'not published', workstreams])),
    ]);
    expect(stands).toEqual([
      ['1', 'grey', {}],
      ['2', 'amber-green', { 'amber-green': 1, green: 3 }],
      ['3', 'green', { green: 3 }],
      ['4', 'green', { green: 3 }],
      ['5', 'grey', { 'not published': 2 }],
      ['6', 'green', { green: 4 }],
    ]);
    expect(summary.programmes[1]?.text).toContain('Multi-agency approach');
  });

  test('officers call the whole at risk; the figures call it red, and neither hides the other', () => {
    expect(summary.overall).toMatchObject({
      rating: 'red',
      officers: { rating: 'amber-red', update: '2025-01' },
    });
  });

  test('all sixteen workstreams run, and none has a due day or an owner, which is said', () => {
    expect(summary.workstreams).toHaveLength(16);
    expect(summary.registersNote).toBe(
      '16 of 16 workstreams have no due day, so they cannot be called late. 16 of 16 workstreams have no owner given.',
    );
  });

  test('two risks of 15 and above: growth 5 × 4 = 20, capital 4 × 4 = 16', () => {
    const risks = summary.topRisks.map(({ risk, impact, likelihood, score }) => [
      risk,
      impact,
      likelihood,
      score,
    ]);
    expect(risks).toEqual([
      ['growth', 5, 4, 20],
      ['capital', 4, 4, 16],
    ]);
  });

  test('the places due in September 2024 are late: 101 days from 30 September to 9 January', () => {
    expect(summary.overdue.map(({ kind, due, daysLate }) => [kind, due, daysLate])).toEqual([
      ['milestone', '2024-09-30', 101],
    ]);
    expect(summary.overdue[0]?.text).toContain('156 new special school places');
  });
});
