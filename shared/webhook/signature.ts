import { createHmac } from 'node:crypto';

/**
 * The headers of a post: its id, so that a receiver can leave out what it has had, and where there is a key a signature
 * over time and body, `v1=` HMAC-SHA256 of `<seconds since 1970>.<body>` in hex: a receiver refuses what is old or
 * altered.
 */
export function headersOf(
  { id, body }: { readonly id: string; readonly body: string },
  signingKey: string | null,
  at: Date,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return {
    'content-type': 'application/json',
    'user-agent': 'Bellwether',
    'idempotency-key': id,
    'bellwether-timestamp': timestamp,
    ...(signingKey !== null && {
      'bellwether-signature': `v1=${createHmac('sha256', signingKey).update(`${timestamp}.${body}`).digest('hex')}`,
    }),
  };
}
