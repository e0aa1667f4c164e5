import { formulaFault } from './formula.ts';
import { monthName, monthNumber } from './month-names.ts';
import { cut, type Read, read, unreadable } from './problem.ts';

/** A calendar day or, without `day`, a month. */
export type WrittenDate = { readonly year: number; readonly month: number; readonly day?: number };

/** Figures of this field lie within these years; what lies outside is a slip or a number of another kind. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;

/** Two digits from here on are of the last century. */
const PIVOT = FIRST_YEAR % 100;
/** Days from 30 December 1899, from which Excel's 1900 system counts (its 29 February 1900 included), to 1970. */
const SERIAL_OF_1970 = 25_569;
const TIME = '(?:[T ]([01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?';

const FORMS: readonly { form: RegExp; date: (part: (index: number) => string) => Written }[] = [
  {
    form: /^(\d{4})[-/.](\d{1,2})$/,
    date: (part) => ({ year: part(1), month: part(2) }),
  },
  {
    form: new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}$`, 'i'),
    date: (part) => ({ year: part(1), month: part(2), day: part(3) }),
  },
  // Day first, always: this is England.
  {
    form: new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})${TIME}$`, 'i'),
    date: (part) => ({ year: part(3), month: part(2), day: part(1) }),
  },
  { form: /^(\d{1,2})[-/.](\d{4})$/, date: (part) => ({ year: part(2), month: part(1) }) },
  {
    form: /^([a-z]{3,9}\.?)[-/ ,]{0,2}['’]?(\d{4}|\d{2})$/i,
    date: (part) => ({ year: part(2), month: part(1) }),
  },
  {
    form: /^(\d{1,2})(?:st|nd|rd|th)?[-/ ]([a-z]{3,9}\.?)[-/ ,]{1,2}(\d{4}|\d{2})$/i,
    date: (part) => ({ year: part(3), month: part(2), day: part(1) }),
  },
  { form: /^(\d{4})[-/ ]([a-z]{3,9}\.?)$/i, date: (part) => ({ year: part(1), month: part(2) }) },
];

type Written = { readonly year: string; readonly month: string; readonly day?: string };

/** Reads a day or a month as people write it, also an Excel serial number. `wanted` says in a fault what is meant. */
export function readDate(text: string, wanted: string): Read<WrittenDate> {
  const written = text.trim().replace(/\s+/g, ' ');
  const cannot = `Cannot read "${cut(written)}" as ${wanted}`;
  if (/^\d{5}(\.\d+)?$/.test(written)) return serialDate(Number(written), cannot);
  for (const { form, date } of FORMS) {
    const match = form.exec(written);
    if (match)
      return checked(
        date((index) => match[index] ?? ''),
        cannot,
      );
  }
  if (/^\d{1,2}[- ][a-z]{3,9}$/i.test(written)) {
    return unreadable(
      'ambiguous-date',
      `${cannot}: it is not clear whether its number is a day or a year. Write 2024-10 or October 2024.`,
    );
  }
  const formula = formulaFault(text);
  if (formula !== undefined) return { ok: false, fault: formula };
  return unreadable('not-a-date', `${cannot}. Write 2024-10, 31/10/2024 or October 2024.`);
}

function serialDate(serial: number, cannot: string): Read<WrittenDate> {
  const day = new Date((Math.floor(serial) - SERIAL_OF_1970) * 86_400_000);
  const date = { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
  return yearFault(date.year, `${cannot}: as an Excel date it is in ${date.year}`) ?? read(date);
}

function checked(written: Written, cannot: string): Read<WrittenDate> {
  const month = /^\d/.test(written.month) ? Number(written.month) : monthNumber(written.month);
  if (month === undefined) {
    return unreadable(
      'not-a-date',
      `${cannot}: "${written.month}" is no month. Write 2024-10, 31/10/2024 or October 2024.`,
    );
  }
  const year = fullYear(written.year);
  const outside = yearFault(year, `${cannot}: ${year} is out of range`);
  if (outside !== undefined) return outside;
  if (month < 1 || month > 12) {
    const order = written.day === undefined ? '' : ', and the day is read first';
    return unreadable(
      'month-out-of-range',
      `${cannot}: there is no month ${month}${order}. Write ${year}-10 or 31/10/${year}.`,
    );
  }
  if (written.day === undefined) return read({ year, month });
  const day = Number(written.day);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day >= 1 && day <= days) return read({ year, month, day });
  const padded = String(month).padStart(2, '0');
  return unreadable(
    'impossible-date',
    `${cannot}: ${monthName(month)} ${year} has ${days} days. Write ${year}-${padded} or ${days}/${padded}/${year}.`,
  );
}

function fullYear(written: string): number {
  const year = Number(written);
  return written.length === 4 ? year : year < PIVOT ? 2000 + year : 1900 + year;
}

function yearFault(year: number, what: string): Read<never> | undefined {
  return year >= FIRST_YEAR && year <= LAST_YEAR
    ? undefined
    : unreadable(
        'year-out-of-range',
        `${what}; years from ${FIRST_YEAR} to ${LAST_YEAR} are taken. Check the year.`,
      );
}
