import * as z from 'zod';
import { csvForm, nextLink } from '../csv/csv-form.ts';
import { listOf, pageOf } from '../page.ts';
import { asOfParameter, idParameter, laterThanNow, noQuery, pageParameters } from '../parameters.ts';
import { answer, calculation, page, refused } from '../route.ts';

const columnSchema = z.object({
  name: z.string().describe('The canonical name, as in templates'),
  meaning: z.string(),
  takes: z.string().describe('What its cells hold, in words'),
  unit: z
    .enum(['count', 'ratio', 'gbp', 'score'])
    .nullable()
    .describe('Of a figure whose unit is always the same'),
  words: z.array(z.string()).describe('The words that it is limited to; empty where it is not'),
  required: z.boolean().describe('The file cannot be read without it'),
  variants: z
    .array(z.string())
    .describe('Other headings that are recognised; case, spacing and punctuation never matter'),
});

const feedSchema = z
  .object({
    id: z.string().describe('The folder of its files'),
    title: z.string(),
    purpose: z.string(),
    shape: z
      .enum(['wide', 'tidy', 'register', 'open-data'])
      .describe('A row is a month, a figure, an entry, or what a national file has'),
    shared: z.boolean().describe('Files of it may lie under `_shared`, for every council'),
    template: z.string().nullable().describe('Where to get a file to fill in'),
    columns: z.array(columnSchema),
  })
  .meta({ id: 'Feed' });

/** What files can be dropped for, and what may stand in them. */
export const listFeeds = calculation({
  method: 'GET',
  path: '/feeds',
  summary: 'Every feed with its columns: what they mean, take, and under which headings they are recognised',
  params: z.object({}),
  query: z.strictObject({ ...pageParameters, asOf: asOfParameter }),
  response: listOf(feedSchema),
  forms: ['text/csv'],
  scopes: ['read'],
  handle: async ({ query, ports }) => {
    const later = laterThanNow(query.asOf, ports);
    if (later) return refused(later);
    const { describedFeeds } = await import('./feed-answers.ts');
    const found = page(pageOf(describedFeeds(), query, ({ id }) => id));
    if (found.kind === 'problem') return found;
    const asked = { path: '/api/v1/feeds', query: { limit: String(query.limit) } };
    return { ...found, forms: [csvForm(() => columnTable(found.body.items), nextLink(found.body, asked))] };
  },
});

/** A file to fill in: the header of a feed, the same bytes that the command writes. */
export const getFeedTemplate = calculation({
  method: 'GET',
  path: '/feeds/{feed}/template',
  summary: 'A file to fill in: the columns of a feed and nothing below',
  params: z.object({ feed: idParameter.meta({ description: 'Feed, `send-monthly`' }) }),
  query: noQuery,
  response: z.string(),
  produces: 'text/csv',
  scopes: ['read'],
  handle: async ({ params }) => {
    const { templateNamed } = await import('./feed-answers.ts');
    const template = templateNamed(params.feed);
    return typeof template === 'string' ? answer(template) : refused(template);
  },
});

/** A feed as it is described. */
export type DescribedFeed = z.input<typeof feedSchema>;

/** A row for each column of each feed: a feed has too many to stand beside each other. */
function columnTable(items: readonly DescribedFeed[]) {
  return {
    columns: ['feed', 'title', 'name', 'meaning', 'takes', 'unit', 'words', 'required', 'variants'],
    rows: items.flatMap(({ id, title, columns }) =>
      columns.map(({ name, meaning, takes, unit, words, required, variants }) => [
        ...[id, title, name, meaning, takes, unit],
        ...[words.join('; '), required, variants.join('; ')],
      ]),
    ),
  };
}
