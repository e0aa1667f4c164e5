import { CsvError, parse } from 'csv-parse';
import type { Delimiter } from './delimiter.ts';

/** Longer than the longest row of any feed; shorter than what an unclosed quote would swallow of a large file. */
export const LONGEST_RECORD = 131_072;

/** The records that a piece of text completes, and csv-parse's code where the text is broken after them. */
export type Step = { readonly records: readonly (readonly string[])[]; readonly broken: string | undefined };

export type RecordParser = {
  /** Takes the next piece of text. */
  take(text: string): Promise<Step>;
  /** There is no more. */
  finish(): Promise<Step>;
};

/**
 * csv-parse, fed piece by piece. Records are taken as they are found and not from its stream: that drops the ones
 * before an error, and they too must be counted and looked through.
 */
export function carefulRecords(delimiter: Delimiter): RecordParser {
  let found: string[][] = [];
  const parser = parse({
    delimiter: delimiter.character,
    record_delimiter: '\n',
    // Width is judged with the headings at hand, and a quote within a cell is part of it.
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
    max_record_size: LONGEST_RECORD,
    on_record: (cells) => {
      found.push(cells);
      return null;
    },
  });
  // Every error also comes to the callback of the write that met it.
  parser.on('error', () => undefined);
  parser.resume();
  function step(error: Error | null | undefined): Step {
    if (error && !(error instanceof CsvError)) throw error;
    const records = found;
    found = [];
    return { records, broken: error?.code };
  }
  return {
    take: async (text) => step(await new Promise((done) => parser.write(text, done))),
    finish: async () => step(await new Promise((done) => endOf(parser, done))),
  };
}

function endOf(parser: ReturnType<typeof parse>, done: (error: Error | undefined) => void): void {
  parser.once('error', done);
  parser.once('finish', () => done(undefined));
  parser.end();
}
