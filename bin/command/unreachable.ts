import type { Place } from './place.ts';

const codes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EAI_AGAIN',
]);

/** Whether the network, and not the other side, is why something failed. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && codes.has(error.code)) return true;
  // fetch fails with this alone, also at ports that it never opens; a slow answer ends as a TimeoutError.
  if (error.message === 'fetch failed' || error.name === 'TimeoutError') return true;
  // The reason may be the cause; several addresses of one name give several errors.
  if (error instanceof AggregateError && error.errors.some(isUnreachable)) return true;
  return isUnreachable(error.cause);
}

/** What to say then. */
export function unreachable(place: Place, address: string): string {
  return `Cannot reach Bellwether on ${place.name}: nothing answers at ${address}. ${place.whenSilent}`;
}
