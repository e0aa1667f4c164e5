import { expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { knownOf } from '../../shared/recompute/known.ts';
import { recompute } from '../../shared/recompute/recompute.ts';
import { type MemoryIngest, memoryIngest } from '../ingest/in-memory.ts';

const WILTSHIRE = 'E06000054';
const fixture = (name: string) => new URL(`../ingest/statistics/fixtures/${name}`, import.meta.url);
const put = { putTime: '2025-12-01T09:00:00.000Z' };

test('a shared national file shows in a council’s run beside its region and England, without a fault', async () => {
  const ingest = memoryIngest();
  await ingest.take('_shared/dfe-statistics/requests.csv', fixture('requests.csv'), put);
  await ingest.take('_shared/dfe-statistics/ks2.csv', fixture('ks2.csv'), put);
  await ingest.take('_shared/dfe-statistics/lait.csv', fixture('lait.csv'), put);
  const run = await runOf(ingest);
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

async function runOf(ingest: MemoryIngest) {
  const known = await knownOf(WILTSHIRE, {
    drops: { list: (area) => Promise.resolve(ingest.drops.filter((drop) => drop.area === area)) },
    settings: { list: () => Promise.resolve([]) },
    cells: { read: (place) => Promise.resolve(ingest.blocks.filter(({ area }) => area === place)) },
  });
  return recompute({
    ...{ area: WILTSHIRE, known, catalogue: metrics, now: new Date(put.putTime), dashboardUrl: '' },
    earlier: { alerts: [], forecasts: {} },
  });
}

test('results in our own format show beside region, England and neighbours, with what the file says of them', async () => {
  const ingest = memoryIngest();
  const places = ['E06000054', 'E12000009', 'England', 'E10000013', 'E10000014'];
  const rows = places.map(
    (place, index) => `${place},2023/24,ks2.rwm,,${60 + index}%,Key Stage 2 release,an illustration`,
  );
  const report = await ingest.take(
    '_shared/outcomes/2024.csv',
    { text: `area,period,metric,group,value,source,note\n${rows.join('\n')}\n` },
    put,
  );
  expect(report).toMatchObject({ state: 'accepted', cells: places.length });
  await ingest.take(
    `${WILTSHIRE}/outcomes/own.csv`,
    {
      text: 'period,metric,level,group,numerator,denominator\n2023/24,ks2.rwm,,DIS,20,50\n2023/24,ks2.rwm,national,DIS,46,100\n',
    },
    put,
  );
  const pupils = await ingest.take(
    `${WILTSHIRE}/overlaps/2024.csv`,
    { text: 'period,groups,pupils\n2023/24,DIS+SEN,300\n' },
    put,
  );
  expect(pupils.state).toBe('accepted');
  const run = await runOf(ingest);
  expect(run.faults).toEqual([]);
  const [all, disadvantaged] = run.series.filter(({ metric }) => metric === 'ks2.rwm');
  expect(all).toMatchObject({
    dimensions: {},
    points: [{ period: 'AY2023', value: 0.6, source: 'Key Stage 2 release', note: 'an illustration' }],
  });
  expect(all?.comparators).toMatchObject([
    { level: 'region', points: [{ value: 0.61 }] },
    { level: 'national', points: [{ value: 0.62, note: 'an illustration' }] },
    { level: 'stat-neighbours', points: [{ n: 2 }] },
  ]);
  expect(disadvantaged).toMatchObject({
    dimensions: { group: 'disadvantaged' },
    points: [{ value: 0.4, numerator: 20, denominator: 50 }],
    comparators: [{ level: 'national', points: [{ value: 0.46 }] }],
  });
  // Pupils in several groups are no series.
  expect(run.series).toHaveLength(2);
});
