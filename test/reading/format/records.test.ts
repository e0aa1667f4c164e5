import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carefulRecords, type RecordParser } from '../../../shared/reading/format/careful-records.ts';
import { splitPlain } from '../../../shared/reading/format/plain-records.ts';
import { recordParser } from '../../../shared/reading/format/records.ts';

async function all(
  parser: RecordParser,
  pieces: readonly string[],
): Promise<{ records: unknown[]; broken: boolean }> {
  const records: unknown[] = [];
  for (const piece of pieces) {
    const step = await parser.take(piece);
    records.push(...step.records);
    if (step.broken !== undefined) return { records, broken: true };
  }
  const step = await parser.finish();
  records.push(...step.records);
  return { records, broken: step.broken !== undefined };
}

function inPieces(text: string, size: number): string[] {
  return text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
}

const delimiters = [
  { character: ',', name: 'comma' },
  { character: ';', name: 'semicolon' },
  { character: '\t', name: 'tab' },
] as const;

const cell = fc.oneof(
  fc.stringMatching(/^[a-z0-9£ \u00a0]{0,6}$/),
  fc.stringMatching(/^[a-z",;\n\t ]{0,6}$/).map((text) => `"${text.replaceAll('"', '""')}"`),
);
const wellFormed = fc
  .tuple(
    fc.constantFrom(...delimiters),
    fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
    fc.constantFrom('', '\n'),
  )
  .map(([delimiter, rows, end]) => ({
    delimiter,
    text: rows.map((cells) => cells.join(delimiter.character)).join('\n') + end,
  }));
const anything = fc
  .tuple(fc.constantFrom(...delimiters), fc.stringMatching(/^[ab1£"",;\n\t \u00a0\u2003\f]{0,40}$/))
  .map(([delimiter, text]) => ({ delimiter, text }));

describe('records', () => {
  test('come out of the fast splitter exactly as of csv-parse, however the text is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(wellFormed, anything),
        fc.integer({ min: 1, max: 12 }),
        async ({ delimiter, text }, size) => {
          const whole = await all(carefulRecords(delimiter), [text]);
          expect(await all(recordParser(delimiter), inPieces(text, size))).toEqual(whole);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('well-formed text is all for the fast splitter', () => {
    fc.assert(
      fc.property(wellFormed, ({ delimiter, text }) => {
        const quotedWhole = splitPlain(`${text}\n`, delimiter);
        expect(quotedWhole).toMatchObject({ odd: false, from: text.length + 1 });
      }),
    );
  });

  test('a quote that is never closed is given up after a bounded stretch', () => {
    const { odd, from } = splitPlain(`a,b\n"${'x,y\n'.repeat(10_000)}`, delimiters[0]);
    expect({ odd, from }).toEqual({ odd: true, from: 4 });
  });
});
