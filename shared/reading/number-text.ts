import { cut, type Read, read, unreadable } from './problem.ts';

/** A number as people write it. `percent` is already divided by 100, `money` means that a £ was written. */
export type WrittenNumber = {
  readonly value: number;
  readonly percent: boolean;
  readonly money: boolean;
  readonly scaled: boolean;
};

const FORM =
  /^(?<open>\()?(?<sign>[+-])?(?<pound>£)?(?<late>[+-])?(?<inner>\()?(?<digits>[\d,]*\.?\d*)(?<innerClose>\))?(?<scale>thousand|million|billion|mn|bn|[km])?(?<percent>%)?(?<close>\))?$/;

/** No figure is written in more characters; a note in the wrong column is. */
const LONGEST = 60;

const EXPONENTS: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['thousand', 3],
  ['m', 6],
  ['mn', 6],
  ['million', 6],
  ['bn', 9],
  ['billion', 9],
]);

/** Nearly every figure of an export, which needs no further look: never beyond what is exact. */
const BARE = /^\d{1,12}(\.\d{1,6})?$/;
const PLAIN = /^(\d+\.?\d*|\.\d+)$/;
const GROUPED = /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;

/**
 * Reads `6,161`, `£43.2m`, `(14.99)`, `−5`, `5.87%`. Exact: `5.87%` is the number nearest to 0.0587. Commas stand
 * between groups of three digits only; `1e5` is refused, since a spreadsheet that writes so has dropped digits.
 */
export function readNumber(text: string): Read<WrittenNumber> {
  if (BARE.test(text)) return read({ value: Number(text), percent: false, money: false, scaled: false });
  if (text.length > LONGEST) return notNumber(text);
  // Spaces (also no-break and thin ones) may stand beside signs and units, never between digits.
  const written = text
    .trim()
    .replace(/[−–]/g, '-')
    .replace(/(?<!\d)\s+|\s+(?!\d)/g, '')
    .toLowerCase();
  if (/^[+-]?[\d.,]+e[+-]?\d+$/.test(written)) return scientific(text);
  const parts = FORM.exec(written)?.groups;
  if (parts === undefined)
    return /^\D*\d+[.,\s][\d.,\s]*\D*$/.test(written) ? ambiguous(text) : notNumber(text);
  const { open, sign, pound, late, inner, digits = '', innerClose, scale, percent, close } = parts;
  if (!PLAIN.test(digits) && !GROUPED.test(digits)) {
    return /\d/.test(digits) ? ambiguous(text) : notNumber(text);
  }
  const marks = [open, inner, sign, late].filter((mark) => mark !== undefined);
  const opened = marks.filter((mark) => mark === '(').length;
  const closed = [innerClose, close].filter((mark) => mark !== undefined).length;
  if (opened !== closed || marks.length > 1) return notNumber(text);
  if (percent !== undefined && (pound !== undefined || scale !== undefined)) return notNumber(text);
  const exponent = percent === undefined ? (EXPONENTS.get(scale ?? '') ?? 0) : -2;
  const magnitude = Number(`${digits.replaceAll(',', '')}e${exponent}`);
  if (magnitude > Number.MAX_SAFE_INTEGER) return tooLarge(text);
  const negative = marks.some((mark) => mark !== '+') && magnitude !== 0;
  return read({
    value: negative ? -magnitude : magnitude,
    percent: percent !== undefined,
    money: pound !== undefined,
    scaled: scale !== undefined,
  });
}

function scientific(text: string): Read<never> {
  return unreadable(
    'scientific-notation',
    `Cannot read "${cut(text.trim())}" as a figure: scientific notation has lost digits. Format the column as a number and export it again.`,
  );
}

function ambiguous(text: string): Read<never> {
  return unreadable(
    'ambiguous-number',
    `Cannot read "${cut(text.trim())}" as a figure: it is not clear what its commas, points or spaces mean. Write 1234.56 or 1,234.56: a point before decimals, commas only between groups of three digits.`,
  );
}

function tooLarge(text: string): Read<never> {
  return unreadable(
    'number-too-large',
    `Cannot take "${cut(text.trim())}": no figure is beyond ${Number.MAX_SAFE_INTEGER.toLocaleString('en-GB')}. Perhaps two cells ran together, or an identifier stands in the place of a figure.`,
  );
}

function notNumber(text: string): Read<never> {
  return unreadable(
    'not-a-number',
    `Cannot read "${cut(text.trim())}" as a figure. Write a number such as 6161, 6,161 or -14.99; leave the cell empty if there is nothing to say, or write n/a.`,
  );
}
