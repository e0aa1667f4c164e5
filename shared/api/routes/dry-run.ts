import * as z from 'zod';
import type { FeedDefinition } from '../../catalogue/feeds/feed.ts';
import { feedById } from '../../catalogue/feeds/feeds.ts';
import { SHARED_AREA } from '../../facts/folder.ts';
import { mappingAt, mappingProblems } from '../../settings/mapping.ts';
import { areaParameter, unknownArea } from '../parameters.ts';
import type { FilePorts } from '../ports.ts';
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
    feed: feedParameter
      .exactOptional()
      .describe('Feed of the file, `send-monthly`; left out: the one that its headings fit best'),
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
    if (unknown) return refused(unknown);
    const knownAt = query.knownAt?.trim();
    const wrong = knownAtProblem(knownAt, ports.clock.now());
    if (wrong !== undefined) {
      const detail = `Cannot use this query: knownAt: ${wrong}`;
      return refused(problem(400, detail, [{ field: 'knownAt', message: wrong }]));
    }
    const given = fileOf(content);
    if (given.kind === 'problem') return given;
    const { bytes, columns } = given.body;
    const feed = query.feed === undefined ? await guessed(area, bytes, ports) : feedById(query.feed);
    if (feed === undefined) return refused(NO_FEED);
    const unfit = columns && mappingProblem(mappingProblems(columns, feed));
    if (unfit) return refused(unfit);
    const { filename, format } = query;
    const { report: found, blocks } = await ports.dryRun({ area, feed, filename, knownAt, bytes, columns });
    const doubts = await doubtsOf(found, { at: ports.clock.now(), caller, tried: blocks }, ports);
    const report = { ...found, warnings: [...found.warnings, ...doubts] };
    const file = () => Promise.resolve(ReadableStream.from([bytes]));
    return reportReply(report, format, ports.formsOf(report, file));
  },
});

type GivenFile = {
  readonly bytes: Uint8Array;
  readonly columns: Readonly<Record<string, string>> | undefined;
};

const NO_FEED = problem(
  422,
  'Cannot tell what is in this file: none of its first 20 rows names columns of a feed. Say which feed it is for; /api/v1/feeds lists them with their columns.',
  [{ field: 'feed', message: 'The headings of the file do not tell which it is: say it.' }],
);

/** The feed that a file is likely to be of; a council's own headings count. */
async function guessed(
  area: string,
  bytes: Uint8Array,
  { guessFeed, settings, clock }: Pick<FilePorts, 'guessFeed' | 'settings' | 'clock'>,
): Promise<FeedDefinition | undefined> {
  const settled = area === SHARED_AREA ? [] : await settings.list(area);
  const now = clock.now().toISOString();
  return await guessFeed(ReadableStream.from([bytes]), (feed) => mappingAt(settled, feed, now)?.columns);
}

/** The file that a request carries, as it is or inside JSON. */
function fileOf({ bytes, type }: Content): Reply<GivenFile> {
  if (type !== 'application/json') return sized({ bytes, columns: undefined }, type);
  const body = readBody(fileSchema, new TextDecoder().decode(bytes));
  if (body.kind === 'problem') return body;
  const { content, columns } = body.body;
  return sized({ bytes: Buffer.from(content, 'base64'), columns }, type);
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
