import { parseDay, startOfDay } from '../period/london.ts';

export type KnownAt = { readonly knownAt: string } | { readonly code: string; readonly message: string };

/**
 * When a file's content was known: what its metadata says (a day means its start in England; or an instant
 * with its zone), else the put time. Later than the put, or unreadable, is a reason to refuse the file.
 */
export function readKnownAt(written: string | undefined, putTime: string): KnownAt {
  if (written === undefined || written.trim() === '') return { knownAt: putTime };
  const instant = instantOf(written.trim());
  if (!instant) {
    return {
      code: 'known-at-unreadable',
      message: `Cannot read known-at "${written.slice(0, 80)}": it is neither a day nor an instant. Write 2024-11-10 or 2024-11-10T09:00:00Z.`,
    };
  }
  if (instant.getTime() > new Date(putTime).getTime()) {
    return {
      code: 'known-at-after-put',
      message: `Cannot take known-at ${written.slice(0, 80)}: the file was put on ${putTime}, and nothing is known before it is said. Write the day on which the figures were known, or leave it out.`,
    };
  }
  return { knownAt: instant.toISOString() };
}

function instantOf(text: string): Date | undefined {
  const day = parseDay(text);
  if (day) return startOfDay(day);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}
