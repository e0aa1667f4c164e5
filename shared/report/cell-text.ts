/** Excel takes no longer text. */
const LONGEST = 32_000;

// Characters that XML cannot hold, and other controls; a workbook with one of them may not open.
const UNWRITABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/**
 * A cell of somebody's file as a cell of a workbook: a plain number as a number, anything else as text. What a
 * spreadsheet could take for a formula, now or after it was saved as CSV, gets an apostrophe in front; signs before
 * figures (`-£14.99m`) are none.
 */
export function cellContent(text: string): string | number {
  const digits = text.replace(/\D/g, '').length;
  // Fifteen digits are what a spreadsheet keeps.
  if (digits <= 15 && /^-?\d+(\.\d+)?$/.test(text) && String(Number(text)) === text) return Number(text);
  return guarded(writable(text));
}

/** A text of ours, which may repeat a value: it begins with a letter, so that it is no formula. */
export function writable(text: string): string {
  return text.replace(UNWRITABLE, '\uFFFD').slice(0, LONGEST);
}

function guarded(text: string): string {
  const calls = /[(|!&=]|(?<!\d)[a-z]{1,3}\$?\d/i.test(text);
  return /^\s*[=@]/.test(text) || (calls && /^\s*[+\-−]/.test(text)) ? `'${text}` : text;
}
