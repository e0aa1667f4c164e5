import * as z from 'zod';
import { metricById } from '../catalogue/metrics.ts';
import { SHARED_AREA, UNKNOWN_AREA } from '../facts/folder.ts';
import { dayInLondon, endOfDay, parseDay } from '../period/london.ts';
import type { DoorPorts } from './ports.ts';
import { type Problem, problem } from './problem.ts';

/** Parameters that several routes take. */

export const areaParameter = z.string().meta({ description: 'Council code, `E06000054`' });

export const metricParameter = z
  .string()
  .refine((id) => metricById(id) !== undefined, {
    error: ({ input }) => `No metric is called "${input}". See /api/v1/metrics.`,
  })
  .meta({ description: 'Metric id, `ehcp.active`' });

export const asOfParameter = z
  .string()
  .refine((text) => parseDay(text) !== undefined, 'Write a day: 2024-11-30')
  .exactOptional()
  .meta({
    description: 'Answer as the data stood at the end of this day, `2024-11-30`, by when things were known',
  });

export const pageParameters = {
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: z.string().exactOptional().meta({ description: 'What the page before gave as next' }),
};

/** An id in a path: no id of ours is longer, and DynamoDB would refuse a longer key. */
export const idParameter = z
  .string()
  .max(200, 'There is nothing with so long an id.')
  .meta({ description: 'Its id, as a list gives it' });

/** No query parameter at all. */
export const noQuery = z.strictObject({});

/** The instant that `asOf` means: the end of its day, but not later than now. A day later than today cannot be answered. */
export function readAsOf(asOf: string, ports: Pick<DoorPorts, 'clock'>): Date | Problem {
  const now = ports.clock.now();
  if (asOf > dayInLondon(now)) {
    return problem(400, `Cannot answer as of ${asOf}: today is ${dayInLondon(now)}.`, [
      { field: 'asOf', message: 'Later than now' },
    ]);
  }
  const end = endOfDay(asOf);
  return end > now ? now : end;
}

/** Why a day cannot be answered as of, for answers that are the same on any other: the catalogue and the councils. */
export function laterThanNow(asOf: string | undefined, ports: Pick<DoorPorts, 'clock'>): Problem | undefined {
  const at = asOf === undefined ? undefined : readAsOf(asOf, ports);
  return at instanceof Date ? undefined : at;
}

/**
 * A problem when there is no such folder of files: served areas, the one shared by all, and the one of files that
 * could not be placed (only a caller for all areas gets there).
 */
export function unknownFolder(folder: string, ports: Pick<DoorPorts, 'areas'>): Problem | undefined {
  return folder === SHARED_AREA || folder === UNKNOWN_AREA ? undefined : unknownArea(folder, ports);
}

/** A problem when the area is not served here, else undefined. */
export function unknownArea(area: string, ports: Pick<DoorPorts, 'areas'>): Problem | undefined {
  if (ports.areas.includes(area)) return undefined;
  return problem(404, `This system does not serve an area "${area.slice(0, 40)}". See /api/v1/areas.`);
}

const dimension = z.string().min(1).max(80).exactOptional();

/** The splits of a series; what is left out means all. */
export const dimensionParameters = {
  group: dimension.meta({ description: 'Only pupils of a group: disadvantaged, sen-support' }),
  schoolType: dimension.meta({ description: 'Only schools of a type: academy, maintained' }),
  sex: dimension.meta({ description: 'Only girls or boys' }),
  locality: dimension.meta({ description: 'Only one locality of the council' }),
  age: dimension.meta({ description: 'Only one academic age' }),
  reason: dimension.meta({ description: 'Only plans that ceased for this reason' }),
  requester: dimension.meta({ description: 'Only requests by these, such as parent or school' }),
  schoolGroup: dimension.meta({ description: 'Only one group of schools' }),
  placement: dimension.meta({ description: 'Only plans placed in one sort of school' }),
  financialYear: z
    .string()
    .regex(/^FY\d{4}$/, 'Write a financial year as FY2024 (April 2024 to March 2025)')
    .exactOptional()
    .meta({ description: 'Of a forecast of a year’s end, which year; that of `asOf` if not given' }),
};
