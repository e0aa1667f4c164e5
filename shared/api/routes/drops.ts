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

const dropSchema = z
  .object({
    id: z.string(),
    area: z.string(),
    feed: z.string(),
    key: z.string(),
    versionId: z.string(),
    position: z.int().describe('Place among the versions of its key, 0 the oldest'),
    deleted: z.boolean().describe('The file was deleted: what it said is retracted'),
    receivedAt: z.iso.datetime(),
    knownAt: z.iso.datetime(),
    state: z.enum(dropStates),
    finishedAt: z.iso.datetime().nullable(),
    sha256: z.string().nullable(),
    repeats: z.string().nullable().describe('The earlier version that this one repeats to the byte'),
    rows: z
      .object({ read: z.int(), accepted: z.int(), partly: z.int(), rejected: z.int(), ignored: z.int() })
      .describe('read = accepted + partly + rejected + ignored'),
    cells: z.int(),
    problemCount: z.int(),
    recognisedAs: z.string().nullable(),
    quarantineCode: z.string().nullable().describe('Why it is in quarantine'),
    warnings: z
      .array(
        z.object({
          code: z.string(),
          message: z.string(),
          row: z.int().exactOptional(),
          column: z.string().exactOptional(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Drop' });

const reportSchema = dropSchema
  .extend({
    problems: z.array(
      z.object({
        row: z.int().nullable(),
        column: z.string().nullable(),
        value: z.string().nullable(),
        code: z.string(),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: 'DropReport' });

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
      if (report && !isLater(report))
        return answer({ ...report, problems: [...report.problems], warnings: [...report.warnings] });
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
