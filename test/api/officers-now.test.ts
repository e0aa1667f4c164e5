import { beforeAll, describe, expect, test } from 'vitest';
import type { ApiPorts } from '../../shared/api/ports.ts';
import { respond } from '../../shared/api/respond.ts';
import { views } from '../../shared/api/routes/views.ts';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { recompute } from '../../shared/recompute/recompute.ts';
import { partsOf } from '../../shared/recompute/run-parts.ts';
import type { Setting } from '../../shared/settings/setting.ts';
import { sampleCouncil } from '../recompute/sample-council.ts';

const area = 'E06000054';
const madeAt = '2025-01-09T09:00:00.000Z';
const until = '2025-01-09T12:00:00.000Z';
const refuse = () => Promise.reject(new Error('Nothing asks for this'));

/** An override that ends at noon of the day on which the run was made. */
const override: Setting = {
  ...{ area, kind: 'override', id: 'ehcp.active', version: 1, by: 'ann', at: '2025-01-09T08:00:00.000Z' },
  body: { rating: 'green', reason: 'Recount under way', until },
};

let parts: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  const known = { ...(await sampleCouncil('2025-01-09T07:00:00.000Z')), settings: [override] };
  const earlier = { alerts: [], forecasts: {} };
  const about = { area, known, catalogue: metrics, now: new Date(madeAt), dashboardUrl: '', earlier };
  parts = partsOf(recompute(about));
});

/** What the API answers at an instant from that one run. */
async function asked(path: string, now: string) {
  const head = { runId: '1', previous: null, sequence: 1, inputDigest: '', madeAt };
  const ports: ApiPorts = {
    verify: () => Promise.resolve({ subject: 'ann', scopes: ['read', 'read-small-numbers'], areas: [area] }),
    clock: { now: () => new Date(now) },
    areas: [area],
    drops: { list: refuse, find: refuse, report: refuse },
    cells: { read: refuse },
    runs: { current: () => Promise.resolve(head), part: (_, _run, name) => Promise.resolve(parts[name]) },
    requests: { find: refuse },
    settings: { list: refuse },
  };
  const [at = '', search = ''] = path.split('?');
  const request = {
    ...{ method: 'GET', path: `/api/v1/areas/${area}/${at}`, headers: { authorization: 'Bearer ann' } },
    query: Object.fromEntries(new URLSearchParams(search)),
  };
  const { status, body } = await respond(request, views, ports);
  expect(status).toBe(200);
  return JSON.parse(body);
}

const isEhcps = ({ metric }: { readonly metric: string }) => metric === 'ehcp.active';
const ways: readonly [string, (now: string) => Promise<unknown>][] = [
  ['ratings', async (now) => (await asked('ratings?limit=200', now)).items.find(isEhcps)],
  ['series', async (now) => (await asked('series/ehcp.active', now)).rating],
  ['summary', async (now) => (await asked('summary', now)).headlines.find(isEhcps).rating],
];

describe.each(ways)('an override that ends in the middle of a day, in %s', (_, answer) => {
  test('speaks until the instant that it names', async () => {
    for (const now of [madeAt, until])
      expect(await answer(now)).toMatchObject({
        ...{ officerRating: 'green', officer: { of: 'override', reason: 'Recount under way' } },
        disagreement: { levels: 2 },
      });
  });

  test('and not a moment longer, though nothing was recomputed: what officers say without it is heard', async () => {
    expect(await answer('2025-01-09T12:00:00.001Z')).toMatchObject({
      ...{ rating: 'red', officerRating: 'amber', officer: { of: 'condition', update: '2024-11' } },
      disagreement: { levels: 1, since: '2024-09-10' },
    });
  });
});

test('the disagreement that it made ends with it', async () => {
  const levels = async (now: string) => (await asked('disagreements', now)).items.find(isEhcps)?.levels;
  expect(await levels(until)).toBe(2);
  expect(await levels('2025-01-09T15:00:00.000Z')).toBe(1);
});
