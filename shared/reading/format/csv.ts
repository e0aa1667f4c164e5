import type { Problem } from '../../facts/drop.ts';
import { decodingOf } from '../decoding/decodings.ts';
import { peek } from '../head.ts';
import { fileProblem } from '../problem.ts';
import type { RowEvent, TextEvent } from '../row-event.ts';
import { unreadableKind } from '../signatures.ts';
import { LONGEST_RECORD, type Step } from './careful-records.ts';
import { type Delimiter, delimiterOf } from './delimiter.ts';
import type { Format, KnownHeadings } from './format.ts';
import { withPlainNewlines } from './newlines.ts';
import { recordParser } from './records.ts';

/** As much text as is looked at to find the delimiter. */
const HEAD_CHARACTERS = 65_536;
const HEAD_BYTES = 4096;

/** Comma, semicolon or tab separated text. It takes every head, and says what a file that is not text seems to be. */
export const csv: Format = { name: 'CSV', recognises: () => true, rows };

async function* rows(
  source: AsyncIterable<Uint8Array>,
  knownHeadings: KnownHeadings,
): AsyncGenerator<RowEvent, void, undefined> {
  const { head, bytes } = await peek(source, HEAD_BYTES);
  const decoding = decodingOf(head);
  const other = decoding.name === 'UTF-16' ? undefined : unreadableKind(head);
  if (other !== undefined) {
    const message = `Cannot read this file as CSV: it seems to be ${other.seems}. ${other.mend}`;
    yield { kind: 'refused', problem: fileProblem('not-text', message) };
    return;
  }
  const text = await peekText(withPlainNewlines(decoding.decode(bytes, head)));
  const delimiter = delimiterOf(text.head, knownHeadings);
  const recognised = (encoding: string) =>
    ({ kind: 'recognised', as: `CSV, ${encoding}, ${delimiter.name}` }) as const;
  yield recognised(decoding.name);
  yield* records(text.events, delimiter, recognised);
}

/** The first text of a stream, and the whole stream again. */
async function peekText(
  source: AsyncIterable<TextEvent>,
): Promise<{ head: string; events: AsyncIterable<TextEvent> }> {
  const iterator = source[Symbol.asyncIterator]();
  const taken: TextEvent[] = [];
  let head = '';
  while (head.length < HEAD_CHARACTERS) {
    const next = await iterator.next();
    if (next.done === true) break;
    taken.push(next.value);
    if (next.value.kind === 'text') head += next.value.text;
  }
  async function* again(): AsyncGenerator<TextEvent, void, undefined> {
    yield* taken;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  }
  return { head: head.slice(0, HEAD_CHARACTERS), events: again() };
}

async function* records(
  events: AsyncIterable<TextEvent>,
  delimiter: Delimiter,
  recognised: (encoding: string) => RowEvent,
): AsyncGenerator<RowEvent, void, undefined> {
  const parser = recordParser(delimiter);
  let line = 1;
  function* told(step: Step): Generator<RowEvent, void, undefined> {
    for (const cells of step.records) {
      yield { kind: 'row', row: line, cells };
      line += 1;
      for (const cell of cells) {
        for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) line += 1;
      }
    }
    if (step.broken !== undefined) yield { kind: 'refused', problem: brokenRecord(step.broken, line) };
  }
  for await (const event of events) {
    if (event.kind === 'refused') return yield event;
    if (event.kind === 'encoding') {
      yield recognised(event.name);
      continue;
    }
    const step = await parser.take(event.text);
    yield* told(step);
    if (step.broken !== undefined) return;
  }
  yield* told(await parser.finish());
}

function brokenRecord(code: string, line: number): Problem {
  return code === 'CSV_MAX_RECORD_SIZE'
    ? fileProblem(
        'row-too-long',
        `Cannot read this file from line ${line} on: the row that begins there is longer than ${LONGEST_RECORD.toLocaleString('en-GB')} characters. Most often a quote (") opens a cell there and is never closed: close it, or write two quotes ("") for one that belongs to the text.`,
        line,
      )
    : fileProblem(
        'unclosed-quote',
        `Cannot read this file from line ${line} on: a quote (") opens a cell in the row that begins there and is never closed. Close it, or write two quotes ("") for one that belongs to the text.`,
        line,
      );
}
