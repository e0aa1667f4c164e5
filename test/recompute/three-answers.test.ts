import { beforeAll, describe, expect, test } from 'vitest';
import { metricById, metrics } from '../../shared/catalogue/metrics.ts';
import { recomputeAsKnown } from '../../shared/recompute/as-known.ts';
import type { RatingItem } from '../../shared/recompute/views.ts';
import { memoryIngest } from '../ingest/in-memory.ts';
import { sampleCouncil } from './sample-council.ts';

const area = 'E06000054';
const now = new Date('2025-01-09T09:00:00Z');

describe('the three answers about each series', () => {
  let items: readonly RatingItem[];
  const of = (metric: string) => items.find((item) => item.metric === metric);
  beforeAll(async () => {
    items = recomputeAsKnown(area, await sampleCouncil(), metrics, now).ratings.items;
  });

  test('each has its rating or null with why, its variation and its assurance, each with a reason', () => {
    expect(items.length).toBeGreaterThan(10);
    for (const { rating, reasons, variation, assurance, metric } of items) {
      expect(reasons.length, metric).toBeGreaterThan(0);
      expect(variation?.reasons.length, metric).toBeGreaterThan(0);
      expect(assurance?.reasons.length, metric).toBeGreaterThan(0);
      if (rating === null) expect(reasons[0]?.rule).toBe('not-rated');
    }
  });

  test('inputs of other metrics are not judged', () => {
    expect(items.filter(({ metric }) => metricById(metric)?.supporting)).toEqual([]);
  });

  test('open plans are red, and seven months are too few to call that a real change', () => {
    expect(of('ehcp.active')).toMatchObject({ rating: 'red', variation: { state: 'not-enough' } });
    expect(of('ehcp.active')?.variation?.reasons[0]?.text).toContain('6 monthly changes are known');
  });

  test('the share in independent schools moves as it usually does, and its rolling form is not judged so', () => {
    expect(of('inmss.share')?.variation).toMatchObject({ state: 'common-cause', basis: { of: 'figures' } });
    expect(of('inmss.placed')?.variation?.basis?.of).toBe('net-change');
    expect(of('inmss.share.r12')?.variation?.state).toBe('not-applicable');
  });
});

test('requests that rise by a quarter are a real change, and a plan that they exceed will be missed', async () => {
  const ingest = memoryIngest();
  const figure = (at: number) => (at < 24 ? 95 + ((at * 7) % 11) : 125 + (at % 3));
  const months = Array.from({ length: 28 }, (_, at) => {
    const month = `${2022 + Math.floor((at + 8) / 12)}-${String(((at + 8) % 12) + 1).padStart(2, '0')}`;
    return `${month},${figure(at)}`;
  });
  const plan = Array.from(
    { length: 12 },
    (_, at) => `sv,mitigated,ehcp.requests,2025-${String(at + 1).padStart(2, '0')},90`,
  );
  const files = {
    'send-monthly/all.csv': ['month,ehcna_requests', ...months],
    'trajectory/sv.csv': ['trajectory,kind,metric,period,value', ...plan],
  };
  for (const [name, lines] of Object.entries(files))
    await ingest.take(`${area}/${name}`, { text: `${lines.join('\n')}\n` }, { putTime: now.toISOString() });
  const known = { drops: ingest.drops, blocks: ingest.blocks };
  const { items } = recomputeAsKnown(area, known, metrics, now).ratings;
  const requests = items.find(({ metric }) => metric === 'ehcp.requests');
  expect(requests?.variation?.state).toBe('worsening');
  expect(requests?.assurance?.state).toBe('will-miss');
  expect(requests?.rating).toBeNull();
});
