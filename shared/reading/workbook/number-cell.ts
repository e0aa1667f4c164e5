import type { NumberKind } from './number-format.ts';

/** Days from Excel's day 0 (30 December 1899, or 1 January 1904 in old Macintosh files) to 1970. */
const DAYS_TO_1970 = { since1900: 25_569, since1904: 24_107 } as const;

/** A number as a person would type what the cell shows: `5.87%`, `2024-10-31`, `6161`. `raw` as the file has it. */
export function numberText(raw: string, kind: NumberKind, since1904: boolean): string {
  const stored = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(stored)) return raw;
  // A spreadsheet has 15 digits: what comes after them is noise of its arithmetic (0.1 + 0.2 is stored as …04).
  const value = raw.length <= 15 ? stored : Number(stored.toPrecision(15));
  switch (kind) {
    case 'number':
      return decimal(value);
    case 'percent':
      return `${decimal(Number((value * 100).toPrecision(15)))}%`;
    case 'date':
      return dateText(value, since1904) ?? decimal(value);
    case 'time':
      return new Date((value % 1) * 86_400_000).toISOString().slice(11, 19);
  }
}

/** Without an exponent: that is only how a file writes it. */
function decimal(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/\.?0+$/, '');
}

function dateText(serial: number, since1904: boolean): string | undefined {
  const days = Math.floor(serial) - (since1904 ? DAYS_TO_1970.since1904 : DAYS_TO_1970.since1900);
  const date = new Date(days * 86_400_000);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : undefined;
}
