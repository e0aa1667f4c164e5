import { parsePeriod } from '../../../shared/period/period.ts';
import { periodText } from '../../../shared/rating/period-text.ts';

/** What an API answer says, as a page may write it. */
export type Said = {
  /** Sentences, names, periods and days with a digit in them, the longest first. */
  readonly texts: readonly string[];
  /** Every way in which one of the numbers may be written. */
  readonly written: ReadonlySet<string>;
};

/** All that some parts of answers say. Counts of items, whole and by what an item says, are said as well. */
export function saidBy(parts: readonly unknown[]): Said {
  const texts = new Set<string>();
  const written = new Set<string>();
  const read = (part: unknown): void => {
    if (typeof part === 'number') for (const text of waysToWrite(part)) written.add(text);
    if (typeof part === 'string') for (const text of textsOf(part)) texts.add(text);
    if (Array.isArray(part)) for (const count of countsOf(part)) written.add(fixed(count, 0));
    if (typeof part === 'object' && part !== null) Object.values(part).forEach(read);
    // Dimensions are names of their own: a financial year, a group.
    if (typeof part === 'object' && part !== null && !Array.isArray(part))
      for (const name of Object.keys(part)) for (const text of textsOf(name)) texts.add(text);
  };
  parts.forEach(read);
  return { texts: [...texts].sort((a, b) => b.length - a.length), written };
}

const formats = new Map<string, Intl.NumberFormat>();

function fixed(size: number, least: number, most = least): string {
  const key = `${least}-${most}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat('en-GB', { minimumFractionDigits: least, maximumFractionDigits: most });
  formats.set(key, format);
  return format.format(size);
}

function waysToWrite(value: number): readonly string[] {
  const known = ways.get(value);
  if (known !== undefined) return known;
  const all = writeEveryWay(value);
  ways.set(value, all);
  return all;
}

// Answers say the same numbers over and over, in each list that an item stands in, and formatting is what costs.
const ways = new Map<number, readonly string[]>();

/**
 * A number as a count, a share, a gap of shares, a sum of money or a score, with as many decimals as pages use. A
 * minus is for numbers below zero alone, a plus for those above; the size alone stands before words such as "worse".
 */
function writeEveryWay(value: number): readonly string[] {
  const size = Math.abs(value);
  const [share, millions] = [size * 100, size / 1e6];
  const plain = [fixed(size, 0), fixed(size, 0, 1), fixed(size, 0, 2), fixed(size, 0, 3), fixed(size, 2)];
  const shares = [
    ...[fixed(share, 0), fixed(share, 0, 1), fixed(share, 0, 2), fixed(share, 0, 3)],
    ...[fixed(share, 1), fixed(share, 2), String(Number(share.toFixed(1)))],
  ];
  const sizes = [
    ...plain,
    ...plain.map((text) => `${text} points`),
    ...[`£${fixed(size, 0)}`, `£${fixed(millions, 1)}m`, `£${fixed(millions, 2)}m`],
    ...shares.flatMap((text) => [`${text}%`, `${text} pp`, `${text} percentage points`, `${text} points`]),
  ];
  const sign = value < 0 ? '−' : '+';
  return sizes.flatMap((text) => [text, `${sign}${text}`]);
}

/** A text with a digit, and as a period or a day it is written out. */
function textsOf(text: string): readonly string[] {
  if (!/\d/.test(text)) return [];
  const period = parsePeriod(text);
  if (period !== undefined) {
    const written = periodText(period);
    return [written, written.replace(/^(financial|academic) year /, '')];
  }
  if (/^\d{4}-\d\d-\d\d(T|$)/.test(text)) return daysOf(text);
  const plain = text.replace(/\s+/g, ' ');
  // A file is shown without the council's folder, or by its name alone.
  return [plain, ...(plain.includes('/') ? [plain.replace(/^[^/]*\//, ''), plain.replace(/^.*\//, '')] : [])];
}

const day = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'long', year: 'numeric' },
  timeZone: 'Europe/London',
});

function daysOf(instant: string): readonly string[] {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? [instant] : [day.format(at)];
}

function countsOf(items: readonly unknown[]): readonly number[] {
  const bySaid = new Map<string, number>();
  for (const item of items) {
    if (typeof item !== 'object' || item === null) continue;
    for (const [name, value] of Object.entries(item)) {
      const key = `${name} ${typeof value === 'object' ? value !== null : value}`;
      bySaid.set(key, (bySaid.get(key) ?? 0) + 1);
    }
  }
  return [items.length, ...bySaid.values()];
}
