import { createHash } from 'node:crypto';

/** Most file systems take 255 bytes; `.json` and a draft's ending need room. */
const LONGEST = 180;

/** The file of a message: its id, with what a file system or shell could misread percent-encoded. */
export function alertFileName(id: string): string {
  const safe = encodeURIComponent(id).replaceAll('*', '%2A').replace(/^\./, '%2E');
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 16);
  return `${safe.length <= LONGEST ? safe : `${safe.slice(0, LONGEST - 17)}-${hash}`}.json`;
}
