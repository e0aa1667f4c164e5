import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../../shared/reading/format/formats.ts';
import type { RowEvent } from '../../../shared/reading/row-event.ts';
import { streamed } from '../bytes.ts';

const knownHeadings = (cells: readonly string[]): number =>
  cells.filter((cell) => ['month', 'value', 'note'].includes(cell.trim())).length;

async function collect(events: AsyncIterable<RowEvent>): Promise<RowEvent[]> {
  const collected: RowEvent[] = [];
  for await (const event of events) collected.push(event);
  return collected;
}

function read(content: string | Uint8Array, size?: number): Promise<RowEvent[]> {
  return collect(rowsOf(streamed(content, size), knownHeadings));
}

async function cellsOf(content: string | Uint8Array, size?: number): Promise<(readonly string[])[]> {
  return (await read(content, size)).flatMap((event) => (event.kind === 'row' ? [event.cells] : []));
}

async function refusalOf(content: string | Uint8Array): Promise<string | undefined> {
  return (await read(content)).flatMap((event) => (event.kind === 'refused' ? [event.problem.code] : []))[0];
}

describe('CSV', () => {
  test.each([
    ['comma', 'month,value\n2024-10,6161\n'],
    ['semicolon', 'month;value\n2024-10;6161\n'],
    ['tab', 'month\tvalue\n2024-10\t6161\n'],
  ])('with %s is recognised and read', async (name, content) => {
    const [first, ...rows] = await read(content);
    expect(first).toEqual({ kind: 'recognised', as: `CSV, UTF-8, ${name}` });
    expect(rows).toEqual([
      { kind: 'row', row: 1, cells: ['month', 'value'] },
      { kind: 'row', row: 2, cells: ['2024-10', '6161'] },
    ]);
  });

  test('commas within figures and a title do not outvote the headings', async () => {
    const content = `SEND, monthly, Wiltshire\nmonth;value\n${'2024-10;6,161,000\n'.repeat(30)}`;
    expect((await cellsOf(content))[2]).toEqual(['2024-10', '6,161,000']);
  });

  test.each([
    ['CRLF', 'a,b\r\n1,2\r\n'],
    ['CR', 'a,b\r1,2\r'],
    ['mixed', 'a,b\r\n1,2\n'],
    ['no last line end', 'a,b\n1,2'],
    ['a byte order mark', '\ufeffa,b\n1,2\n'],
    ['spaces around quotes', 'a, "b"\n"1" ,2\n'],
  ])('%s makes no difference', async (_name, content) => {
    expect(await cellsOf(content)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('rows are counted as lines: blank ones and breaks within quotes too', async () => {
    const events = await read('month,note\n\n2024-10,"two\r\nlines"\n2024-11,x\n');
    expect(events.slice(1)).toEqual([
      { kind: 'row', row: 1, cells: ['month', 'note'] },
      { kind: 'row', row: 2, cells: [''] },
      { kind: 'row', row: 3, cells: ['2024-10', 'two\nlines'] },
      { kind: 'row', row: 5, cells: ['2024-11', 'x'] },
    ]);
  });

  test('quotes within a cell belong to it', async () => {
    expect(await cellsOf('note,value\nthe "best" year,1\n"a ""b""",2\n')).toEqual([
      ['note', 'value'],
      ['the "best" year', '1'],
      ['a "b"', '2'],
    ]);
  });

  test('how the stream is cut makes no difference', async () => {
    const row = fc.array(fc.stringMatching(/^[a-z£é",;\r\n ]{0,8}$/), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        async (rows, size) => {
          const content = `month,value\r\n${rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')}`;
          expect(await read(content, size)).toEqual(await read(content, 1_000_000));
        },
      ),
    );
  });

  test('what is written as CSV reads back', async () => {
    const cell = fc.stringMatching(/^[a-z0-9£",; ]{0,8}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 }),
        async (rows) => {
          const content = ['month,value', ...rows.map((cells) => cells.map(quoted).join(','))].join('\n');
          expect((await cellsOf(content)).slice(1)).toEqual(rows);
        },
      ),
    );
  });
});

describe('encodings', () => {
  const text = 'month,value,note\r\n2024-10,£43.2m,café – “late”\r\n';
  const rows = [
    ['month', 'value', 'note'],
    ['2024-10', '£43.2m', 'café – “late”'],
  ];
  // Dashes and curly quotes stand where Latin-1 has control characters.
  const windows = Buffer.from(text.replace('–', '\x96').replace('“', '\x93').replace('”', '\x94'), 'latin1');
  const littleEndian = Buffer.from(text, 'utf16le');
  const bigEndian = Buffer.from(littleEndian).swap16();
  test.each([
    ['UTF-8', Buffer.from(text), 'UTF-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'UTF-8'],
    ['Windows-1252', windows, 'Windows-1252'],
    ['UTF-16 little-endian', littleEndian, 'UTF-16'],
    ['UTF-16 big-endian', bigEndian, 'UTF-16'],
    ['UTF-16 little-endian with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'UTF-16'],
    ['UTF-16 big-endian with a mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), 'UTF-16'],
  ])('%s is read, however the stream is cut', async (_name, bytes, encoding) => {
    for (const size of [1, 2, 3, 7, 1000]) {
      expect(await cellsOf(bytes, size)).toEqual(rows);
      const named = (await read(bytes, size)).flatMap((event) =>
        event.kind === 'recognised' ? [event.as] : [],
      );
      expect(named.at(-1)).toBe(`CSV, ${encoding}, comma`);
    }
  });

  test('a £ far down in a Windows-1252 file is a £', async () => {
    const bytes = Buffer.from(`month,value\n${'2024-10,5\n'.repeat(20_000)}2024-11,\xa35\n`, 'latin1');
    expect((await cellsOf(bytes, 65_536)).at(-1)).toEqual(['2024-11', '£5']);
  });
});

describe('what is no CSV', () => {
  test.each([
    ['an old or encrypted workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'not-text'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'not-text'],
    [
      'UTF-16 that ends within a character',
      Buffer.from('\ufeffmonth,value\n', 'utf16le').subarray(0, -1),
      'not-utf-16',
    ],
    ['UTF-16 with a NUL', Buffer.from('month,value\n2024-10,5\0', 'utf16le'), 'not-text'],
    ['bytes with NULs', Buffer.from([1, 2, 0, 0, 0, 7, 8]), 'not-text'],
    [
      'UTF-8 and Windows-1252 in one',
      Buffer.concat([Buffer.from('a,£\n'), Buffer.from('b,\xa3\n', 'latin1')]),
      'not-utf-8',
    ],
    [
      'bytes that Windows-1252 does not have',
      Buffer.from('month,value\n2024-10,\x81\n', 'latin1'),
      'not-utf-8',
    ],
    ['a NUL far down', Buffer.from(`month,value\n${'2024-10,5\n'.repeat(2000)}\0`), 'not-text'],
    ['half a character at the end', Buffer.from([0xc2, 0xa3, 0x61, 0xc2]), 'not-utf-8'],
    ['an unclosed quote', 'month,note\n2024-10,"open\n2024-11,x\n', 'unclosed-quote'],
  ])('%s is refused', async (_name, content, code) => {
    expect(await refusalOf(content)).toBe(code);
  });

  test('the refusal names what the file seems to be and how to mend it', async () => {
    const [event] = await read(Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    expect(event?.kind === 'refused' ? event.problem.message : '').toMatch(
      /old Excel workbook.*password.*\.xlsx/,
    );
  });

  test('rows before an unclosed quote in a large file are given, and the line of the quote', async () => {
    const content = `month,note\n2024-09,x\n2024-10,"open\n${'2024-11,x\n'.repeat(100_000)}`;
    const events = await read(content, 65_536);
    expect(events.filter((event) => event.kind === 'row')).toHaveLength(2);
    expect(events.at(-1)).toMatchObject({ kind: 'refused', problem: { code: 'row-too-long', row: 3 } });
  });

  test('an error of the byte stream is thrown', async () => {
    async function* cutOff(): AsyncGenerator<Uint8Array, void, undefined> {
      yield await Promise.resolve(Buffer.from('month,value\n'));
      throw new Error('connection reset');
    }
    await expect(collect(rowsOf(cutOff(), knownHeadings))).rejects.toThrow('connection reset');
  });
});

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
