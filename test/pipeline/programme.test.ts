import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { exampleRequests } from '../../bin/command/examples/example-requests.ts';
import { askedOnce } from '../../shared/api/asked-once.ts';
import type { ApiPorts } from '../../shared/api/ports.ts';
import { respond } from '../../shared/api/respond.ts';
import { views } from '../../shared/api/routes/views.ts';
import { cellStore } from '../../shared/store/cells.ts';
import { dropStore } from '../../shared/store/drops.ts';
import { requestStore } from '../../shared/store/requests.ts';
import { runStore } from '../../shared/store/runs.ts';
import { settingStore } from '../../shared/store/settings.ts';
import { countingClient } from './round-trips.ts';
import { ratingOf, sourceTable } from './source-table.ts';
import { area, type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ samples: true });
}, 120_000);
afterAll(() => system.stop());

const entry = z.record(z.string(), z.unknown());
const rated = entry.and(
  z.object({ ratings: z.array(z.object({ update: z.string(), rating: z.string().nullable() })) }),
);
const itemsOf = async <Item extends z.ZodType>(register: string, item: Item, query = '') =>
  (await system.get(`/areas/${area}/${register}?limit=200${query}`, z.object({ items: z.array(item) })))
    .items;

const UPDATES = { may_2024: '2024-05', august_2024: '2024-08', november_2024: '2024-11' } as const;

/** The ratings of a row of the papers, by update. */
const ratingsOf = (row: Record<string, string>) =>
  Object.entries(UPDATES).map(([column, update]) => ({ update, rating: ratingOf(row[column]) }));

describe('the tables of the papers, every row and column, through the API', () => {
  test('conditions: text and rating at each update', async () => {
    const found = await itemsOf('conditions', rated);
    expect(
      found.map(({ condition, text, ratings }) => ({ condition, text, ratings: ratings.toReversed() })),
    ).toEqual(
      sourceTable('conditions').map((row) => ({
        ...{ condition: row['condition'], text: row['short_text'] },
        ratings: ratingsOf(row),
      })),
    );
  });

  test('risks of both registers: text, ratings, impact, likelihood and score', async () => {
    const found = await itemsOf('risks', rated);
    const rows = sourceTable('risks');
    expect(found).toHaveLength(rows.length);
    for (const row of rows) {
      const scored = row['score'] !== '';
      const one = found.find(({ risk, register }) => {
        const name = String(register);
        return risk === row['id'] && row['register']?.startsWith(name);
      });
      expect(one).toMatchObject({
        text: row['risk'],
        impact: scored ? Number(row['impact']) : null,
        likelihood: scored ? Number(row['likelihood']) : null,
        score: scored ? Number(row['score']) : null,
        key: scored,
      });
      expect(one?.ratings.toReversed()).toEqual(
        scored ? [{ update: '2025-01', rating: null }] : ratingsOf(row),
      );
    }
  });

  test('workstreams: programme, name and status of January 2025', async () => {
    const found = await itemsOf('programme', rated);
    const inOrder = (all: readonly { programme: unknown; workstream: unknown }[]) =>
      all.toSorted((a, b) =>
        `${a.programme} ${a.workstream}`.localeCompare(`${b.programme} ${b.workstream}`, 'en-GB'),
      );
    expect(
      inOrder(
        found.map(({ programme, workstream, ratings }) => ({
          ...{ programme, workstream, update: ratings[0]?.update, rating: ratings[0]?.rating },
        })),
      ),
    ).toEqual(
      inOrder(
        sourceTable('workstreams').map((row) => ({
          programme: `${row['programme']} ${row['programme_name']}`,
          workstream: row['workstream'],
          ...{ update: '2025-01', rating: ratingOf(row['rag_january_2025']) },
        })),
      ),
    );
  });

  test('interventions: group, what it is to change, text, kind and timeframe; 27, 25, 13 and 1', async () => {
    const MOVES: Readonly<Record<string, string>> = {
      'fewer EHCNA requests': 'ehcp.requests',
      'fewer EHCNA requests; more No to Assess': 'ehcp.requests',
      'more plans ceased': 'ehcp.ceased',
      'fewer INMSS placements': 'inmss.placed',
    };
    const found = await itemsOf('interventions', entry);
    const rows = sourceTable('interventions');
    const headOf = (row: Record<string, string>) =>
      rows.find(({ group, group_name }) => group === row['group'] && group_name !== '');
    expect(
      rows.map((row) => {
        const { group, metric, text, change, timeframe } = found.find(({ id }) => id === row['id']) ?? {};
        return { id: row['id'], group, metric, text, change, timeframe };
      }),
    ).toEqual(
      rows.map((row) => ({
        id: row['id'],
        group: `${row['group']} ${headOf(row)?.['group_name']}`,
        metric: MOVES[headOf(row)?.['impact'] ?? ''],
        ...{ text: row['intervention'], change: row['change'], timeframe: row['timeframe'] },
      })),
    );
    const kinds = Object.groupBy(found, ({ change }) => String(change));
    expect(
      ['New', 'Accelerate', 'Optimise', 'Pause', 'null'].map((kind) => kinds[kind]?.length ?? 0),
    ).toEqual([27, 25, 13, 1, found.length - 66]);
  });
});

