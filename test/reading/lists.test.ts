import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodingOf, decodings } from '../../shared/reading/decoding/decodings.ts';
import { formats } from '../../shared/reading/format/formats.ts';

function filesOf(folder: string, others: readonly string[]): string[] {
  const files = readdirSync(new URL(`../../shared/reading/${folder}/`, import.meta.url));
  return files.map((file) => file.replace('.ts', '')).filter((file) => !others.includes(file));
}

describe('lists and folders', () => {
  test('every encoding has a file of its name', () => {
    expect(decodings.map(({ name }) => name.toLowerCase()).sort()).toEqual(
      filesOf('decoding', ['decoding', 'decodings', 'not-text', 'try-decode', 'windows-1252']).sort(),
    );
  });

  test('every format has a file of its name', () => {
    const parts = [
      'format',
      'formats',
      'delimiter',
      'newlines',
      'records',
      'plain-records',
      'careful-records',
    ];
    expect(formats.map(({ name }) => name.toLowerCase()).sort()).toEqual(filesOf('format', parts).sort());
  });

  test('text of any beginning has an encoding', () => {
    expect(decodingOf(new Uint8Array()).name).toBe('UTF-8');
  });
});
