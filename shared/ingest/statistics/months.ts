const MONTHS: readonly string[] = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** 1–12 for the full English name of a month, as the standard for open data writes it. */
export function monthNumber(name: string): number | undefined {
  const index = MONTHS.indexOf(name);
  return index === -1 ? undefined : index + 1;
}
