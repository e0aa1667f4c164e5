import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { respond } from '../../shared/api/respond.ts';
import { views } from '../../shared/api/routes/views.ts';
import { dropStates } from '../../shared/facts/drop.ts';
import { dropOf } from '../facts/make.ts';
import { untroubled } from '../simulation/invocation.ts';
import { simulatedStores } from '../simulation/stores.ts';
import { emptyTables } from '../simulation/tables.ts';

const area = 'E06000054';
const keys = [`${area}/send-monthly/a.csv`, `${area}/published/a.csv`, '_shared/dfe-statistics/a.csv'];
const feedOf = (key: string) => key.split('/')[1] ?? '';

const put = fc.record({ key: fc.constantFrom(...keys), state: fc.constantFrom(...dropStates) });
const wanted = fc.record(
  {
    key: fc.constantFrom(...keys),
    feed: fc.constantFrom(...keys.map(feedOf)),
    state: fc.constantFrom(...dropStates),
  },
  { requiredKeys: [] },
);

test('drops are narrowed by key, feed and state, together and apart, the one put last first', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(put, { maxLength: 12 }), wanted, async (puts, query) => {
      const stores = simulatedStores(emptyTables(), untroubled);
      const drops = puts.map(({ key, state }, at) => ({
        ...dropOf({ key, position: at }),
        ...{ area: key.split('/')[0] ?? '', feed: feedOf(key), state, id: `2025010${at % 10}-${at}` },
      }));
      for (const drop of drops) await stores.drops.advance(drop);
      const { body } = await respond(
        {
          method: 'GET',
          path: `/api/v1/areas/${area}/drops`,
          query,
          headers: { authorization: 'Bearer ann' },
        },
        views,
        {
          ...stores,
          verify: (subject: string) => Promise.resolve({ subject, scopes: ['read'], areas: [area] }),
          clock: { now: () => new Date('2025-02-01T00:00:00.000Z') },
          areas: [area],
        },
      );
      const expected = drops
        .filter(({ key }) => query.key === undefined || key === query.key)
        .filter(({ feed }) => query.feed === undefined || feed === query.feed)
        .filter(({ state }) => query.state === undefined || state === query.state)
        .map(({ id }) => id);
      expect(JSON.parse(body).items.map(({ id }: { id: string }) => id)).toEqual(expected.sort().reverse());
    }),
    { numRuns: 50 },
  );
});
