import type { Drop } from '../facts/drop.ts';
import type { Condition, Links } from './condition.ts';
import { dedupKey } from './dedup-key.ts';

export type FileVersion = {
  /** The latest version of the file. */
  readonly drop: Pick<Drop, 'id' | 'area' | 'feed' | 'key' | 'state' | 'deleted'>;
  /** The code of the problem that put it into quarantine: `problems[0].code` of its report. */
  readonly problemCode: string | null;
  readonly links: Links;
};

/**
 * The condition "this file is in quarantine". It ends when a later version of the key is accepted or the
 * file is deleted, and stays as it is while the latest version is not finished. Its texts name the file, the
 * report and the code of the problem, never a value out of the file, which may be personal.
 */
export function quarantinedFile({ drop, problemCode, links }: FileVersion): Condition {
  const { area, key } = drop;
  const state = stateOf(drop);
  const text = textOf(drop, state, problemCode ?? 'see its report');
  return {
    ...notMeasured,
    dedupKey: dedupKey([area, 'file', key]),
    topic: 'data-quality',
    severity: 'warning',
    area,
    state,
    title: text.title,
    reasons: [{ rule: 'quarantined-file', ...noFigures, text: text.reason }],
    links,
  };
}

const noFigures = { value: null, bound: null, difference: null, since: null } as const;
const notMeasured = {
  metric: null,
  period: null,
  rating: null,
  previousRating: null,
  value: null,
  bound: null,
  since: null,
} as const;

function stateOf({ state, deleted }: FileVersion['drop']): 'clear' | 'breach' | 'unknown' {
  switch (state) {
    case 'accepted':
    case 'accepted-with-problems':
      return 'clear';
    case 'quarantined':
      return 'breach';
    case 'received':
    case 'processing':
    case 'failed':
      return deleted ? 'clear' : 'unknown';
  }
}

function textOf(
  { id, key, deleted }: FileVersion['drop'],
  state: 'clear' | 'breach' | 'unknown',
  code: string,
): { readonly title: string; readonly reason: string } {
  switch (state) {
    case 'breach':
      return {
        title: `File ${key} is in quarantine: ${code}`,
        reason:
          `Nothing of file ${key} is used (${code}); what it said before, if anything, still counts. ` +
          `Its report ${id} says what to mend; put the mended file under the same key, or delete it.`,
      };
    case 'clear':
      return deleted
        ? {
            title: `File ${key} was deleted`,
            reason: `File ${key} was deleted and is no longer in quarantine.`,
          }
        : { title: `File ${key} was accepted`, reason: `The latest version of file ${key} was accepted.` };
    case 'unknown':
      return {
        title: `File ${key} is being read`,
        reason: `The latest version of file ${key} is not finished yet.`,
      };
  }
}
