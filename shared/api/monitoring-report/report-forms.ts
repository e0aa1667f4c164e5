import { reportPage, reportPolicy } from '../../monitoring-report/html/report-page.ts';
import type { MonitoringReport } from '../../monitoring-report/report-schema.ts';
import { attachment } from '../attachment.ts';
import { DOCX, HTML } from '../media-types.ts';
import type { Form } from '../route.ts';

/** The report as a page and as a Word document, each made only when it is asked for. */
export function monitoringReportForms(report: MonitoringReport): readonly Form[] {
  return [
    {
      type: HTML,
      headers: { 'content-security-policy': reportPolicy, 'x-content-type-options': 'nosniff' },
      render: () => Promise.resolve(reportPage(report)),
    },
    {
      type: DOCX,
      headers: {
        'content-disposition': attachment(`${report.name} - monitoring report ${report.update}.docx`),
      },
      render: async () => {
        const { wordReport } = await import('../../monitoring-report/word/word-report.ts');
        return await wordReport(report);
      },
    },
  ];
}
