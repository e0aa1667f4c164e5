/**
 * What is remembered of a sign-in, for one tab and until it is closed: pages are documents of their own, and memory
 * alone would lose the token with each link. docs/threat-model.md says what that costs.
 */
export type Session = { readonly token: string; readonly until: number };

/** A sign-in that is under way: what its answer is held against, and where the reader wanted to go. */
export type Attempt = {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  readonly back: string;
};

const SESSION = 'bellwether.session';
const ATTEMPT = 'bellwether.attempt';
const SIGNED_OUT = 'bellwether.signed-out';

/** A token that ends while a page is asked for is of no use. */
const LEAST_LEFT_MS = 30_000;

export function keepSession(session: Session): void {
  sessionStorage.setItem(SESSION, JSON.stringify(session));
}

/** The sign-in that still holds; undefined when there is none. */
export function keptSession(): Session | undefined {
  const kept = read(SESSION);
  const { token, until } = kept;
  if (typeof token !== 'string' || typeof until !== 'number') return undefined;
  return until > Date.now() + LEAST_LEFT_MS ? { token, until } : undefined;
}

export function forgetSession(): void {
  sessionStorage.removeItem(SESSION);
}

export function keepAttempt(attempt: Attempt): void {
  sessionStorage.setItem(ATTEMPT, JSON.stringify(attempt));
}

/** The sign-in under way, once: its answer cannot be used again. */
export function takeAttempt(): Attempt | undefined {
  const { verifier, state, nonce, back } = read(ATTEMPT);
  sessionStorage.removeItem(ATTEMPT);
  const isWhole =
    typeof verifier === 'string' &&
    typeof state === 'string' &&
    typeof nonce === 'string' &&
    typeof back === 'string';
  return isWhole ? { verifier, state, nonce, back } : undefined;
}

/** Who has just signed out is not sent to sign in again at once. */
export function markSignedOut(): void {
  sessionStorage.setItem(SIGNED_OUT, 'yes');
}

export function takeSignedOut(): boolean {
  const was = sessionStorage.getItem(SIGNED_OUT) !== null;
  sessionStorage.removeItem(SIGNED_OUT);
  return was;
}

function read(name: string): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}
