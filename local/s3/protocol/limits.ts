/** The bounds that S3 sets. */
export const limits = {
  /** Bytes of a single put or of a part. */
  putBytes: 5 * 1024 ** 3,
  /** Bytes of every part but the last. */
  smallestPartBytes: 5 * 1024 ** 2,
  /** Names and values together. */
  metadataBytes: 2 * 1024,
  /** Keys of one DeleteObjects, items of one page of a listing. */
  keysAtOnce: 1000,
  /** Parts of one upload. */
  parts: 10_000,
  /** Bytes of an XML request body. S3 takes 10,000 parts with checksums. */
  xmlBytes: 4 * 1024 ** 2,
} as const;
