/** A start that cannot succeed until the user changes something; its message is shown without a stack. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** The text of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The system's code of an error, `EADDRINUSE`, or undefined when it has none. */
export function codeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : undefined;
}
