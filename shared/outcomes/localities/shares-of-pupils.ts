import type { MetricDefinition } from '../../catalogue/metric.ts';

/** Shares of sessions: a pupil misses many, one with the other, so that chance alone spreads them further than it does pupils. */
const OF_SESSIONS = new Set(['absence.total', 'absence.authorised', 'absence.unauthorised']);

/** True of a share that counts each pupil once, of which funnel limits can be told. */
export function isShareOfPupils({ id, unit }: Pick<MetricDefinition, 'id' | 'unit'>): boolean {
  return unit === 'ratio' && !OF_SESSIONS.has(id);
}
