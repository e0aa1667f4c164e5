import { createHash } from 'node:crypto';

// With the transition's number and an extension a name must stay under the 255 bytes of common file systems.
const LONGEST = 150;

/**
 * One text for one condition: its parts joined by dots, anything but unreserved URL characters written as `~2F`.
 * What would be too long for a file name ends in a hash instead.
 */
export function dedupKey(parts: readonly string[]): string {
  const key = parts.map(escapePart).join('.');
  if (key.length <= LONGEST) return key;
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return `${key.slice(0, LONGEST - hash.length - 1)}~${hash}`;
}

function escapePart(part: string): string {
  return part.replace(/[^A-Za-z0-9._-]/gu, (character) =>
    Array.from(
      Buffer.from(character, 'utf8'),
      (byte) => `~${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    ).join(''),
  );
}
