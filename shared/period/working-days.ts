import { addDays, bankHolidays, weekday } from './bank-holidays.ts';

/** True for Monday to Friday, bank holidays of England excepted. */
export function isWorkingDay(day: string): boolean {
  const at = weekday(day);
  return at !== 0 && at !== 6 && !bankHolidays(Number(day.slice(0, 4))).includes(day);
}

/** The working day that many working days after a day, which is not counted itself. `count` is 1 or more. */
export function workingDayAfter(day: string, count: number): string {
  let found = day;
  for (let left = count; left > 0; ) {
    found = addDays(found, 1);
    if (isWorkingDay(found)) left -= 1;
  }
  return found;
}
