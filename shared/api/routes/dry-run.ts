import * as z from 'zod';
import type { FeedDefinition } from '../../catalogue/feeds/feed.ts';
import { feedById } from '../../catalogue/feeds/feeds.ts';
import { SHARED_AREA } from '../../facts/folder.ts';
import { mappingProblems } from '../../settings/mapping.ts';
import { areaParameter, unknownArea } from '../parameters.ts';
import { problem } from '../problem.ts';
import { answer, type Content, fileReading, type Reply, readBody, refused } from '../route.ts';
import { doubtsOf } from './doubts.ts';
import { reportSchema } from './drop-schemas.ts';
import { feedParameter, filenameParameter, knownAtProblem } from './file-parameters.ts';
import { columnsSchema, mappingProblem } from './mapping-columns.ts';
import { formatParameter, reportReply, reportTypes } from './report-reply.ts';

/** A function takes 6 MB, and a file comes as base64, four characters for three bytes. */
const MOST_BYTES = 4_400_000;

const fileSchema = z
  .strictObject({
    content: z.base64().meta({ description: 'The file, in base64' }),
    columns: columnsSchema
      .exactOptional()
      .meta({ description: 'Headings to try: they take the place of the stored mapping for this reading' }),
  })
  .meta({ id: 'FileToTry' });

/** The report that a file would have. The way to try a file, or a mapping, before anything is stored. */
export const tryDrop = fileReading({
  method: 'POST',
  path: '/areas/{area}/drops/dry-run',
  summary: 'Read a file as if it were dropped, and answer its report; nothing is stored',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({
    format: formatParameter,
    feed: feedParameter,
    filename: filenameParameter,
    knownAt: z
      .string()
      .exactOptional()
      .meta({ description: 'When the figures were known, as with the drop' }),
  }),
  file: fileSchema,
  response: reportSchema,
  forms: reportTypes,
  scopes: ['upload'],
  cacheControl: 'no-store',
  handle: async ({ params: { area }, query, content, caller, ports }) => {
    const unknown = area === SHARED_AREA ? undefined : unknownArea(area, ports);
    const feed = feedById(query.feed);
    if (unknown) return refused(unknown);
    if (feed === undefined) return refused(problem(404, `There is no feed "${query.feed}".`));
    const knownAt = query.knownAt?.trim();
    const wrong = knownAtProblem(knownAt, ports.clock.now());
    if (wrong !== undefined) {
      const detail = `Cannot use this query: knownAt: ${wrong}`;
      return refused(problem(400, detail, [{ field: 'knownAt', message: wrong }]));
    }
    const given = fileOf(content, feed);
    if (given.kind === 'problem') return given;
    const { filename, format } = query;
    const { report: found, blocks } = await ports.dryRun({ area, feed, filename, knownAt, ...given.body });
    const doubts = await doubtsOf(found, { at: ports.clock.now(), caller, tried: blocks }, ports);
    const report = { ...found, warnings: [...found.warnings, ...doubts] };
    const bytes = () => Promise.resolve(ReadableStream.from([given.body.bytes]));
    return reportReply(report, format, ports.formsOf(report, bytes));
  },
});

type GivenFile = {
  readonly bytes: Uint8Array;
  readonly columns: Readonly<Record<string, string>> | undefined;
};

/** The file that a request carries, as it is or inside JSON. */
function fileOf({ bytes, type }: Content, feed: FeedDefinition): Reply<GivenFile> {
  if (type !== 'application/json') return sized({ bytes, columns: undefined }, type);
  const body = readBody(fileSchema, new TextDecoder().decode(bytes));
  if (body.kind === 'problem') return body;
  const { content, columns } = body.body;
  const wrong = columns && mappingProblem(mappingProblems(columns, feed));
  return wrong ? refused(wrong) : sized({ bytes: Buffer.from(content, 'base64'), columns }, type);
}

function sized(file: GivenFile, type: string): Reply<GivenFile> {
  if (file.bytes.length > MOST_BYTES) {
    const megabytes = (file.bytes.length / 1_000_000).toFixed(1);
    const detail = `Cannot try this file: it has ${megabytes} MB, and 4.4 MB is the most here. Drop it: a report comes all the same, and a file with too many faults is not taken.`;
    return refused(problem(413, detail));
  }
  // What travels as text has lost its bytes: an encoding other than UTF-8 can be told no more.
  if (
    type !== 'application/json' &&
    isText(type) &&
    new TextDecoder().decode(file.bytes).includes('\uFFFD')
  ) {
    const detail = `Cannot read a file that is sent as ${type}: on its way its characters were lost. Send it as application/octet-stream.`;
    return refused(problem(400, detail));
  }
  return answer(file);
}

function isText(type: string): boolean {
  return type.startsWith('text/') || /(xml|javascript|json)$/.test(type);
}
