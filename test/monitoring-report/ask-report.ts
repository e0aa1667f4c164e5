import type { ApiResponse } from '../../shared/api/respond.ts';
import { respond } from '../../shared/api/respond.ts';
import { calculations } from '../../shared/api/routes/calculations.ts';
import {
  type MonitoringReport,
  monitoringReportSchema,
} from '../../shared/monitoring-report/report-schema.ts';
import type { Known } from '../../shared/recompute/figures.ts';
import { knownStores } from '../api/known-stores.ts';

export const area = 'E06000054';

/** Asks for the report of what is known, as of the last day of the samples unless another is named. */
export function reportDoor(
  known: Known,
  scopes: readonly ('read' | 'read-small-numbers')[] = ['read', 'read-small-numbers'],
) {
  const ports = {
    ...knownStores(known),
    verify: (subject: string) => Promise.resolve({ subject, scopes: [...scopes], areas: [area] }),
    clock: { now: () => new Date('2025-01-09T09:00:00.000Z') },
    areas: [area],
  };
  const ask = (query: Readonly<Record<string, string>>, accept = 'application/json'): Promise<ApiResponse> =>
    respond(
      {
        ...{ method: 'GET', path: `/api/v1/areas/${area}/monitoring-report` },
        query: { asOf: '2025-01-09', ...query },
        headers: { authorization: 'Bearer ann', accept },
      },
      calculations,
      ports,
    );
  const read = async (query: Readonly<Record<string, string>>): Promise<MonitoringReport> => {
    const { status, body } = await ask(query);
    if (status !== 200) throw new Error(`The report answered ${status}: ${body}`);
    return monitoringReportSchema.parse(JSON.parse(body));
  };
  return { ask, read };
}
