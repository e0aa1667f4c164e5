import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAnswers } from '../../../bin/command/onboard/answers.ts';
import { councilGuide } from '../../../bin/command/onboard/guide.ts';
import { interview } from '../../../bin/command/onboard/interview.ts';
import {
  type Exchange,
  type OnboardDeps,
  onboard,
  settleOver,
} from '../../../bin/command/onboard/onboard-command.ts';
import { recognise } from '../../../bin/command/onboard/recognise.ts';
import { settingRequests } from '../../../bin/command/onboard/requests.ts';
import { withArea } from '../../../bin/command/onboard/stage-areas.ts';
import { areas } from '../../../shared/catalogue/areas.ts';
import { feedById } from '../../../shared/catalogue/feeds/feeds.ts';
import { recorder } from '../fakes.ts';

const area = 'E06000052';
const now = new Date('2025-02-03T09:00:00Z');
const sendMonthly = feedById('send-monthly');
const csv = 'Reporting period,EHC plans (all),New plans,Waiting\nOct-24,6161,101,9\nNov-24,6300,96,11\n';
const own = { 'Reporting period': 'month', 'EHC plans (all)': 'ehcp_active' };

const reading = (text: string, columns: Record<string, string> = {}) => {
  if (!sendMonthly) throw new Error('There is no send-monthly');
  const sample = { filename: '2024-11.csv', bytes: new TextEncoder().encode(text) };
  return recognise(sample, sendMonthly, area, columns, now);
};

describe('headings of a sample file', () => {
  test('are recognised as ingest would, and what is unknown is told', async () => {
    const seen = await reading(csv, own);
    expect(seen).toMatchObject({ refused: null, unknown: ['Waiting'] });
    expect(seen.known.map(({ column }) => column)).toEqual(['month', 'ehcp_active', 'new_plans']);
  });

  test('are shown also where the month itself is not known yet, that column first of those that are left', async () => {
    const seen = await reading(csv);
    expect(seen.refused).toContain('no column month');
    expect(seen.unknown).toEqual(['Reporting period', 'EHC plans (all)', 'Waiting']);
    expect(seen.absent[0]?.name).toBe('month');
  });

  test('are not repeated of a file that carries what looks like a person', async () => {
    const seen = await reading('Pupil name,Date of birth,month\nJo Bloggs,2010-01-01,2024-10\n');
    expect(seen.refused).not.toBeNull();
    expect(JSON.stringify(seen)).not.toContain('Bloggs');
    expect(seen.unknown).toEqual([]);
  });

  test('of any bytes are read or refused, never thrown', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), async (text) => {
        const { known, unknown } = await reading(text);
        expect([...known, ...unknown].length).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 40 },
    ));
});

const answers = {
  area,
  feeds: [{ feed: 'send-monthly', columns: own, due: { every: 1, workingDays: 8, grace: 2 } }],
  rules: {
    'ehcp.active': { bounds: { amber: { enter: 0.03 }, red: { enter: 0.06 } }, reason: 'The board agreed.' },
  },
};
const parsed = () => {
  const outcome = parseAnswers(answers);
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'));
  return outcome.answers;
};

describe('answers that cannot be used say where and what is needed, all at once', () => {
  const feed = { feed: 'send-monthly' };
  test.each([
    [{ area: 'Cornwall', feeds: [feed] }, 'area', 'E06000054'],
    [{ area, feeds: [] }, 'feeds', 'at least one'],
    [{ area, feeds: [{ feed: 'sendmonthly' }] }, 'feeds, 0, feed', 'send-monthly'],
    [{ area, feeds: [feed, feed] }, 'feeds, 1', 'twice'],
    [{ area, feeds: [{ ...feed, columns: { Plans: 'ehcp_actve' } }] }, 'columns.Plans', 'ehcp_active'],
    [{ area, feeds: [{ feed: 'risks', due: answers.feeds[0]?.due }] }, 'due', 'send-monthly'],
    [{ area, feeds: [feed], rules: { 'ehcp.actve': answers.rules['ehcp.active'] } }, 'rules', 'No metric'],
    [
      {
        area,
        feeds: [feed],
        rules: { 'ehcp.active': { bounds: { amber: { enter: 0.06 }, red: { enter: 0.03 } }, reason: 'x' } },
      },
      'red.enter',
      'at least 0.06',
    ],
    [{ area, feeds: [feed], colour: 'red' }, 'colour', 'colour'],
  ])('%j', (value, where, needed) => {
    const outcome = parseAnswers(value);
    const told = outcome.ok ? '' : outcome.problems.join('\n');
    expect(told).toContain(where);
    expect(told).toContain(needed);
  });
});

test('settings are those that people settle over the API', () => {
  expect(settingRequests(parsed())).toEqual([
    { path: `/api/v1/areas/${area}/mappings/send-monthly`, body: { columns: own } },
    { path: `/api/v1/areas/${area}/due-days/send-monthly`, body: answers.feeds[0]?.due },
    {
      path: `/api/v1/areas/${area}/rules/ehcp.active`,
      body: expect.objectContaining({ reason: 'The board agreed.' }),
    },
  ]);
});

