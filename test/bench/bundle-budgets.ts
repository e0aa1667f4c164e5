/** What the start of a function may read, KiB, and how long a fresh process may take to import it, ms. */
export type BundleBudget = { readonly kilobytes: number; readonly milliseconds: number };

/**
 * The toolchain's own figure for middy, logger, metrics, DynamoDB and zod is 464 KiB and 71 ms: the least that a
 * function of ours has.
 */
const usual: BundleBudget = { kilobytes: 520, milliseconds: 75 };

/** Budgets of what a start reads; what is behind `await import()` is read when somebody asks for it. */
const others: Readonly<Record<string, BundleBudget>> = {
  // It holds the description of every route and the whole recompute.
  compute: { kilobytes: 800, milliseconds: 100 },
  // The S3 and SQS clients, 150 KiB, and the schemas of all that can be written.
  actions: { kilobytes: 700, milliseconds: 95 },
  // The same, what reads zip files and XML, 52 KiB, and every feed.
  ingest: { kilobytes: 820, milliseconds: 100 },
  // The whole recompute.
  recompute: { kilobytes: 650, milliseconds: 85 },
  // All that ingest reads by, the checks of the figures, and what writes workbooks, 128 KiB.
  files: { kilobytes: 1000, milliseconds: 115 },
};

/** The budget of a function. That of api, 520 KiB and 75 ms, is a promise to the outside. */
export function budgetOf(folder: string): BundleBudget {
  return others[folder] ?? usual;
}
