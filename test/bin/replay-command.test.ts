import { describe, expect, test } from 'vitest';
import type { Answer } from '../../bin/command/api-client.ts';
import { questionOf, replay } from '../../bin/command/replay-command.ts';
import { recorder, silent } from './fakes.ts';

const item = (differing: object) => ({
  ...{ month: '2024-05', metric: 'ehcp.active', name: 'EHCPs', dimensions: {}, period: '2024-04', value: 5 },
  ...{ knownAt: '2024-05-09T23:00:00.000Z', assumed: false, rating: 'amber' },
  ...{ officerRating: null, leadMonths: null },
  ...differing,
});

async function run(answer: Answer, query: { from: string; to?: string; metric?: string }) {
  const { voice, out, err } = recorder();
  const asked: string[] = [];
  const code = await replay(
    { area: 'E06000054', ...query },
    {
      ask: (method, path) => {
        asked.push(`${method} ${path}`);
        return Promise.resolve(answer);
      },
      progress: silent,
      voice,
    },
  );
  return { code, out, err, asked };
}

describe('the table', () => {
  const items = [
    item({ month: '2024-06', period: '2024-05', rating: 'red', officerRating: 'green', leadMonths: 2 }),
    item({ month: '2024-06', metric: 'dsg.in-year-balance', dimensions: { financialYear: 'FY2024' } }),
    item({ assumed: true }),
  ];

  test('begins with the first month, is aligned, and says of what nothing was known', async () => {
    const { code, out } = await run({ ok: true, body: { items } }, { from: '2024-04', to: '2024-06' });
    expect(code).toBe(0);
    expect(out).toEqual([
      'Month end  Metric                      Figure of  Known on     Data   Officers  Lead',
      '2024-04    nothing was known that is rated',
      '2024-05    ehcp.active                 2024-04    2024-05-10*  amber  –         –',
      '2024-06    ehcp.active                 2024-05    2024-05-10   red    green     2',
      '2024-06    dsg.in-year-balance FY2024  2024-04    2024-05-10   amber  –         –',
      '',
      '* the file says so; it was put on another day or at another time',
    ]);
  });

  test('without a last month ends with the last that was answered', async () => {
    const { out } = await run({ ok: true, body: { items } }, { from: '2024-05' });
    expect(out.filter((line) => /^\d{4}-/.test(line)).map((line) => line.slice(0, 7))).toEqual([
      '2024-05',
      '2024-06',
      '2024-06',
    ]);
  });

  test('of nothing says so and is no failure', async () => {
    const { code, out } = await run({ ok: true, body: { items: [] } }, { from: '2023-01' });
    expect([code, out[1]]).toEqual([0, '2023-01    nothing was known that is rated']);
  });
});

test('the question is asked as it was put', async () => {
  const { asked } = await run(
    { ok: true, body: { items: [] } },
    { from: '2024-04', to: '2025-01', metric: 'ehcp.active' },
  );
  expect(asked).toEqual(['GET /api/v1/areas/E06000054/replay?from=2024-04&to=2025-01&metric=ehcp.active']);
});

test('what the API refuses ends with 1 and its reason', async () => {
  const { code, out, err } = await run({ ok: false, problem: 'It answered 404.' }, { from: '2024-04' });
  expect({ code, out }).toEqual({ code: 1, out: [] });
  expect(err.join()).toContain('It answered 404.');
});

describe('flags', () => {
  test.each([
    [{ from: '2024-04' }, '--area'],
    [{ area: 'E06000054' }, '--from'],
    [{ area: 'E06000054', from: '2024-13' }, '2024-13'],
    [{ area: 'E06000054', from: '2024-04', to: 'now' }, '"now"'],
    [{ area: 'E06000054', from: '2024-04', to: '2024-03' }, 'Turn the two round'],
  ])('%j is not understood', (flags, named) => {
    const question = questionOf(flags);
    expect('problem' in question && question.problem).toContain(named);
  });

  test('area and first month are enough', () => {
    expect(questionOf({ area: 'E06000054', from: '2024-04' })).toEqual({
      area: 'E06000054',
      from: '2024-04',
    });
  });
});
