/** What identifies a run; `previous` chains the committed runs of an area back to the first. */
export type RunHead = {
  readonly runId: string;
  readonly previous: string | null;
  /** 1 for an area's first run, one more for each that follows. */
  readonly sequence: number;
  /** Hash of all that went in. */
  readonly inputDigest: string;
  readonly madeAt: string;
  /** When officers' overrides end that the run has: until then and from then on answers differ. Older runs say nothing. */
  readonly overridesEnd?: readonly string[];
};

/** A run as stored: its head, the views that it answers with, and parts that only the product reads. */
export type StoredRun = { readonly head: RunHead; readonly parts: Readonly<Record<string, unknown>> };
