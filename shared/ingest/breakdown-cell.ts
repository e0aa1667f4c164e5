import type { BreakdownWord } from '../catalogue/breakdowns/word.ts';
import type { BreakdownContent } from '../catalogue/feeds/feed.ts';
import { nearestName, plainHeading } from '../reading/heading.ts';
import { cut, type Read, read, unreadable } from '../reading/problem.ts';
import { readName } from './tidy-cells.ts';

/** The series route takes no longer value of a split, and every value must be one that can be asked for. */
const LONGEST = 80;

/** Written out where a blank would do. */
const ALL = /^(all|total|all pupils|everyone|both|any|all schools|all ages)$/i;

/** The value of a split in the form in which it is kept; undefined for a cell that says all. */
export function readBreakdown(text: string, of: BreakdownContent): Read<string | undefined> {
  if (ALL.test(text.trim())) return read(undefined);
  if (of === 'name') return readShortName(text);
  if (of === 'words') return readSlug(text);
  if (of === 'age') return readAge(text);
  return 'one' in of ? readWord(text, of.one) : readWords(text, of.several);
}

function readShortName(text: string): Read<string> {
  const name = readName(text);
  if (!name.ok || name.value.length <= LONGEST) return name;
  return unreadable(
    'text-too-long',
    `Cannot take a text of ${name.value.length} characters here: at most ${LONGEST} are kept. Shorten it.`,
  );
}

/** `Parent or carer` and `parent/carer` and `PARENT CARER` differ only where their words do. */
function readSlug(text: string): Read<string> {
  const name = readShortName(text);
  if (!name.ok) return name;
  const slug = name.value
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug === ''
    ? unreadable('unknown-word', `Cannot take "${cut(text.trim())}" here: it has no letter and no figure.`)
    : read(slug);
}

/** `3`, `Age 3`, `3 years`, `5-10`, `5 to 10`, `under 5`, `20 and over`, kept as `3`, `5-10`, `under-5`, `20-plus`. */
function readAge(text: string): Read<string> {
  const written = text
    .trim()
    .toLowerCase()
    .replace(/^aged?\s*/, '')
    .replace(/\s*(years?( olds?)?|year-olds?|yrs?|y\/?o)$/, '');
  const age = (figures: string | undefined) => {
    const value = figures === undefined || !/^\d{1,2}$/.test(figures) ? Number.NaN : Number(figures);
    return value <= 25 ? value : undefined;
  };
  const single = age(written);
  if (single !== undefined) return read(String(single));
  const [, from, to] = /^(\d+)\s*(?:-|–|to)\s*(\d+)$/.exec(written) ?? [];
  const [first, last] = [age(from), age(to)];
  if (first !== undefined && last !== undefined && first < last) return read(`${first}-${last}`);
  const below = age(/^(?:under|below|<)\s*(\d+)$/.exec(written)?.[1]);
  if (below !== undefined) return read(`under-${below}`);
  const over = age(/^(\d+)\s*(?:\+|plus|and over|and above|or over)$/.exec(written)?.[1]);
  if (over !== undefined) return read(`${over}-plus`);
  return unreadable(
    'not-an-age',
    `Cannot read "${cut(text.trim())}" as an age. Write whole years from 0 to 25 such as 3, or a span such as 5 to 10, under 5, 20 and over.`,
  );
}

function readWord(text: string, words: readonly BreakdownWord[]): Read<string> {
  const written = plainHeading(text);
  const word = words.find(({ id, name, variants }) =>
    [id, name, ...variants].some((known) => plainHeading(known) === written),
  );
  if (word !== undefined) return read(word.id);
  const ids = words.map(({ id }) => id);
  const meant = nearestName(text, ids);
  const hint = meant === undefined ? '' : ` Perhaps ${meant} is meant.`;
  return unreadable(
    'unknown-word',
    `Cannot take "${cut(text.trim())}" here.${hint} Write ${ids.join(', ')}.`,
  );
}

/** Several words joined by plus signs, in one order however they are written: `CLA+DIS` is `DIS+CLA`. */
function readWords(text: string, words: readonly BreakdownWord[]): Read<string> {
  const found: string[] = [];
  for (const part of text.split(/[+&]/)) {
    const word = readWord(part, words);
    if (!word.ok) return word;
    if (found.includes(word.value)) {
      const message = `Cannot take "${cut(text.trim())}": ${word.value} stands in it twice. Name each group once.`;
      return unreadable('repeated-word', message);
    }
    found.push(word.value);
  }
  return read(found.toSorted().join('+'));
}
