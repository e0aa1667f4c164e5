import { type Said, saidBy } from './said-numbers.ts';

/**
 * Numbers of the page's own words, which no answer says: names of stages, of ranges and rules, the place in a list;
 * years that no answer has; and what a page works out in a sentence from figures that it shows beside it.
 */
const OWN =
  /12[- ]months?\b|Key Stage \d|KS\d|Year \d+\b|\b20[- ]weeks?|4 in 5|4 times in 5|19 in 20|95 of 100|998 of 1,000|SEN2|grade 5|Attainment 8|Progress 8|95% interval|at most 90 days|each 1,000 children|15 or more|each 1 to 5|^\d+\. |\d+ of \d+ (?:places differ|results)|rose by [\d,]+ from|[\d,]+ (?:more|fewer) than the|override ends .*?(?:days|\))|(?:No figures?(?: for|:)|Affected by Covid:) [\d/, and]+/gu;

/** `+650`, `−£43.20m`, `11.4%`, `4 percentage points`, `−0.5 pp`. */
const NUMBER = /[+−]?£?\d+(?:,\d{3})*(?:\.\d+)?(?:m\b|%| percentage points?| points?| pp\b)?/gu;

/** The numbers that a line of a page shows beside what the answers say in words, and beside words of the page itself. */
export function numbersIn(line: string, { texts }: Said): readonly string[] {
  let rest = line;
  let lower = line.toLowerCase();
  for (const text of texts) {
    if (!lower.includes(text.toLowerCase())) continue;
    rest = without(rest, text);
    lower = rest.toLowerCase();
  }
  const known = read.get(rest);
  if (known !== undefined) return known;
  const numbers = rest.replace(OWN, ' · ').match(NUMBER) ?? [];
  read.set(rest, numbers);
  return numbers;
}

// A row is held against every item of the answers, of which most say nothing of it.
const read = new Map<string, readonly string[]>();

/** Takes a text out wherever it stands whole: the 28 of 5,728 stays. */
function without(line: string, text: string): string {
  return line.replace(
    new RegExp(
      `(?<![\\w£+−]|\\d[.,])${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\w%]|[.,]\\d)`,
      'giu',
    ),
    ' · ',
  );
}

/** Whether the answers say a number that a page shows. */
export function isSaid(shown: string, { written }: Said): boolean {
  return written.has(shown.replace(/ (percentage )?point$/, ' $1points'));
}

/** What is wrong with the numbers of a page, and how many of those in rows would be found if they were one off. */
export type Compared = {
  /** Numbers that no answer says, with the line. */
  readonly unsaid: readonly string[];
  /** Rows whose numbers no single item of the answers says all. */
  readonly unsourced: readonly string[];
  readonly inRows: number;
  readonly foundIfWrong: number;
};

/**
 * Holds all that a page shows against all that the API answered it: every number is a number of an answer, written as
 * its kind is, or stands in a text of one; and those of one row are those of one item, such as one month of a series,
 * so that a figure of another month, group or measure is found too.
 */
export function compare(
  { rows, lines }: { readonly rows: readonly string[]; readonly lines: readonly string[] },
  answers: readonly unknown[],
): Compared {
  const said = saidBy(answers);
  const items = answers.flatMap(itemsOf).map((item) => saidBy([item]));
  const isOfOne = (row: string) =>
    items.some((item) => numbersIn(row, item).every((number) => isSaid(number, item)));
  const numbered = rows.flatMap((row) => numbersIn(row, said).map((number) => ({ row, number })));
  const sourced = rows.filter((row) => numbersIn(row, said).length > 0);
  return {
    unsaid: [...rows, ...lines].flatMap((line) =>
      numbersIn(line, said).flatMap((number) => (isSaid(number, said) ? [] : [`${number} in: ${line}`])),
    ),
    unsourced: sourced.filter((row) => !isOfOne(row)),
    inRows: numbered.length,
    foundIfWrong: numbered.filter(({ row, number }) => !isOfOne(row.replace(number, oneOff(number)))).length,
  };
}

/** The same number with its last digit one higher. */
function oneOff(number: string): string {
  return number.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
}

/** The items of all lists of an answer, however deep. */
function itemsOf(part: unknown): readonly object[] {
  if (typeof part !== 'object' || part === null) return [];
  const below = Object.values(part).flatMap(itemsOf);
  return Array.isArray(part) ? [...part.filter(isObject), ...below] : below;
}

function isObject(part: unknown): part is object {
  return typeof part === 'object' && part !== null;
}
