/** A setting of the function that must be there. */
export function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`The environment variable ${name} is not set`);
  return value;
}

/** A setting of the function that may be absent. */
export function optional(name: string): string | undefined {
  return process.env[name] || undefined;
}

/** The councils that this deployment serves. */
export function servedAreas(): readonly string[] {
  return required('AREAS').split(',');
}
