import type { Problem } from '../facts/drop.ts';

/** Why a text cannot be read, and how to mend it; the caller knows the row and the column. */
export type Fault = { readonly code: string; readonly message: string };

/** What a text says, or why it cannot be read. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault };

const LONGEST_VALUE = 80;

export function read<T>(value: T): Read<T> {
  return { ok: true, value };
}

export function unreadable(code: string, message: string): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault: { code, message } };
}

/** A text as a report repeats it: at most 80 characters, never half of a surrogate pair. */
export function cut(text: string): string {
  const characters = text.length <= LONGEST_VALUE ? text : text.slice(0, LONGEST_VALUE - 1);
  return text.length <= LONGEST_VALUE ? text : `${characters.replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** A problem of the whole file. */
export function fileProblem(code: string, message: string, row: number | null = null): Problem {
  return { row, column: null, value: null, code, message };
}
