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
const seeds = [
  Buffer.from(sample.slice(0, 600)),
  Buffer.from(sample.slice(0, 300), 'utf16le'),
  Buffer.from('month;ehcp_active;note\r\nOct-24;"6,161";"a ""b""\nc"\r\n', 'latin1'),
  rawWorkbook(workbook),
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
const mutatedFile = fc.tuple(fc.constantFrom(...seeds), changes).map(([seed, made]) => changed(seed, made));
/** Sound zip files with a part that is not: they come further than a broken zip file does. */
const mutatedPart = fc
  .tuple(fc.nat({ max: parts.length - 1 }), changes)
  .map(([which, made]) =>
    zip(
      parts.map((part, at) =>
        at === which ? { ...part, content: changed(Buffer.from(part.content), made) } : part,
      ),
    ),
  );
const encodings = ['utf8', 'utf16le', 'latin1'] as const;
const encoded = fc
  .tuple(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(...encodings),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([text, encoding, marked, swapped]) => {
    const bytes = Buffer.from(`${marked ? '\ufeff' : ''}month,ehcp_active\n2024-10,${text}\n`, encoding);
    return swapped && bytes.length % 2 === 0 ? bytes.swap16() : bytes;
  });
const anything = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));

describe('fuzzing', () => {
  test('no bytes crash the reading, hang it, or leave a row unaccounted for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anything, encoded, mutatedFile, mutatedPart), async (content) => {
        const outcome = await readFile('send-monthly', content);
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
