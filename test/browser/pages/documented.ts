import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, '../../../docs/dashboard.md');

/** What docs/dashboard.md promises: a part of a page, under a heading, at an address without the council. */
export type Promised = { readonly id: string; readonly address: string; readonly heading: string };

/** A question of a new reader: what is clicked from the first page on, and under which heading the answer stands. */
export type Task = {
  readonly question: string;
  readonly clicks: readonly string[];
  readonly heading: string;
};

/** The rows of the tables of docs/dashboard.md, as they stand there. */
export async function documented(): Promise<{
  readonly pages: readonly string[];
  readonly promised: readonly Promised[];
  readonly tasks: readonly Task[];
}> {
  const rows = (await readFile(FILE, 'utf8')).split('\n').flatMap((line) => {
    if (!line.startsWith('| ')) return [];
    return [
      line
        .slice(2, -2)
        .split(' | ')
        .map((cell) => cell.trim()),
    ];
  });
  return {
    pages: rows.flatMap(([first = '', ...rest]) =>
      rest.length === 3 && first.startsWith('`') ? [quoted(first)[0] ?? ''] : [],
    ),
    promised: rows.flatMap(([id = '', , address = '', heading = '']) =>
      /^[AB]\d+$/.test(id) ? [{ id, address: quoted(address)[0] ?? '', heading }] : [],
    ),
    tasks: rows.flatMap(([question = '', clicks = '', heading = '']) =>
      question.endsWith('?') ? [{ question, clicks: quoted(clicks), heading }] : [],
    ),
  };
}

function quoted(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);
}
