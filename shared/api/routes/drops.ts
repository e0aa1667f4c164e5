import * as z from 'zod';
import { type Drop, dropStates } from '../../facts/drop.ts';
import { SHARED_AREA } from '../../facts/folder.ts';
import { dropsOf } from '../../recompute/known.ts';
import { listOf, pageOf } from '../page.ts';
import {
  areaParameter,
  asOfParameter,
  idParameter,
  pageParameters,
  readAsOf,
  unknownFolder,
} from '../parameters.ts';
import { problem } from '../problem.ts';
import { answer, page, refused, route } from '../route.ts';
import { dropSchema, reportBody, reportSchema } from './drop-schemas.ts';

/** Drops of an area and those shared by all, the one put last first. */
export const listDrops = route({
  method: 'GET',
  path: '/areas/{area}/drops',
  summary: 'Files that came, newest first, with what became of them',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({
    ...pageParameters,
    key: z.string().exactOptional(),
    feed: z.string().exactOptional(),
    state: z.enum(dropStates).exactOptional(),
    asOf: asOfParameter,
  }),
  response: listOf(dropSchema),
  scopes: ['read'],
  handle: async ({ params, query, ports }) => {
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
    return page(pageOf(wanted, query, ({ id }) => id));
  },
});

/** The report of one drop, with its problems row by row. */
export const getDrop = route({
  method: 'GET',
  path: '/areas/{area}/drops/{id}',
  summary: 'The report of a file: rows, cells, problems and how to mend them',
  params: z.object({ area: areaParameter, id: idParameter }),
  query: z.strictObject({ asOf: asOfParameter }),
  response: reportSchema,
  scopes: ['read'],
  handle: async ({ params, query, ports }) => {
    const unknown = unknownFolder(params.area, ports);
    if (unknown) return refused(unknown);
    const knownBy = query.asOf === undefined ? undefined : readAsOf(query.asOf, ports);
    if (knownBy && !(knownBy instanceof Date)) return refused(knownBy);
    const isLater = ({ knownAt }: Drop) => knownBy !== undefined && new Date(knownAt) > knownBy;
    for (const folder of [params.area, SHARED_AREA]) {
      const report = await ports.drops.report(folder, params.id);
      if (report && !isLater(report)) return answer(reportBody(report));
      const unfinished = await ports.drops.find(folder, [params.id]);
      if (unfinished[0] && !isLater(unfinished[0]))
        return answer({ ...unfinished[0], problems: [], warnings: [] });
    }
    return refused(problem(404, 'This area has no drop with that id.'));
  },
});

function newestFirst(a: Drop, b: Drop): number {
  return a.id < b.id ? 1 : -1;
}
