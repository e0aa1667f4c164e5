/**
 * Every message that a function logs of itself, by its code, with its level and what it means. A code is written once
 * and never reused; what goes with it is ids, names of files, counts and states, never a row or a value.
 */
export const logCodes = {
  ingested: { level: 'info', says: 'The versions of a file that were not finished came to their end' },
  swept: {
    level: 'info',
    says: 'The bucket or a folder of it was looked through; how many files are taken for it',
  },
  'objects-gone': { level: 'error', says: 'Versions that were taken in are no longer in the bucket' },
  recomputed: { level: 'info', says: 'A council was computed; whether there is a new run' },
  notified: { level: 'info', says: 'Messages of a council were sent to the topics' },
  posted: { level: 'info', says: 'Messages of a council were posted to the webhook' },
  'post-refused': { level: 'error', says: 'The webhook will never take a message; it is passed over' },
  'audit.write': { level: 'info', says: 'Somebody wrote: who, which route, how it ended' },
  'audit.refused': { level: 'info', says: 'Somebody was turned away: who, which route, why' },
  'work-failed': {
    level: 'error',
    says: 'A message of a queue failed and comes again; after five times it is a dead letter',
  },
  'request-failed': { level: 'error', says: 'A request was answered 500; the caller was told its id' },
  'tokens-unverifiable': {
    level: 'error',
    says: 'The keys of the identity provider cannot be had: every request is answered 503',
  },
} as const satisfies Record<string, { readonly level: 'info' | 'error'; readonly says: string }>;

export type LogCode = keyof typeof logCodes;
