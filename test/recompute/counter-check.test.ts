import { expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { recomputeAsKnown } from '../../shared/recompute/as-known.ts';
import { memoryIngest } from '../ingest/in-memory.ts';

const area = 'E06000054';
const now = new Date('2025-01-20T09:00:00.000Z');

/** Requests a tenth under plan; of the new plans some share within 20 weeks, where 60% is planned. */
async function requestsRated(inTime: number) {
  const ingest = memoryIngest();
  const files = {
    'send-monthly/2024-12.csv': `month,ehcna_requests,plans_issued_20_weeks,plans_issued_20_weeks_base\n2024-12,90,${inTime},100\n`,
    'trajectory/sv.csv':
      'trajectory,kind,metric,period,value\nsv,mitigated,ehcp.requests,2024-12,100\nsv,target,ehcp.timeliness-20-weeks,2024-12,0.6\n',
  };
  for (const [name, text] of Object.entries(files))
    await ingest.take(`${area}/${name}`, { text }, { putTime: '2025-01-10T09:00:00.000Z' });
  const { series } = recomputeAsKnown(area, { drops: ingest.drops, blocks: ingest.blocks }, metrics, now);
  return series.find(({ metric }) => metric === 'ehcp.requests')?.rating;
}

test('fewer requests are green while plans come in time, and not while they do not', async () => {
  expect((await requestsRated(62))?.rating).toBe('green');
  const late = await requestsRated(40);
  expect(late?.rating).toBe('amber-green');
  expect(late?.reasons[0]?.text).toContain('20-week timeliness is red (December 2024)');
});
