import * as z from 'zod';
import type { CellBlock, SeriesKey } from '../facts/cell.ts';
import { type Drop, type DropReport, dropStates } from '../facts/drop.ts';
import { type Period, parsePeriod } from '../period/period.ts';
import { type Setting, settingKinds } from '../settings/setting.ts';

const period = z.custom<Period>((text) => typeof text === 'string' && parsePeriod(text) !== undefined);
const dimensions = z.record(z.string(), z.string());

const seriesKey: z.ZodType<SeriesKey> = z.discriminatedUnion('role', [
  z.object({ role: z.literal('actual'), metric: z.string(), dimensions }),
  z.object({
    role: z.literal('plan'),
    metric: z.string(),
    dimensions,
    trajectory: z.string(),
    kind: z.enum(['mitigated', 'unmitigated', 'budget', 'limit', 'target']),
  }),
  z.object({
    role: z.literal('published'),
    metric: z.string(),
    dimensions,
    level: z.enum(['la', 'region', 'national', 'stat-neighbours']),
    edition: z.string(),
  }),
  z.object({ role: z.literal('pupils'), metric: z.string(), dimensions }),
  z.object({ role: z.literal('register'), metric: z.string(), dimensions }),
]);

const cellValue = z.object({
  value: z.number().nullable(),
  status: z.string().exactOptional(),
  numerator: z.number().exactOptional(),
  denominator: z.number().exactOptional(),
  row: z.int(),
  sheet: z.string().exactOptional(),
  publishedOn: z.string().exactOptional(),
  source: z.string().exactOptional(),
  note: z.string().exactOptional(),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).exactOptional(),
});

/** A stored cell block; what does not fit was not written by this product and throws. */
export const cellBlockSchema: z.ZodType<CellBlock> = z.object({
  area: z.string(),
  series: seriesKey,
  year: z.string(),
  file: z.string(),
  versionId: z.string(),
  values: z.record(period, cellValue),
});

const drop = z.object({
  id: z.string(),
  area: z.string(),
  feed: z.string(),
  key: z.string(),
  versionId: z.string(),
  position: z.int(),
  deleted: z.boolean(),
  receivedAt: z.string(),
  knownAt: z.string(),
  state: z.enum(dropStates),
  finishedAt: z.string().nullable(),
  sha256: z.string().nullable(),
  repeats: z.string().nullable(),
  rows: z.object({ read: z.int(), accepted: z.int(), partly: z.int(), rejected: z.int(), ignored: z.int() }),
  cells: z.int(),
  problemCount: z.int(),
  recognisedAs: z.string().nullable(),
  quarantineCode: z.string().nullable(),
  warnings: z.array(
    z.object({
      code: z.string(),
      message: z.string(),
      row: z.int().exactOptional(),
      column: z.string().exactOptional(),
    }),
  ),
});

export const dropSchema: z.ZodType<Drop> = drop;

const header = z.object({
  row: z.int(),
  columns: z.array(z.object({ name: z.string().nullable(), heading: z.string(), place: z.int() })),
});

export const reportSchema: z.ZodType<DropReport> = drop.extend({
  header: header.exactOptional(),
  problems: z.array(
    z.object({
      row: z.int().nullable(),
      column: z.string().nullable(),
      value: z.string().nullable(),
      code: z.string(),
      message: z.string(),
    }),
  ),
});

export const settingSchema: z.ZodType<Setting> = z.object({
  area: z.string(),
  kind: z.enum(settingKinds),
  id: z.string(),
  version: z.int().positive(),
  body: z.record(z.string(), z.unknown()),
  by: z.string(),
  at: z.string(),
  validFrom: z.string().exactOptional(),
  validUntil: z.string().exactOptional(),
});
