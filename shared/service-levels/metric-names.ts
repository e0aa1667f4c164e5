/** Counts add up; milliseconds are values of their own; a level is how much there is now. */
type Kind = 'Count' | 'Milliseconds' | 'Level';

type Definition = { readonly kind: Kind; readonly by: string; readonly says: string };

/** Every metric of the product, in the namespace Bellwether with the dimension `service`: docs/reference/observing.md. */
export const metricNames = {
  VersionsTaken: { kind: 'Count', by: 'ingest', says: 'Versions of files that came to their end' },
  RowsRead: { kind: 'Count', by: 'ingest', says: 'Rows of these files' },
  RowsRejected: { kind: 'Count', by: 'ingest', says: 'Rows that were not taken' },
  FilesQuarantined: { kind: 'Count', by: 'ingest', says: 'Files of which nothing is used' },
  TakenAfter: { kind: 'Milliseconds', by: 'ingest', says: 'From the put of a version to its end' },
  ObjectsGone: {
    kind: 'Count',
    by: 'ingest',
    says: 'Versions taken in whose object is no longer in the bucket',
  },
  RunsMade: { kind: 'Count', by: 'recompute', says: 'Runs that showed something new' },
  AreasLookedAt: { kind: 'Count', by: 'recompute', says: 'Councils recomputed, changed or not' },
  RecomputeTime: { kind: 'Milliseconds', by: 'recompute', says: 'One recompute of one council' },
  RunAge: { kind: 'Milliseconds', by: 'recompute', says: 'Age of the run that a new one replaces' },
  ShownAfter: {
    kind: 'Milliseconds',
    by: 'recompute',
    says: 'From the put of a version to the run that first shows it',
  },
  FilesShown: { kind: 'Count', by: 'recompute', says: 'Versions that a run shows for the first time' },
  FilesShownLate: { kind: 'Count', by: 'recompute', says: 'Of these, more than five minutes after the put' },
  MorningsInTime: { kind: 'Count', by: 'recompute', says: 'First runs of a working day before ten' },
  MorningsLate: { kind: 'Count', by: 'recompute', says: 'First runs of a working day after ten' },
  AlertsFiring: { kind: 'Level', by: 'recompute', says: 'Open alerts of a council after a new run' },
  MessagesSent: { kind: 'Count', by: 'notify', says: 'Messages to the topics' },
} as const satisfies Record<string, Definition>;

/** The names of metrics, those of one kind or all. */
export type MetricName<Of extends Kind = Kind> = {
  [Name in keyof typeof metricNames]: (typeof metricNames)[Name]['kind'] extends Of ? Name : never;
}[keyof typeof metricNames];
