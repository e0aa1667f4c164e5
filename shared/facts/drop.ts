/** Rows of a file: `read` = `accepted` + `partly` + `rejected` + `ignored`. */
export type RowCounts = {
  readonly read: number;
  readonly accepted: number;
  readonly partly: number;
  readonly rejected: number;
  readonly ignored: number;
};

/** One thing wrong in a file, and how to mend it. `row` and `column` are null when the whole file is meant. */
export type Problem = {
  readonly row: number | null;
  readonly column: string | null;
  /** As found, cut at 80 characters; null when it must not be repeated. */
  readonly value: string | null;
  readonly code: string;
  readonly message: string;
};

export type Warning = {
  readonly code: string;
  readonly message: string;
  readonly row?: number;
  readonly column?: string;
};

export const terminalStates = ['accepted', 'accepted-with-problems', 'quarantined'] as const;
export const dropStates = ['received', 'processing', ...terminalStates, 'failed'] as const;
export type DropState = (typeof dropStates)[number];

/** One version of one file in the drops bucket, and what became of it. */
export type Drop = {
  readonly id: string;
  /** The area folder of the key, `_shared`, or `_unknown` when the key names no configured area or feed. */
  readonly area: string;
  readonly feed: string;
  readonly key: string;
  readonly versionId: string;
  /** Position in the version list of its key, 0 the oldest: the order of versions. */
  readonly position: number;
  /** A delete marker: a version without rows. */
  readonly deleted: boolean;
  /** When it was put (product time, ISO). */
  readonly receivedAt: string;
  /** When what it says was known (ISO); never later than the put. */
  readonly knownAt: string;
  readonly state: DropState;
  readonly finishedAt: string | null;
  readonly sha256: string | null;
  /** The earlier version of the key whose content this one repeats to the byte: that one goes on speaking. */
  readonly repeats: string | null;
  readonly rows: RowCounts;
  readonly cells: number;
  readonly problemCount: number;
  readonly recognisedAs: string | null;
  /** Why it is in quarantine: the code of its first problem; null when it is not. */
  readonly quarantineCode: string | null;
  /** At most 20 here; the report has all that were kept. */
  readonly warnings: readonly Warning[];
};

/** Which headings of a file were taken for which columns. `row` is that of the headings, the lower one of two. */
export type ReportHeader = {
  readonly row: number;
  /** `place` counts the file's columns from 1; `name` is the feed's own name of the column, null of one not read. */
  readonly columns: readonly {
    readonly name: string | null;
    readonly heading: string;
    readonly place: number;
  }[];
};

/** The report of a drop, as kept in the reports bucket and served by the API. `problems` holds at most 1,000. */
export type DropReport = Drop & {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
  /** Absent where no headings were found, where they must not be repeated, and in reports of earlier days. */
  readonly header?: ReportHeader;
};

export const noRows: RowCounts = { read: 0, accepted: 0, partly: 0, rejected: 0, ignored: 0 };

/** True when nothing more will happen to the drop. */
export function isTerminal(state: DropState): boolean {
  return (terminalStates as readonly DropState[]).includes(state);
}

/** True when the drop's cells are visible (a delete marker's absence of cells included). */
export function isCommitted(drop: Pick<Drop, 'state'>): boolean {
  return drop.state === 'accepted' || drop.state === 'accepted-with-problems';
}

/** Below 0 when `a` is the older version of their key: by position, and by put time where a removed version left a tie. */
export function compareVersions(a: Drop, b: Drop): number {
  return a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** By file key, the version put last, whatever became of it. */
export function latestVersions(drops: readonly Drop[]): ReadonlyMap<string, Drop> {
  const latest = new Map<string, Drop>();
  for (const drop of drops) {
    const other = latest.get(drop.key);
    if (!other || compareVersions(other, drop) < 0) latest.set(drop.key, drop);
  }
  return latest;
}
