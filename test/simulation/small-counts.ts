import type { Bucket, Version } from './bucket.ts';
import { folderOf } from './expected.ts';
import { model, type Shown } from './shown.ts';

/** What the files count pupils by. A count below ten may be told to nobody who has not the scope for it. */
export const COUNTS = ['ehcp.active', 'inmss.placed'] as const;

/** As the contract says it, not as the product counts it: nought too is fewer than ten. */
const FEW = 10;

export function isFew(value: number | null): boolean {
  return value !== null && value < FEW;
}

/** What a recompute was made from: what shows, and the counts ("metric month") that were small at any instant until then. */
export type Basis = { readonly shown: Shown; readonly small: ReadonlySet<string> };

/** The basis of the versions that count, known by an instant (milliseconds), worked out by the model. */
export function basisOf(
  area: string,
  bucket: Bucket,
  counts: (version: Version) => boolean,
  knownBy: number,
): Basis {
  const instants = bucket
    .keys()
    .filter((key) => folderOf(key) === area)
    .flatMap((key) => bucket.versions(key))
    .filter((version) => version.expected.state !== 'quarantined' && counts(version))
    .map(({ expected }) => Date.parse(expected.knownAt))
    .filter((at) => at <= knownBy);
  return {
    shown: model(area, bucket, counts, knownBy),
    small: new Set([...new Set(instants)].flatMap((at) => smallIn(model(area, bucket, counts, at)))),
  };
}

function smallIn(shown: Shown): readonly string[] {
  return [...shown]
    .filter(([cell, text]) => {
      const [value = ''] = text.split(' ');
      return (
        COUNTS.some((metric) => cell.startsWith(`${metric} `)) && value !== 'null' && isFew(Number(value))
      );
    })
    .map(([cell]) => cell);
}
