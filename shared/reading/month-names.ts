const NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** The number (1–12) of a month by its English name or its first three letters or more (`Oct`, `Sept`), else undefined. */
export function monthNumber(name: string): number | undefined {
  const written = name.toLowerCase().replace(/\.$/, '');
  if (written.length < 3) return undefined;
  const index = NAMES.findIndex((full) => full.startsWith(written));
  return index === -1 ? undefined : index + 1;
}

/** `October`, of a month 1–12. */
export function monthName(month: number): string {
  const name = NAMES[month - 1] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}
