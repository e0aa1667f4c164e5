import { expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { knownOf } from '../../shared/recompute/known.ts';
import { recompute } from '../../shared/recompute/recompute.ts';
import { memoryIngest } from '../ingest/in-memory.ts';

const WILTSHIRE = 'E06000054';
const fixture = (name: string) => new URL(`../ingest/statistics/fixtures/${name}`, import.meta.url);
const put = { putTime: '2025-12-01T09:00:00.000Z' };

test('a shared national file shows in a council’s run beside its region and England, without a fault', async () => {
  const ingest = memoryIngest();
  await ingest.take('_shared/dfe-statistics/requests.csv', fixture('requests.csv'), put);
  await ingest.take('_shared/dfe-statistics/ks2.csv', fixture('ks2.csv'), put);
  await ingest.take('_shared/dfe-statistics/lait.csv', fixture('lait.csv'), put);
  const known = await knownOf(WILTSHIRE, {
    drops: { list: (area) => Promise.resolve(ingest.drops.filter((drop) => drop.area === area)) },
    settings: { list: () => Promise.resolve([]) },
    cells: { read: (place) => Promise.resolve(ingest.blocks.filter(({ area }) => area === place)) },
  });
  const run = recompute({
    ...{ area: WILTSHIRE, known, catalogue: metrics, now: new Date(put.putTime), dashboardUrl: '' },
    earlier: { alerts: [], forecasts: {} },
  });
  expect(run.faults).toEqual([]);
  const rwm = run.series.find(
    ({ metric, dimensions }) => metric === 'ks2.rwm' && Object.keys(dimensions).length === 0,
  );
  expect(rwm?.points.at(-1)).toMatchObject({ period: 'AY2024', value: 0.59 });
  const national = rwm?.comparators.find(({ level }) => level === 'national');
  expect(national?.points.at(-1)).toMatchObject({ period: 'AY2024', value: 0.63 });
  expect(rwm?.comparators.map(({ level }) => level)).toEqual(['region', 'national', 'stat-neighbours']);
  const requests = run.series.find(({ metric }) => metric === 'sen2.requests');
  expect(requests?.points.map(({ value }) => value)).toEqual([722, 588, 677, 971, 1203, 1146]);
});