test('somebody who is asked, and mends what was wrong, gives the same answers as a file', async () => {
  const lines = [
    ...['Cornwall', area, 'send-monthley', 'send-monthly', 'nowhere.csv', 'sample.csv'],
    // The three headings that are not known.
    ...['month', 'ehcp_actve', 'ehcp_active', ''],
    ...['soon', '8'],
    ...['ehcp.active', '3', '2', '6', '', 'The board agreed.', ''],
  ];
  const said: string[] = [];
  const given = await interview(undefined, {
    ask: () => Promise.resolve(lines.shift() ?? ''),
    say: (text) => said.push(text),
    read: (path) =>
      path === 'sample.csv' ? reading(csv) : Promise.resolve(`Cannot read ${path}: there is no such file.`),
  });
  expect(lines).toEqual([]);
  const { feeds, ...others } = parsed();
  expect(given).toEqual({ ...others, feeds: [{ ...feeds[0], sample: 'sample.csv' }] });
  expect(said.join('\n')).toContain('no such file');
  expect(said.join('\n')).toContain('"New plans" is new_plans');
});

describe('the guide of a council', async () => {
  const text = await readFile('docs/mis-guide.md', 'utf8');
  const to = { url: 'https://bellwether.test', bucket: 'some-drops', region: 'eu-west-2' };
  const code = fc.constantFrom(...areas.map((each) => each.code));
  const feed = fc.constantFrom('send-monthly', 'finance-monthly', 'risks');

  test('names its own code, feed, bucket and address everywhere, and no page that it does not carry', () =>
    fc.assert(
      fc.property(code, feed, (council, id) => {
        const guide = councilGuide(
          text,
          { area: council, feeds: [{ feed: id, columns: {} }], rules: {} },
          to,
        );
        expect(guide).toContain(`${council}/${id}/2025-02.csv`);
        if (council !== 'E06000054') expect(guide).not.toContain('E06000054');
        if (id !== 'send-monthly') expect(guide).not.toContain('send-monthly');
        expect(guide).toContain('| `BUCKET` | some-drops |');
        expect(guide).not.toMatch(/\]\([^#)]/);
      }),
      { numRuns: 30 },
    ));

  test('says the council’s own headings and days', () => {
    const guide = councilGuide(text, parsed(), to);
    expect(guide).toContain('# Sending files from Cornwall');
    expect(guide).toContain('“EHC plans (all)” is `ehcp_active`');
    expect(guide).toContain('working day 8');
  });

  test('cannot be made of a text that has no place for it', () => {
    expect(() => councilGuide('# Another page', parsed(), to)).toThrow('Cannot fill in');
  });
});

test('a council is added to a stage once, and nothing else of the file changes', () => {
  const file = JSON.stringify({
    $schema: './stage.schema.json',
    areas: ['E06000054'],
    budget: { monthlyUsd: 9 },
  });
  const added = withArea(file, area) ?? '';
  expect(JSON.parse(added)).toEqual({ ...JSON.parse(file), areas: ['E06000054', area] });
  expect(withArea(added, area)).toBeUndefined();
});

describe('onboarding', () => {
  const run = async (differing: Partial<OnboardDeps> = {}, given: object = {}) => {
    const { voice, out, err } = recorder();
    const written = new Map<string, string>();
    const code = await onboard(
      { ...parsed(), ...given },
      {
        read: () => reading(csv, own),
        guide: await readFile('docs/mis-guide.md', 'utf8'),
        destination: { url: 'https://bellwether.test', bucket: 'b', region: 'eu-west-2' },
        write: (name, text) => {
          written.set(name, text);
          return Promise.resolve(name);
        },
        serve: (council) => Promise.resolve(`Added ${council}`),
        voice,
        ...differing,
      },
    );
    return { code, written, told: [...out, ...err].join('\n') };
  };

  test('writes answers that can be given again, settings and the guide', async () => {
    const { code, written } = await run();
    expect(code).toBe(0);
    expect([...written.keys()]).toEqual(['answers.json', 'settings.json', 'sending-files.md']);
    expect(parseAnswers(JSON.parse(written.get('answers.json') ?? ''))).toEqual({
      ok: true,
      answers: parsed(),
    });
  });

  test('of a stage that is not deployed yet keeps what there is and says what is missing', async () => {
    const { code, written, told } = await run({ destination: undefined });
    expect(code).toBe(0);
    expect([...written.keys()]).toEqual(['answers.json', 'settings.json']);
    expect(told).toContain('Run this again');
  });

  test('tells of a sample that would be refused, and loses nothing that was said', async () => {
    const { code, written, told } = await run(
      { read: () => reading(csv) },
      { feeds: [{ ...answers.feeds[0], columns: {}, sample: 'a.csv' }] },
    );
    expect(code).toBe(1);
    expect(told).toContain('would be refused');
    expect(written.size).toBe(3);
  });

  test('that cannot settle one thing settles the others and says which', async () => {
    const { code, told } = await run({
      settle: ({ path }) =>
        Promise.resolve(
          path.includes('rules') ? { ok: false, problem: '403' } : { ok: true, version: 1, changed: true },
        ),
    });
    expect(code).toBe(1);
    expect(told).toContain('Cannot settle');
    expect(told).toContain('due-days/send-monthly: settled, version 1');
  });

  test('settles on top of the version that is there, and not again what is settled already', async () => {
    const calls: string[] = [];
    let stored: object = { version: 3, columns: { Plans: 'ehcp_active' } };
    const exchange: Exchange = (method, _, body) => {
      calls.push(method);
      if (method === 'PUT') {
        expect(body).toEqual({ columns: own, version: 3 });
        stored = { columns: own, version: 4 };
      }
      return Promise.resolve({ ok: true, body: stored });
    };
    const request = { path: '/api/v1/areas/E06000052/mappings/send-monthly', body: { columns: own } };
    expect(await settleOver(exchange, request)).toEqual({ ok: true, version: 4, changed: true });
    expect(await settleOver(exchange, request)).toEqual({ ok: true, version: 4, changed: false });
    expect(calls).toEqual(['GET', 'PUT', 'GET']);
  });
});
