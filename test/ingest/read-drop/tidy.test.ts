import { describe, expect, test } from 'vitest';
import { codes, readFile } from './reading.ts';

const PLAN = 'trajectory,kind,metric,period,value\n';
const PUBLISHED = 'metric,period,level,edition,value,published_on,source,note\n';

describe('plan lines', () => {
  test('carry trajectory, kind and any sort of period', async () => {
    const outcome = await readFile(
      'trajectory',
      `${PLAN}sv-2024-03,Mitigated,ehcp.active,2024-10,"5,669"\nsv-2024-03,limit,dsg.cumulative-balance,2024/25,-£84.5m\nsv-2024-03,target,inmss.share.r12,2028-12,6.92%\n`,
    );
    expect(outcome.state).toBe('accepted');
    expect(outcome.blocks).toMatchObject([
      {
        series: { metric: 'dsg.cumulative-balance', kind: 'limit' },
        values: { FY2024: { value: -84_500_000 } },
      },
      {
        series: {
          role: 'plan',
          metric: 'ehcp.active',
          dimensions: {},
          trajectory: 'sv-2024-03',
          kind: 'mitigated',
        },
        year: '2024',
        values: { '2024-10': { value: 5669, row: 2 } },
      },
      { series: { metric: 'inmss.share.r12', kind: 'target' }, values: { '2028-12': { value: 0.0692 } } },
    ]);
  });

  test.each([
    ['an unknown metric', 'sv,budget,ehcp.actve,2024-10,5', 'unknown-metric'],
    ['an unknown kind', 'sv,hope,ehcp.active,2024-10,5', 'unknown-kind'],
    ['a period that is none', 'sv,budget,ehcp.active,soon,5', 'not-a-period'],
    ['no trajectory', ',budget,ehcp.active,2024-10,5', 'missing-cell'],
    ['a share that may be in per cent', 'sv,budget,inmss.share,2024-10,6.92', 'ratio-above-one'],
    ['half a plan', 'sv,budget,ehcp.active,2024-10,5.5', 'not-whole'],
    ['a formula as name', '=cmd(),budget,ehcp.active,2024-10,5', 'formula'],
    ['a name without end', `${'sv'.repeat(60)},budget,ehcp.active,2024-10,5`, 'text-too-long'],
  ])('%s rejects the row', async (_name, line, code) => {
    const outcome = await readFile('trajectory', `${PLAN}sv,budget,ehcp.active,2024-09,4\n${line}\n`);
    expect(codes(outcome)).toEqual([code]);
    expect(outcome).toMatchObject({ rows: { read: 2, accepted: 1, rejected: 1 }, cells: 1 });
  });

  test('every problem of a row is told', async () => {
    const outcome = await readFile('trajectory', `${PLAN}sv,hope,nothing,soon,5\n`);
    expect(outcome.problems.map(({ column }) => column)).toEqual(['kind', 'metric', 'period']);
  });

  test('the metric that may be meant is named', async () => {
    const outcome = await readFile('trajectory', `${PLAN}sv,limit,dsg.cumulative,FY2024,5\n`);
    expect(outcome.problems[0]?.message).toContain('Perhaps dsg.cumulative-balance is meant');
  });

  test('a plan called total is no total', async () => {
    const outcome = await readFile('trajectory', `${PLAN}total budget,budget,hnb.income,FY2024,5\n`);
    expect(outcome).toMatchObject({ state: 'accepted', cells: 1 });
  });

  test('two versions of a plan do not contradict each other; two figures of one do', async () => {
    const line = 'budget,hnb.income,FY2024';
    const outcome = await readFile(
      'trajectory',
      `${PLAN}a,${line},5\nb,${line},6\nc,${line},7\nc,${line},8\n`,
    );
    expect(outcome.rows).toMatchObject({ accepted: 2, rejected: 2 });
    expect(codes(outcome)).toEqual(['contradiction', 'contradiction']);
  });

  test('a difference may be below zero, a count may not', async () => {
    const outcome = await readFile(
      'trajectory',
      `${PLAN}sv,target,places.shortfall,2024-09,-3\nsv,target,ehcp.unexplained,2024-09,-5\nsv,target,ehcp.active,2024-09,-1\n`,
    );
    expect(outcome.cells).toBe(2);
    expect(codes(outcome)).toEqual(['below-range']);
  });
});

describe('published figures', () => {
  test('carry level, edition, day, source and note', async () => {
    const outcome = await readFile(
      'published',
      `${PUBLISHED}inmss.share,2024-10,,,5.87%,18/12/2024,Cabinet paper,as first told\n`,
    );
    expect(outcome.blocks).toEqual([
      {
        area: 'E06000054',
        series: {
          role: 'published',
          metric: 'inmss.share',
          dimensions: {},
          level: 'la',
          edition: '2024-12-18',
        },
        year: '2024',
        values: {
          '2024-10': {
            value: 0.0587,
            row: 2,
            publishedOn: '2024-12-18',
            source: 'Cabinet paper',
            note: 'as first told',
          },
        },
      },
    ]);
  });

  test.each([
    [',,5%,,,', 'la', 'unspecified'],
    ['Statistical neighbours,2023 return,5%,18/12/2024,,', 'stat-neighbours', '2023 return'],
    ['England,,5%,2024-12-18,,', 'national', '2024-12-18'],
    ['region,,5%,,,', 'region', 'unspecified'],
  ])('%j is of level %s and edition %s', async (cells, level, edition) => {
    const outcome = await readFile('published', `${PUBLISHED}inmss.share,2023,${cells}\n`);
    expect(outcome.blocks).toMatchObject([{ series: { level, edition }, values: { 2023: { value: 0.05 } } }]);
  });

  test('rolling and neighbours’ counts are means and may be fractional; the council’s own count may not', async () => {
    const outcome = await readFile(
      'published',
      `${PUBLISHED}ehcp.requests.r12,2024-12,la,,96.6,,,\nehcp.ceased,2023,stat-neighbours,,44.2,,,\nehcp.requests,2024-12,la,,96.6,,,\n`,
    );
    expect(outcome.cells).toBe(2);
    expect(outcome.problems).toMatchObject([{ row: 4, column: 'value', code: 'not-whole' }]);
  });

  test.each([
    ['inmss.share,2024-10,parish,,5%,,,', 'unknown-level'],
    ['inmss.share,2024-10,la,,5%,31/11/2024,,', 'impossible-date'],
    ['inmss.share,2024-10,la,,5%,2024-11,,', 'not-a-date'],
    ['inmss.share,2024-10,la,,5%,,,=HYPERLINK(1)', 'formula'],
  ])('%j is rejected as %s', async (line, code) => {
    expect(codes(await readFile('published', `${PUBLISHED}${line}\n`))).toEqual([code]);
  });

  test('editions stand side by side', async () => {
    const content = `${PUBLISHED}inmss.share,2024-10,la,2024-12,5.87%,,,\ninmss.share,2024-10,la,2025-01,5.82%,,,\n`;
    expect(await readFile('published', content)).toMatchObject({ state: 'accepted', cells: 2 });
  });
});
