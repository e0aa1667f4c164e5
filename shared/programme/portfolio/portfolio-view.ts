import * as z from 'zod';
import { ratings } from '../../rating/rating.ts';
import { movements } from '../movements.ts';

/** Schemas of what the first page says of the registers: kept in the summary of a run, served and described by the API. */

const rating = z.enum(ratings).nullable();
const update = z.string().nullable().describe('Month of the update, `2025-01`');

export const programmeStandSchema = z
  .object({
    programme: z.string(),
    rating: z.enum(ratings).describe('The worst of its workstreams; grey while none has a rating'),
    officerRating: rating.describe('What officers say of the programme as a whole'),
    text: z.string().describe('Why, in one sentence'),
    workstreams: z.int(),
    byStatus: z
      .array(z.object({ status: rating.describe('Null: not published'), workstreams: z.int() }))
      .describe('Workstreams by status, the worst first; what was not published last'),
  })
  .meta({ id: 'ProgrammeStand' });

export const activeWorkstreamSchema = z
  .object({
    programme: z.string(),
    workstream: z.string(),
    rating: rating.describe('Null where none was published, which is never grey'),
    movement: z.enum(movements).nullable(),
    update,
    ownerRole: z.string().nullable(),
    due: z.string().nullable(),
    overdueDays: z.int().nullable(),
  })
  .meta({ id: 'ActiveWorkstream' });

export const topRiskSchema = z
  .object({
    register: z.string(),
    risk: z.string(),
    text: z.string().nullable(),
    impact: z.int(),
    likelihood: z.int(),
    score: z.int().describe('Impact × likelihood, 15 or more'),
    movement: z.enum(movements).nullable().describe('Since the update before; null where that had no score'),
    rating,
    ownerRole: z.string().nullable(),
    actionRequired: z.string().nullable(),
    update,
  })
  .meta({ id: 'TopRisk' });

export const lateWorkSchema = z.object({
  kind: z.enum(['milestone', 'workstream', 'recommendation']),
  feed: z.string(),
  name: z.string(),
  due: z.iso.date().describe('The last day on which it was in time'),
  daysLate: z.int(),
  text: z.string(),
});

export type ProgrammeStand = z.output<typeof programmeStandSchema>;
export type ActiveWorkstream = z.output<typeof activeWorkstreamSchema>;
export type TopRisk = z.output<typeof topRiskSchema>;
export type LateWork = z.output<typeof lateWorkSchema>;

/** A meeting of a committee, by the recommendations made or put there. */
export type Meeting = {
  readonly committee: string | null;
  /** `2025-01-15` */
  readonly date: string;
};
