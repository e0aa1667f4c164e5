/** One intrinsic function as written: its name and its argument, not yet resolved. */
export type Intrinsic = { readonly name: string; readonly argument: unknown };

/** True for an object that is no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The intrinsic function that an object is, or undefined when it is plain data. */
export function intrinsicOf(value: Record<string, unknown>): Intrinsic | undefined {
  const [name, ...others] = Object.keys(value);
  if (name === undefined || others.length > 0) return undefined;
  return name === 'Ref' || name.startsWith('Fn::') ? { name, argument: value[name] } : undefined;
}
