/** Published limits and the assumptions of the model, each with where it is from. */

/** Of a key of the table. Source: DynamoDB developer guide, "Best practices for designing and using partition keys". */
export const partition = { writeUnits: 1000, readUnits: 3000 };

/** Of a new table on demand, before it has grown. Source: DynamoDB developer guide, "On-demand capacity mode". */
export const newTable = { writeUnits: 4000, readUnits: 12_000 };

/** Lambda: of an account, unless raised. Source: Lambda developer guide, "Lambda quotas". */
export const accountConcurrency = 1000;

/** A whole core is given at this size, and a share of one below it. Source: Lambda developer guide, "Memory". */
export const wholeCoreMegabytes = 1769;

/** S3: of a prefix, and each council is one. Source: S3 user guide, "Optimizing Amazon S3 performance". */
export const prefix = { putsASecond: 3500, getsASecond: 5500 };

/** HTTP API: of an account and region, unless raised. Source: API Gateway developer guide, "Quotas". */
export const requestsASecond = 10_000;

/** Assumed, since only AWS itself could tell: seconds. */
export const assumed = {
  /** How much longer than here a core of Lambda's arm64 takes for the same work. */
  slowness: 1.5,
  /** A call to the table, to the bucket, to a queue or topic, from where the functions run. */
  tableCall: 0.006,
  bucketCall: 0.04,
  queueCall: 0.015,
  /** From the put to the message: S3 says "typically seconds". */
  event: 1,
  /** A new instance of a function: start and import. Counted for every batch, as if none met an instance that waits. */
  coldStart: 0.9,
};
