import * as z from 'zod';
import { feedTitles } from '../../catalogue/feed-titles.ts';
import { readKnownAt } from '../../facts/known-at.ts';
import { filenameProblem } from '../filename.ts';

/** The feed of a file. */
export const feedParameter = z
  .string()
  .refine((id) => feedTitles.some((feed) => feed.id === id), {
    error: ({ input }) => `There is no feed "${String(input).slice(0, 40)}". ${knownFeeds()}`,
  })
  .meta({ description: 'Feed of the file, `send-monthly`' });

/** The name of a file without folders. */
export const filenameParameter = z
  .string()
  .superRefine((name, context) => {
    const message = filenameProblem(name);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  })
  .meta({
    description: 'A plain name that ends in .csv or .xlsx; the same name again replaces the file',
  });

/** Why a `knownAt` of a request cannot be taken; undefined when it can, or there is none. */
export function knownAtProblem(written: string | undefined, now: Date): string | undefined {
  if (written === undefined) return undefined;
  if (written === '') return 'It is empty: write a day, or leave it out.';
  const known = readKnownAt(written, now.toISOString());
  if (!('code' in known)) return undefined;
  return known.code === 'known-at-after-put'
    ? `${written.slice(0, 80)} is later than now, ${now.toISOString()}, and nothing is known before it is said. Write the day on which the figures were known, or leave it out.`
    : known.message;
}

function knownFeeds(): string {
  return `The feeds are ${feedTitles.map(({ id }) => id).join(', ')}.`;
}
