import { type Answer, ask } from './ask.ts';
import type { Answers } from './described.ts';
import { below, query } from './questions.ts';

/** The report of a file: what became of it, or would. */
export type Report = Answers['GET /areas/{area}/drops/{id}'];

/** A file that a reader has chosen, and what was said of it. */
export type ChosenFile = {
  readonly area: string;
  readonly file: File;
  /** The day on which its figures were known; undefined: now. */
  readonly knownAt: string | undefined;
};

/** Files up to this many bytes can be tried; larger ones are read when they are sent. */
export const MOST_TRIED = 4_400_000;

/** Asks for no feed: its headings do not tell which. */
export const CANNOT_TELL = 422;

/**
 * The report that a file would have; nothing is stored. Without a feed the one that its headings fit best is taken;
 * `columns` are headings to try in the place of those that the council has settled.
 */
export async function tryFile(
  { area, file, knownAt }: ChosenFile,
  feed: string | undefined,
  columns: Readonly<Record<string, string>> | undefined,
): Promise<Answer<Report>> {
  const content = await base64Of(file);
  if (content === undefined) return { kind: 'failed', status: 400, detail: UNREADABLE };
  return await ask(`${below(area)}/drops/dry-run${query({ feed, filename: file.name, knownAt })}`, {
    method: 'POST',
    body: { content, ...(columns && { columns }) },
  });
}

const UNREADABLE =
  'The browser cannot read this file. Close it where it is open, or check that it is still there, and choose it again.';

function base64Of(file: File): Promise<string | undefined> {
  const reader = new FileReader();
  return new Promise((resolve) => {
    reader.addEventListener('error', () => resolve(undefined));
    reader.addEventListener('load', () => {
      const { result } = reader;
      resolve(typeof result === 'string' ? result.slice(result.indexOf(',') + 1) : undefined);
    });
    reader.readAsDataURL(file);
  });
}