describe('what belongs together is found from either end', () => {
  const about = (register: string, metric: string) => itemsOf(register, entry, `&metric=${metric}`);

  test('a metric finds its condition and what moves it; those name the metric and each other', async () => {
    const [condition, ...others] = await about('conditions', 'ehcp.ceased.r12');
    expect([condition?.['condition'], others]).toEqual(['3.4', []]);
    const moving = await about('interventions', 'ehcp.ceased');
    expect(moving.map(({ id }) => id)).toEqual(condition?.['interventions']);
    expect(moving.map(({ metric, serves }) => `${metric} ${serves}`)).toEqual(
      moving.map(() => 'ehcp.ceased 3.4'),
    );
  });

  test('a risk, an intervention against it, its condition and its metric name each other', async () => {
    const report = await system.drop(
      `${area}/interventions/against.csv`,
      'id,text,metric,effect_per_month,starts,risk\nagainst-1,Hold requests,ehcp.requests,-4,2024-11,Dashboard/growth\n',
    );
    expect(report.state).toBe('accepted');
    const found = (await about('interventions', 'ehcp.requests')).find(({ id }) => id === 'against-1');
    expect(found).toMatchObject({ risks: ['Dashboard/growth'], serves: '3.1' });
    const [risk] = await about('risks', 'ehcp.requests');
    expect(risk).toMatchObject({
      ...{ risk: 'growth', interventions: ['against-1'], conditions: ['3.1'], metrics: ['ehcp.requests'] },
    });
    const [condition] = await about('conditions', 'ehcp.requests');
    expect(condition).toMatchObject({ condition: '3.1', risks: ['Dashboard/growth'] });
    await system.remove(`${area}/interventions/against.csv`);
    expect(await about('risks', 'ehcp.requests')).toEqual([]);
  });

  test('a metric that is none is refused with its field', async () => {
    const { status, text } = await system.api(`/areas/${area}/conditions?metric=ehcp.activ`);
    expect([status, JSON.parse(text).errors[0].field]).toEqual([400, 'metric']);
  });
});

describe('what is stored is read in at most two round trips', () => {
  test.each([
    ['who sees everything', ['read', 'read-small-numbers', 'operate']],
    ['who does not see small numbers', ['read', 'operate']],
  ])('by a caller %s', async (_, scopes) => {
    const { TableNames: [name = ''] = [] } = await system.runtime.clients.dynamodb.send(
      new ListTablesCommand({}),
    );
    const { client, taken } = countingClient(system.runtime.clients.dynamodb);
    const table = { client, name };
    const ports: ApiPorts = {
      verify: (subject) => Promise.resolve({ subject, scopes, areas: [area] }),
      clock: { now: () => new Date('2025-01-09T10:00:00.000Z') },
      areas: [area],
      ...{ drops: dropStore(table), cells: cellStore(table), runs: runStore(table) },
      ...{ requests: requestStore(table), settings: settingStore(table) },
    };
    const most = { '200': 0, '404': 0 };
    for (const { method, path } of exampleRequests(views)) {
      const { pathname, search } = new URL(path, 'http://any');
      const response = await respond(
        {
          ...{ method, path: decodeURIComponent(pathname), headers: { authorization: 'Bearer ann' } },
          query: Object.fromEntries(new URLSearchParams(search)),
        },
        views,
        { ...ports, runs: askedOnce(ports.runs) },
      );
      const status = z.enum(['200', '404']).parse(String(response.status));
      most[status] = Math.max(most[status], taken());
      expect([path, most[status] <= 2]).toEqual([path, true]);
    }
    expect(most['200']).toBe(2);
    client.destroy();
  });
});

