import * as z from 'zod';
import { type Drop, dropStates } from '../../facts/drop.ts';
import { dropsOf } from '../../recompute/drops-of.ts';
import { listOf, pageOf } from '../page.ts';
import { areaParameter, asOfParameter, pageParameters, readAsOf, unknownFolder } from '../parameters.ts';
import { page, refused, route } from '../route.ts';
import { seesSmallNumbers } from '../sight.ts';
import { dropSchema } from './drop-schemas.ts';

/** Drops of an area and those shared by all, the one put last first. */
export const listDrops = route({
  method: 'GET',
  path: '/areas/{area}/drops',
  summary: 'Files that came, newest first, with what became of them',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({
    ...pageParameters,
    key: z.string().exactOptional().meta({ description: 'Only files of this key' }),
    feed: z.string().exactOptional().meta({ description: 'Only files of this feed' }),
    state: z.enum(dropStates).exactOptional(),
    asOf: asOfParameter,
  }),
  response: listOf(dropSchema),
  scopes: ['read'],
  handle: async ({ params, query, caller, ports }) => {
    const unknown = unknownFolder(params.area, ports);
    if (unknown) return refused(unknown);
    const knownBy = query.asOf === undefined ? undefined : readAsOf(query.asOf, ports);
    if (knownBy && !(knownBy instanceof Date)) return refused(knownBy);
    const wanted = (await dropsOf(params.area, ports)).filter(
      (drop) =>
        (query.key === undefined || drop.key === query.key) &&
        (query.feed === undefined || drop.feed === query.feed) &&
        (query.state === undefined || drop.state === query.state) &&
        (knownBy === undefined || new Date(drop.knownAt) <= knownBy),
    );
    wanted.sort(newestFirst);
    if (seesSmallNumbers(caller)) return page(pageOf(wanted, query, ({ id }) => id));
    // Holds what each column of each feed may say.
    const { protectedDrop } = await import('../protected-report.ts');
    return page(pageOf(wanted.map(protectedDrop), query, ({ id }) => id));
  },
});

function newestFirst(a: Drop, b: Drop): number {
  return a.id < b.id ? 1 : -1;
}
