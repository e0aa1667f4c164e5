import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { terminalStates } from '../../../shared/facts/drop.ts';
import { rawParts, rawRows, rawWorkbook } from '../../reading/workbooks/raw-workbook.ts';
import { zip } from '../../reading/workbooks/zip.ts';
import { balanced, readFile } from './reading.ts';

const RUNS = 10_000;

const sample = readFileSync(
  new URL('../../../samples/E06000054/send-monthly/2023.csv', import.meta.url),
  'utf8',
);
const sheet = rawRows([
  ['SEND'],
  ['month', 'ehcp_active', 'inmss_placed'],
  ['2024-09', 6090, 355],
  ['<c t="s"><v>0</v></c>', '<c s="1"><v>0.5</v></c>', 'x'],
]);
const workbook = {
  sheets: [{ rows: sheet }, { rows: sheet, state: 'hidden' as const }],
  strings: ['<t>Oct-24</t>'],
  formats: ['0%'],
};
const parts = rawParts(workbook);
/** The beginning of a file of the samples, or of the excerpts of public files. */
function beginning(file: string): string {
  return readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8').slice(0, 1500);
}
const statistics = ['requests', 'timeliness', 'annual-reviews', 'ks2', 'lait'].map((name) =>
  beginning(`test/ingest/statistics/fixtures/${name}.csv`),
);
const registers = [
  ['risks', '2024-11'],
  ['conditions', '2024-11'],
  ['programme', '2025-01'],
] as const;
/** Whatever a file is, it may lie in the folder of another feed. */
const feeds = [
  'send-monthly',
  'trajectory',
  'published',
  'risks',
  'conditions',
  'programme',
  'dfe-statistics',
];
type Seed = { readonly feed: string; readonly content: Buffer };
const encodings = ['utf8', 'utf16le', 'latin1'] as const;
const inEncodings = (feed: string, text: string): Seed[] =>
  encodings.map((encoding) => ({ feed, content: Buffer.from(text, encoding) }));
const seeds: readonly Seed[] = [
  ...inEncodings('send-monthly', sample.slice(0, 600)),
  ...inEncodings('send-monthly', 'month;ehcp_active;note\r\nOct-24;"6,161";"a ""b""\nc"\r\n'),
  ...statistics.flatMap((text) => inEncodings('dfe-statistics', text)),
  ...registers.flatMap(([feed, name]) =>
    inEncodings(feed, beginning(`samples/E06000054/${feed}/${name}.csv`)),
  ),
  { feed: 'send-monthly', content: rawWorkbook(workbook) },
  { feed: 'dfe-statistics', content: rawWorkbook(workbook) },
];

type Change = { readonly at: number; readonly bytes: Uint8Array; readonly removed: number };
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat({ max: 8000 }),
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc.constantFrom(
      ...['"', '\n', '\r', ',,', '\0', '£', '<', '>', '&a;', '"A1"', '99999999999'].map((text) =>
        Buffer.from(text),
      ),
    ),
  ),
  removed: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 400 })),
});

function changed(content: Uint8Array, changes: readonly Change[]): Buffer {
  return changes.reduce((bytes, { at, bytes: added, removed }) => {
    const from = bytes.length === 0 ? 0 : at % bytes.length;
    return Buffer.concat([bytes.subarray(0, from), added, bytes.subarray(from + removed)]);
  }, Buffer.from(content));
}

const changes = fc.array(change, { minLength: 1, maxLength: 5 });
const anyFeed = fc.constantFrom(...feeds);
const mutatedFile = fc
  .tuple(fc.constantFrom(...seeds), changes)
  .map(([{ feed, content }, made]) => ({ feed, content: changed(content, made) }));
/** Sound zip files with a part that is not: they come further than a broken zip file does. */
const mutatedPart = fc
  .tuple(anyFeed, fc.nat({ max: parts.length - 1 }), changes)
  .map(([feed, which, made]) => ({
    feed,
    content: zip(
      parts.map((part, at) =>
        at === which ? { ...part, content: changed(Buffer.from(part.content), made) } : part,
      ),
    ),
  }));
const HEADS = {
  'send-monthly': 'month,ehcp_active\n2024-10,',
  conditions: 'condition,text,update,rating,commentary\n3.1,plans,2024-11,Amber,',
  'dfe-statistics': 'Short Desc,Years,LA and Regions,LA Number,Values\nSEN_CASES_JAN,2024,Wiltshire,865,',
} as const;
const encoded = fc
  .tuple(
    fc.constantFrom(...(['send-monthly', 'conditions', 'dfe-statistics'] as const)),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(...encodings),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([feed, text, encoding, marked, swapped]) => {
    const bytes = Buffer.from(`${marked ? '\ufeff' : ''}${HEADS[feed]}${text}\n`, encoding);
    return { feed, content: swapped && bytes.length % 2 === 0 ? bytes.swap16() : bytes };
  });
const anything = fc
  .tuple(anyFeed, fc.uint8Array({ maxLength: 200 }))
  .map(([feed, bytes]) => ({ feed, content: Buffer.from(bytes) }));
const moved = fc.tuple(anyFeed, mutatedFile).map(([feed, { content }]) => ({ feed, content }));
const area = fc.constantFrom('E06000054', '_shared');
const dropped = fc.oneof(anything, encoded, mutatedFile, mutatedPart, moved);

describe('fuzzing', () => {
  test('no bytes crash the reading, hang it, or leave a row unaccounted for, whatever the feed', async () => {
    await fc.assert(
      fc.asyncProperty(dropped, area, async ({ feed, content }, folder) => {
        const outcome = await readFile(feed, content, { area: folder });
        expect(terminalStates).toContain(outcome.state);
        expect(balanced(outcome.rows)).toBe(true);
        expect(outcome.size).toBe(content.length);
        expect(outcome.problems).toHaveLength(Math.min(1000, outcome.problemCount));
        expect(outcome.state === 'quarantined' && outcome.blocks.length > 0).toBe(false);
      }),
      { numRuns: RUNS },
    );
  }, 180_000);
});