describe('each entry keeps its history', () => {
  test('an update and a mended file: the register as of a day is as it was, each row is named', async () => {
    const key = `${area}/risks/later.csv`;
    const row = (impact: number, update: string) =>
      `Dashboard,growth,Growth is stronger,${impact},4,${update}\n`;
    const head = 'register,risk,text,impact,likelihood,update\n';
    await system.drop(key, head + row(3, '2024-11'), '2024-12-01');
    const item = entry.and(
      z.object({
        score: z.number(),
        movement: z.string().nullable(),
        scores: z.array(z.object({ update: z.string(), score: z.number() })),
        history: z.array(z.object({ update: z.string(), drop: z.string(), row: z.int() })),
      }),
    );
    const growth = async (query = '') =>
      (await itemsOf('risks', item.or(entry), query)).flatMap((each) =>
        each['risk'] === 'growth' ? [item.parse(each)] : [],
      )[0];
    expect(await growth()).toMatchObject({
      ...{ score: 20, movement: 'worse' },
      scores: [
        { update: '2025-01', score: 20 },
        { update: '2024-11', score: 12 },
      ],
    });
    for (const { drop } of (await growth())?.history ?? [])
      expect((await system.api(`/areas/${area}/drops/${drop}`)).status).toBe(200);
    expect(await growth('&asOf=2024-12-05')).toMatchObject({ score: 12, movement: null });
    await system.remove(key);
    expect((await growth())?.scores).toHaveLength(1);
  });
});

