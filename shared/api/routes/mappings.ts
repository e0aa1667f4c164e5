import * as z from 'zod';
import type { FeedDefinition } from '../../catalogue/feeds/feed.ts';
import { columnsOf, mappingProblems } from '../../settings/mapping.ts';
import { latestSetting, type Setting } from '../../settings/setting.ts';
import { areaParameter, asOfParameter, noQuery, unknownArea } from '../parameters.ts';
import { type Problem, problem } from '../problem.ts';
import { actionWithBody, answer, calculation, refused } from '../route.ts';
import { settingsAsOf } from '../settings-as-of.ts';
import { settle } from '../settle.ts';
import { columnsSchema, mappingProblem } from './mapping-columns.ts';

const versionSchema = z.int().min(0).max(99_999_998);

const mappingSchema = z
  .object({
    area: z.string(),
    feed: z.string(),
    columns: columnsSchema,
    version: versionSchema.describe('0 where nobody has written one'),
    by: z.string().nullable().describe('Who wrote this version'),
    at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Mapping' });

const givenSchema = z
  .strictObject({
    columns: columnsSchema,
    version: versionSchema.default(0).meta({
      description: 'The version that you have read, 0 where there was none: 409 when it is not the latest',
    }),
  })
  .meta({ id: 'MappingChange' });

const params = z.object({
  area: areaParameter,
  feed: z.string().meta({ description: 'Feed, `send-monthly`' }),
});

/** A council's own headings for a feed. */
export const getMapping = calculation({
  method: 'GET',
  path: '/areas/{area}/mappings/{feed}',
  summary: 'Which headings of a council’s files are which columns of a feed',
  params,
  query: z.strictObject({ asOf: asOfParameter }),
  response: mappingSchema,
  scopes: ['operate'],
  handle: async ({ params: { area, feed: id }, query, ports }) => {
    const feed = unknownArea(area, ports) ?? (await feedNamed(id));
    if ('status' in feed) return refused(feed);
    const found = await settingsAsOf(area, query.asOf, ports);
    if ('status' in found) return refused(found);
    const latest = latestSetting(found.settings, 'mapping', feed.id);
    return answer(
      latest ? described(latest) : { area, feed: feed.id, columns: {}, version: 0, by: null, at: null },
    );
  },
});

/** Says which headings of a council's files are which columns, from the next file put on. */
export const putMapping = actionWithBody({
  method: 'PUT',
  path: '/areas/{area}/mappings/{feed}',
  summary: 'Say which headings are which columns; files put from now on are read so',
  params,
  query: noQuery,
  body: givenSchema,
  response: mappingSchema,
  scopes: ['operate'],
  handle: async ({ params: { area, feed: id }, body, caller, ports }) => {
    const feed = unknownArea(area, ports) ?? (await feedNamed(id));
    if ('status' in feed) return refused(feed);
    const { columns, version: seen } = body;
    const wrong = mappingProblem(mappingProblems(columns, feed));
    if (wrong) return refused(wrong);
    const written = await settle(
      { area, kind: 'mapping', id: feed.id, body: { columns }, seen },
      caller,
      ports,
    );
    return 'status' in written ? refused(written) : answer(described(written));
  },
});

/** The columns of all feeds, 40 KiB, are read when somebody asks for a mapping. */
async function feedNamed(id: string): Promise<FeedDefinition | Problem> {
  const { feedById } = await import('../../catalogue/feeds/feeds.ts');
  return feedById(id) ?? problem(404, `There is no feed "${id.slice(0, 40)}".`);
}

function described(setting: Setting): z.input<typeof mappingSchema> {
  const { area, id, version, by, at } = setting;
  return { area, feed: id, columns: { ...columnsOf(setting) }, version, by, at };
}
