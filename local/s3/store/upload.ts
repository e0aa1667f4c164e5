import * as z from 'zod';
import { checksumSchema } from './version.ts';

export const uploadSchema = z.object({
  id: z.string(),
  key: z.string(),
  headers: z.record(z.string(), z.string()),
  metadata: z.record(z.string(), z.string()),
  /** What the completed object's checksum will be; null: none was asked for. */
  checksum: checksumSchema.omit({ value: true }).nullable(),
  /** Product time in milliseconds since 1970. */
  initiated: z.number().int(),
});

export const partSchema = z.object({
  number: z.number().int().min(1).max(10_000),
  size: z.number().int().nonnegative(),
  /** Without quotes: the MD5 of the part. */
  etag: z.string(),
  checksum: checksumSchema.nullable(),
  lastModified: z.number().int(),
});

/** A multipart upload that has neither been completed nor aborted. */
export type Upload = z.infer<typeof uploadSchema>;
export type Part = z.infer<typeof partSchema>;
