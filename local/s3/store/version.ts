import * as z from 'zod';

export const checksumSchema = z.object({
  algorithm: z.enum(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256']),
  /** Base64; of a composite checksum followed by `-` and the number of parts. */
  value: z.string(),
  type: z.enum(['FULL_OBJECT', 'COMPOSITE']),
});

const common = {
  key: z.string(),
  versionId: z.string(),
  /** Rises with every change of the bucket: the order of a key's versions. */
  sequence: z.number().int().nonnegative(),
  /** Product time in milliseconds since 1970; never before that of an earlier version of the key. */
  lastModified: z.number().int(),
};

const objectVersionSchema = z.object({
  kind: z.literal('object'),
  ...common,
  size: z.number().int().nonnegative(),
  /** Without quotes. */
  etag: z.string(),
  checksum: checksumSchema.nullable(),
  /** Content-Type and its friends, lower-case names. */
  headers: z.record(z.string(), z.string()),
  /** User metadata, names without `x-amz-meta-`. */
  metadata: z.record(z.string(), z.string()),
  /** The multipart upload that it was made by, so that a repeated completion is recognised. */
  uploadId: z.string().nullable(),
});

const deleteMarkerSchema = z.object({ kind: z.literal('delete-marker'), ...common });

export const versionSchema = z.discriminatedUnion('kind', [objectVersionSchema, deleteMarkerSchema]);

export type Checksum = z.infer<typeof checksumSchema>;
export type ObjectVersion = z.infer<typeof objectVersionSchema>;
/** One version of one key, as kept on disk beside its bytes. */
export type Version = z.infer<typeof versionSchema>;

/** The version id of what is put into a bucket without versioning. */
export const nullVersionId = 'null';
