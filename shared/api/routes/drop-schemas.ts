import * as z from 'zod';
import { type DropReport, dropStates } from '../../facts/drop.ts';

/** A drop as lists show it. */
export const dropSchema = z
  .object({
    id: z.string(),
    area: z.string(),
    feed: z.string(),
    key: z.string(),
    versionId: z.string(),
    position: z.int().describe('Place among the versions of its key, 0 the oldest'),
    deleted: z.boolean().describe('The file was deleted: what it said is retracted'),
    receivedAt: z.iso.datetime(),
    knownAt: z.iso.datetime(),
    state: z.enum(dropStates),
    finishedAt: z.iso.datetime().nullable(),
    sha256: z.string().nullable(),
    repeats: z.string().nullable().describe('The earlier version that this one repeats to the byte'),
    rows: z
      .object({ read: z.int(), accepted: z.int(), partly: z.int(), rejected: z.int(), ignored: z.int() })
      .describe('read = accepted + partly + rejected + ignored'),
    cells: z.int(),
    problemCount: z.int(),
    recognisedAs: z.string().nullable(),
    quarantineCode: z.string().nullable().describe('Why it is in quarantine'),
    warnings: z
      .array(
        z.object({
          code: z.string(),
          message: z.string(),
          row: z.int().exactOptional(),
          column: z.string().exactOptional(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Drop' });

/** The report of a drop. */
export const reportSchema = dropSchema
  .extend({
    problems: z.array(
      z.object({
        row: z.int().nullable(),
        column: z.string().nullable(),
        value: z.string().nullable(),
        code: z.string(),
        message: z.string(),
      }),
    ),
    header: z
      .object({
        row: z.int(),
        columns: z.array(z.object({ name: z.string().nullable(), heading: z.string(), place: z.int() })),
      })
      .exactOptional()
      .describe(
        'Which headings were taken for which columns, `name` null where it was not read; `place` counts columns from 1',
      ),
  })
  .meta({ id: 'DropReport' });

/** A report as it is answered. */
export function reportBody({ header, ...report }: DropReport): z.input<typeof reportSchema> {
  return {
    ...report,
    problems: [...report.problems],
    ...(header && { header: { row: header.row, columns: [...header.columns] } }),
  };
}
