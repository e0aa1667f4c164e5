import { describe, expect, test } from 'vitest';
import { respond } from '../../shared/api/respond.ts';
import { views } from '../../shared/api/routes/views.ts';
import { sampleCouncil } from '../recompute/sample-council.ts';
import { area, doors } from './ask.ts';

const { drops, blocks, elsewhere = [] } = await sampleCouncil();
const { ask, ports } = doors({ drops, blocks: [...blocks, ...elsewhere] });
const { ask: askNothing } = doors();

describe('the scorecard of a stage', () => {
  test('is of the latest year, says which there are, and explains itself', async () => {
    const { status, body } = await ask('GET', '/scorecards/ks2?asOf=2025-01-09');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      stage: 'ks2',
      year: 'AY2024',
      title: 'Key Stage 2',
      edition: '2025',
      region: 'South West',
    });
    expect(body.years).toContain('AY2023');
    expect(body.background).toContain('Year 6');
    expect(body.columns).toEqual(['council', 'region', 'national', 'neighbours', 'gaps', 'pupils', 'trend']);
    expect(body.rules.join(' ')).toContain('England');
    expect(body.assessments.map(({ metric }: { metric: string }) => metric)).toContain('ks2.rwm');
    expect(body.notes[0]).toContain('held back');
  });

  test('of an earlier year has that year’s figures; as of a day only what was known then', async () => {
    const earlier = await ask('GET', '/scorecards/ks2?year=AY2022&asOf=2025-01-09');
    expect(earlier.body.rows[0]).toMatchObject({ metric: 'ks2.rwm', council: { value: 0.56 } });
    const then = await ask('GET', '/scorecards/ks2?asOf=2024-06-30');
    expect(then.body.year).toBe('AY2022');
  });

  test('of a year without one says why, and which there are', async () => {
    const { status, body } = await ask('GET', '/scorecards/ks2?year=AY2020&asOf=2025-01-09');
    expect(status).toBe(404);
    expect(body.detail).toContain('because of Covid');
    expect(body.detail).toContain('AY2021');
  });

  test('of no stage names those that there are; a year that is none is refused', async () => {
    const { status, body } = await ask('GET', '/scorecards/ks3');
    expect(status).toBe(404);
    expect(body.detail).toContain('early-years, ks1, ks2, ks4, absence');
    expect((await ask('GET', '/scorecards/ks2?year=2023')).status).toBe(400);
  });

  test('before any figure it is empty and still says what the stage is', async () => {
    const { status, body } = await askNothing('GET', '/scorecards/ks4');
    expect(status).toBe(200);
    expect(body).toMatchObject({ year: null, years: [], rows: [], keyPoints: [], rating: null });
    expect(body.background).toContain('GCSE');
  });

  test('is a table in CSV with a line for each row', async () => {
    const request = {
      ...{ method: 'GET', path: `/api/v1/areas/${area}/scorecards/absence`, query: { asOf: '2025-01-09' } },
      headers: { authorization: 'Bearer ann', accept: 'text/csv' },
    };
    const { body, headers } = await respond(request, views, ports);
    expect(headers['content-type']).toContain('text/csv');
    const [head = '', first = ''] = body.split('\r\n');
    expect(head.split(',').slice(0, 3)).toEqual(['metric', 'name', 'shortName']);
    expect(head).toContain('gaps.national.percentagePoints');
    expect(first).toContain('absence.total');
  });

  test('asked for again it has not changed', async () => {
    const request = {
      ...{ method: 'GET', path: `/api/v1/areas/${area}/scorecards/ks2`, query: { asOf: '2025-01-09' } },
      headers: { authorization: 'Bearer ann' },
    };
    const { headers } = await respond(request, views, ports);
    const again = { ...request, headers: { ...request.headers, 'if-none-match': headers['etag'] ?? '' } };
    expect((await respond(again, views, ports)).status).toBe(304);
  });
});

describe('gaps over time', () => {
  test('have every year, the distance travelled, and who else there is', async () => {
    const { body } = await ask('GET', '/gaps/ks2.rwm?group=disadvantaged&asOf=2025-01-09');
    expect(body).toMatchObject({ base: 'AY2018', of: 'Disadvantaged' });
    expect(body.years.map(({ period }: { period: string }) => period)).toEqual(
      Array.from({ length: 10 }, (_, at) => `AY${2015 + at}`),
    );
    expect(body.years[4]).toMatchObject({ council: { value: null }, why: expect.stringContaining('Covid') });
    expect(body.years[9]).toMatchObject({
      complement: { group: 'not-disadvantaged', value: 0.65 },
      gaps: { complement: { percentagePoints: -27 }, national: { percentagePoints: -10 } },
      rank: { position: 11, of: 11 },
    });
    expect(body.distance).toMatchObject({ council: { difference: -0.04 }, national: { difference: -0.03 } });
    expect(body.notes.join(' ')).toMatch(/Pupil Premium Plus.*held back/);
    expect(body.splits).toContainEqual({ dimensions: { group: 'ehcp' }, of: 'With an EHCP' });
  });

  test('from another base year', async () => {
    const { body } = await ask('GET', '/gaps/ks2.rwm?base=AY2015&asOf=2025-01-09');
    expect(body).toMatchObject({ base: 'AY2015', distance: { council: { difference: 0.05 } } });
  });

  test('of what is no result of schools, or of a group without figures, there are none', async () => {
    expect((await ask('GET', '/gaps/ehcp.active')).status).toBe(404);
    const { status, body } = await ask('GET', '/gaps/ks2.rwm?group=eal&asOf=2025-01-09');
    expect(status).toBe(404);
    expect(body.detail).toContain('group=disadvantaged');
  });

  test('of a metric without figures yet are an empty list', async () => {
    const { status, body } = await ask('GET', '/gaps/provision.reduced?asOf=2025-01-09');
    expect([status, body.years, body.base]).toEqual([200, [], null]);
  });
});

describe('the catalogue', () => {
  test('says by which bounds a result of schools is rated beside England', async () => {
    const request = {
      ...{ method: 'GET', path: '/api/v1/metrics', query: { limit: '200' } },
      headers: { authorization: 'Bearer ann' },
    };
    const items: { id: string; rules: { rule: string }[] }[] = JSON.parse(
      (await respond(request, views, ports)).body,
    ).items;
    const rulesOf = (id: string) => items.find((each) => each.id === id)?.rules;
    expect(rulesOf('ks2.rwm')).toContainEqual({ rule: 'gap', amber: 0.02, red: 0.05 });
    expect(rulesOf('ehcp.active')?.map(({ rule }) => rule)).toEqual(['against-plan']);
  });
});
