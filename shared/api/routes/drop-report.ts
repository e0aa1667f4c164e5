import * as z from 'zod';
import type { Drop, DropReport } from '../../facts/drop.ts';
import { SHARED_AREA } from '../../facts/folder.ts';
import { areaParameter, asOfParameter, idParameter, readAsOf, unknownFolder } from '../parameters.ts';
import type { FilePorts } from '../ports.ts';
import { problem } from '../problem.ts';
import { protectedReport } from '../protected-report.ts';
import { fileReading, refused } from '../route.ts';
import { seesSmallNumbers } from '../sight.ts';
import { doubtsOf } from './doubts.ts';
import { reportSchema } from './drop-schemas.ts';
import { formatParameter, reportReply, reportTypes } from './report-reply.ts';

/** The report of one drop, with its problems row by row. */
export const getDrop = fileReading({
  method: 'GET',
  path: '/areas/{area}/drops/{id}',
  summary: 'The report of a file: rows, cells, problems and how to mend them; as JSON, page or workbook',
  params: z.object({ area: areaParameter, id: idParameter }),
  query: z.strictObject({ format: formatParameter, asOf: asOfParameter }),
  response: reportSchema,
  forms: reportTypes,
  scopes: ['read'],
  handle: async ({ params, query, caller, ports }) => {
    const unknown = unknownFolder(params.area, ports);
    if (unknown) return refused(unknown);
    const knownBy = query.asOf === undefined ? undefined : readAsOf(query.asOf, ports);
    if (knownBy && !(knownBy instanceof Date)) return refused(knownBy);
    const found = await reportOf(params.area, params.id, knownBy, ports);
    if (found === undefined) return refused(problem(404, 'This area has no drop with that id.'));
    const doubts = await doubtsOf(found, { at: knownBy ?? ports.clock.now(), caller }, ports);
    const whole = { ...found, warnings: [...found.warnings, ...doubts] };
    const sees = seesSmallNumbers(caller);
    const report = sees ? whole : protectedReport(whole);
    // The workbook is the file itself with its places marked: without the scope it is the report alone.
    const file = () => (sees ? ports.fileOf(report) : Promise.resolve(undefined));
    return reportReply(report, query.format, ports.formsOf(report, file));
  },
});

/** A drop of the area or of the shared folder; without a report while it is being read. */
async function reportOf(
  area: string,
  id: string,
  knownBy: Date | undefined,
  { drops }: Pick<FilePorts, 'drops'>,
): Promise<DropReport | undefined> {
  const isLater = ({ knownAt }: Drop) => knownBy !== undefined && new Date(knownAt) > knownBy;
  for (const folder of [area, SHARED_AREA]) {
    const report = await drops.report(folder, id);
    if (report && !isLater(report)) return report;
    const [unfinished] = await drops.find(folder, [id]);
    if (unfinished && !isLater(unfinished)) return { ...unfinished, problems: [] };
  }
  return undefined;
}
