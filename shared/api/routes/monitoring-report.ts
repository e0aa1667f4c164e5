import * as z from 'zod';
import { monitoringReportSchema } from '../../monitoring-report/report-schema.ts';
import { type Month, parseMonth } from '../../period/month.ts';
import { DOCX, HTML } from '../media-types.ts';
import { areaParameter, asOfParameter, unknownArea } from '../parameters.ts';
import { calculation, refused } from '../route.ts';

const monthParameter = z
  .string()
  .transform((text, context): Month => {
    const month = parseMonth(text);
    if (month) return month;
    context.addIssue({ code: 'custom', message: 'Write the month of an update: 2024-11' });
    return z.NEVER;
  })
  .meta({ description: 'Month of the update that is reported on, `2024-11`' });

const TYPES = { json: 'application/json', html: HTML, docx: DOCX } as const;

/** The quarterly monitoring report, as JSON, as a page, and as a Word document. */
export const getMonitoringReport = calculation({
  method: 'GET',
  path: '/areas/{area}/monitoring-report',
  summary:
    'The quarterly monitoring report of an update: officers’ words beside the figures, and what is missing',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({
    update: monthParameter,
    asOf: asOfParameter,
    format: z
      .enum(['json', 'html', 'docx'])
      .exactOptional()
      .meta({ description: 'In the place of an `Accept` header: a page for people, or a Word document' }),
  }),
  response: monitoringReportSchema,
  forms: [HTML, DOCX],
  scopes: ['read'],
  handle: async ({ params: { area }, query, caller, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const { readReport } = await import('../monitoring-report/read-report.ts');
    const report = await readReport(area, query.update, query.asOf, caller, ports);
    if ('status' in report) return refused(report);
    const { monitoringReportForms } = await import('../monitoring-report/report-forms.ts');
    const as = query.format && TYPES[query.format];
    return { kind: 'answer', body: report, forms: monitoringReportForms(report), as };
  },
});