describe('the system flow table of the papers', () => {
  const flow = Object.fromEntries(
    sourceTable('system-flow').map(({ row = '', ...columns }) => [row, columns]),
  );
  const LEVERS = {
    requests: ['ehcna_requests_per_month', 1],
    noToAssessRate: ['no_to_assess_pct', 100],
    noToIssueRate: ['no_to_issue_pct', 100],
    ceased: ['plans_ceased_per_month', 1],
  } as const;
  const CURRENT = 'Current system (Wiltshire 2023; requests are the 2024 12-month average)';
  const NEIGHBOURS = 'Statistical neighbours 2023';
  const TARGET = 'Target system';
  const EFFECTS = Object.keys(flow).filter((row) => ![CURRENT, NEIGHBOURS, TARGET].includes(row));
  const figures = (row: string) =>
    Object.fromEntries(
      Object.entries(LEVERS).flatMap(([lever, [column, scale]]) => {
        const text = flow[row]?.[column] ?? '';
        return text === '' ? [] : [[lever, Number((Number(text) / scale).toFixed(6))]];
      }),
    );
  const answer = z.object({
    netAnnualGrowth: z.number(),
    netAnnualGrowthAtEnd: z.number(),
    assumed: z.array(z.string()),
    months: z.array(z.looseObject({ period: z.string(), requests: z.number(), ceased: z.number() })),
  });
  const run = async (body: object) => {
    const { status, text } = await system.api(`/areas/${area}/scenarios/system-flow`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    expect(status).toBe(200);
    return answer.parse(JSON.parse(text));
  };
  const span = { start: 6357, from: '2025-01', horizonMonths: 24 };

  test.each([CURRENT, TARGET])('%s: the growth that its figures lead to', async (row) => {
    const { netAnnualGrowth } = await run({ ...figures(row), ...span });
    expect(Math.round(netAnnualGrowth)).toBe(Number(flow[row]?.['net_annual_growth']));
  });

  test('the neighbours of 2023 are comparators of the series, as published', async () => {
    const series = z.object({
      comparators: z.array(
        z.object({ level: z.string(), points: z.array(z.object({ value: z.number().nullable() })) }),
      ),
    });
    const neighbours = async (metric: string) =>
      (await system.get(`/areas/${area}/series/${metric}`, series)).comparators.flatMap(
        ({ level, points }) =>
          level === 'stat-neighbours' ? points.flatMap(({ value }) => value ?? []) : [],
      );
    const { noToAssessRate, noToIssueRate, ceased } = figures(NEIGHBOURS);
    expect(await neighbours('ehcp.no-to-assess-rate')).toContain(noToAssessRate);
    expect(await neighbours('ehcp.no-to-issue-rate')).toContain(noToIssueRate);
    expect(await neighbours('ehcp.ceased.r12')).toContain(ceased);
  });

  test('each row that acts on the flow moves its own figures by as much, from its month on, and no other', async () => {
    for (const row of EFFECTS) {
      const effect = figures(row);
      const from = flow[row]?.['full_effect_by'] || '2025-06';
      const { months } = await run({
        ...{ ...figures(CURRENT), ...span },
        interventions: [{ from, ...effect }],
      });
      for (const month of months)
        for (const [lever, base] of Object.entries(figures(CURRENT)))
          expect(month[lever]).toBeCloseTo(base + (month.period >= from ? (effect[lever] ?? 0) : 0), 9);
    }
  });

  test('together they lead from the current to the target system, in the last month that the table names', async () => {
    const interventions = EFFECTS.filter((row) => Object.keys(figures(row)).length > 0).map((name) => {
      const from = flow[name]?.['full_effect_by'] ?? '';
      return { name, ...(from === '' ? { from: '2025-06', assumed: true } : { from }), ...figures(name) };
    });
    expect(interventions).toHaveLength(6);
    const { months, assumed, netAnnualGrowthAtEnd } = await run({
      ...{ ...figures(CURRENT), ...span },
      interventions,
    });
    expect(Math.round(netAnnualGrowthAtEnd)).toBe(Number(flow[TARGET]?.['net_annual_growth']));
    expect(assumed).toEqual(['Pre-DaD1 support']);
    const full = months.find(({ period }) => period === flow[TARGET]?.['full_effect_by']);
    for (const [lever, value] of Object.entries(figures(TARGET))) expect(full?.[lever]).toBeCloseTo(value, 9);
  });

  test('the register of interventions has a row for each figure of it, with its month', async () => {
    const METRICS: Readonly<Record<string, string>> = {
      requests: 'ehcp.requests',
      noToAssessRate: 'ehcp.no-to-assess-rate',
      noToIssueRate: 'ehcp.no-to-issue-rate',
      ceased: 'ehcp.ceased',
    };
    const found = (await itemsOf('interventions', entry)).filter(({ id }) => String(id).startsWith('flow-'));
    const said = EFFECTS.flatMap((row) => {
      const full = flow[row]?.['full_effect_by'] || null;
      const effects = Object.entries(figures(row));
      return effects.length === 0
        ? [[row, 'inmss.placed', null, full]]
        : effects.map(([lever, effect]) => [row, METRICS[lever], effect, full]);
    });
    expect(
      found.map(({ text, metric, effectPerMonth, fullEffectBy }) => [
        text,
        metric,
        effectPerMonth,
        fullEffectBy,
      ]),
    ).toEqual(said);
  });

  test('before its month an intervention has not started; without figures it says what is missing', async () => {
    const progress = z.looseObject({
      id: z.string(),
      progress: z.object({ state: z.string(), text: z.string(), starts: z.string().nullable() }),
    });
    const found = await itemsOf('interventions', progress);
    const of = (id: string) => found.find((each) => each.id === id)?.progress;
    expect(of('flow-5')).toMatchObject({ state: 'not-started', starts: '2026-01' });
    expect(of('flow-2')).toMatchObject({ state: 'not-measurable', starts: null });
    expect(of('flow-2')?.text).toContain('no month');
    expect(of('3.2')?.text).toMatch(/paused/);
    for (const { progress: each } of found) expect(each.text).not.toBe('');
  });
});
