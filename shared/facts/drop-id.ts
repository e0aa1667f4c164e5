import { hash } from 'node:crypto';

/**
 * The id of a drop: put time and a hash of what was put, `20250109T090000123Z-1f0c9a…`. URL-safe, sorts by put time.
 * Anyone who can list the bucket's versions can compute it; `putTime` is the listing's LastModified in ISO form.
 */
export function dropId(putTime: string, key: string, versionId: string): string {
  const compact = new Date(putTime).toISOString().replace(/[-:.]/g, '');
  const hashed = hash('sha256', JSON.stringify([key, versionId]), 'hex');
  return `${compact}-${hashed.slice(0, 24)}`;
}
