import { describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { addMonths, monthAt } from '../../shared/period/month.ts';
import { recompute } from '../../shared/recompute/recompute.ts';
import { actual, blockOf, dropOf } from '../facts/make.ts';

const drop = dropOf({ key: 'E06000054/send-monthly/a.csv' });
const start = monthAt(2021 * 12);
const COUNT = 48;

type Figures = Readonly<Record<string, readonly number[]>>;

function viewOf(wanted: string, figures: Figures) {
  const blocks = Object.entries(figures).map(([metric, values]) =>
    blockOf(
      drop,
      actual(metric),
      Object.fromEntries(values.map((value, at) => [addMonths(start, at), value])),
    ),
  );
  const { series } = recompute({
    area: drop.area,
    known: { drops: [drop], blocks },
    catalogue: metrics,
    now: new Date('2025-01-10'),
    dashboardUrl: '',
    earlier: { alerts: [], forecasts: {} },
  });
  return series.find(({ metric }) => metric === wanted);
}

/** Requests double in the last five months; each second one becomes a plan six months later; thirty plans cease a month. */
function surge() {
  const months = Array.from({ length: COUNT }, (_, at) => at);
  const requests = months.map((at) => (at < COUNT - 5 ? 100 : 200) + Math.round(5 * Math.sin(at * at)));
  const issued = months.map((at) => Math.round((requests[at - 6] ?? 100) / 2));
  const ceased = months.map((at) => 30 + Math.round(3 * Math.cos(at * at)));
  let level = 3000;
  const active = months.map((at) => (level += (issued[at] ?? 0) - (ceased[at] ?? 0)));
  return { requests, issued, ceased, active };
}

describe('plans forecast through what comes in and goes out', () => {
  const { requests, issued, ceased, active } = surge();
  const alone = viewOf('ehcp.active', { 'ehcp.active': active });
  const joined = viewOf('ehcp.active', {
    'ehcp.active': active,
    'ehcp.requests': requests,
    'ehcp.new-plans': issued,
    'ehcp.ceased': ceased,
  });
  const inAYear = (view: typeof alone) => view?.forecast?.points[11]?.value ?? Number.NaN;

  test('see a wave of requests before the plans rise, which their own history cannot', () => {
    expect(inAYear(joined)).toBeGreaterThan(inAYear(alone) + 100);
    expect(joined?.forecast?.explanation).toMatch(/what comes in and goes out counts for \d+% of it/);
  });

  test('keep their intervals nested and at least as wide', () => {
    joined?.forecast?.points.forEach((point, ahead) => {
      const before = alone?.forecast?.points[ahead];
      expect(point.lower95).toBeLessThanOrEqual(point.lower80);
      expect(point.lower80).toBeLessThanOrEqual(point.value);
      expect(point.value).toBeLessThanOrEqual(point.upper80);
      expect(point.upper80).toBeLessThanOrEqual(point.upper95);
      const width = (before?.upper80 ?? 0) - (before?.lower80 ?? 0);
      expect(point.upper80 - point.lower80).toBeGreaterThanOrEqual(width * (1 - 1e-9));
    });
  });

  test('say how wrong the joined forecast would have been, and how much each part counts', () => {
    const rows = joined?.forecast?.backtest ?? [];
    expect(rows.map(({ horizon }) => horizon)).toEqual([1, 3, 6, 12]);
    // From three, six, nine and twelve months back: a year ahead can be held against a figure from the last alone.
    expect(rows.map(({ origins }) => origins)).toEqual([4, 4, 3, 1]);
    expect(joined?.forecast?.backtestNote).toBeNull();
    const methods = joined?.forecast?.basis?.methods ?? [];
    expect(methods.map(({ name }) => name)).toContain('what comes in and goes out');
    expect(methods.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 10);
  });

  test('name what is missing where they cannot', () => {
    expect(joined?.missingInputs).toEqual([]);
    expect(alone?.missingInputs).toMatchObject(
      ['ehcp.requests', 'ehcp.new-plans', 'ehcp.ceased'].map((metric) => ({ metric, months: 0, needed: 24 })),
    );
    const short = viewOf('ehcp.active', { 'ehcp.active': active, 'ehcp.requests': requests.slice(0, 8) });
    expect(short?.missingInputs[0]).toEqual({
      ...{ metric: 'ehcp.requests', months: 8, needed: 24 },
      name: metrics.find(({ id }) => id === 'ehcp.requests')?.name,
    });
  });
});

describe('what follows from two others', () => {
  const months = Array.from({ length: 36 }, (_, at) => at);
  const planned = months.map((at) => 100 + 4 * at);
  const delivered = months.map((at) => 90 + 2 * at + Math.round(Math.sin(at * at)));

  test('the shortfall of places goes the way of places planned and delivered', () => {
    const view = viewOf('places.shortfall', { 'places.planned': planned, 'places.delivered': delivered });
    const last = view?.points.at(-1)?.value ?? Number.NaN;
    expect(view?.forecast?.method).toContain('joined with places planned and delivered');
    expect(view?.forecast?.points[11]?.value).toBeGreaterThan(last + 8);
    expect(view?.missingInputs).toEqual([]);
  });

  test('a derived figure whose makings have no months of their own is forecast directly', () => {
    const view = viewOf('inmss.placed', { 'inmss.placed': months.map((at) => 200 + at) });
    expect(view?.forecast?.method).not.toContain('joined');
    expect(view?.missingInputs.map(({ metric }) => metric)).toEqual(['inmss.share', 'ehcp.active']);
  });
});
