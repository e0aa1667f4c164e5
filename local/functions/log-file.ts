import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { logLine } from './log-line.ts';

const KEEP_BYTES = 20 * 1024 * 1024;

export type LogFile = {
  /** Takes every line of a stream from now on. */
  take(stream: Readable, name: 'stdout' | 'stderr'): void;
  write(entry: Readonly<Record<string, unknown>>): void;
  close(): Promise<void>;
};

/**
 * A function's log, one JSON object a line. A file that has grown past 20 MB moves to `<file>.1` at the next start.
 * `alarm` gets a short text of each warning and error.
 */
export function openLogFile(file: string, alarm: (text: string) => void): LogFile {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > KEEP_BYTES) renameSync(file, `${file}.1`);
  const out = createWriteStream(file, { flags: 'a' });
  out.on('error', (error) => alarm(`cannot write ${file}: ${error.message}`));
  const line = (text: string, stream: 'stdout' | 'stderr') => {
    const { json, alarming } = logLine(text, stream, new Date());
    if (!out.writableEnded) out.write(`${json}\n`);
    if (alarming !== undefined) alarm(alarming);
  };
  return {
    take(stream, name) {
      createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (text) => {
        if (text !== '') line(text, name);
      });
    },
    write(entry) {
      line(JSON.stringify({ timestamp: new Date().toISOString(), ...entry }), 'stdout');
    },
    async close() {
      await new Promise<void>((resolve) => {
        out.end(() => resolve());
      });
    },
  };
}
