import type { DropReport } from '../facts/drop.ts';
import { pageStyleSource } from '../report/page-style.ts';
import { reportPage } from '../report/report-page.ts';
import { reportWorkbook } from '../report/report-workbook.ts';
import { sheetCopy } from '../report/sheet-copy.ts';
import { fileName, mayBeShown } from '../report/summary-words.ts';
import { attachment } from './attachment.ts';
import { HTML, XLSX } from './media-types.ts';
import type { Bytes } from './ports.ts';
import type { Form } from './route.ts';

// Nothing but its own style: whatever a file says, the page runs and loads nothing.
const POLICY = `default-src 'none'; style-src ${pageStyleSource}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A function answers 6 MB in base64; a workbook beyond that is made without the sheet. */
const MOST_BYTES = 4_300_000;

/** A report for people. Of a file that may hold a person nothing but the report is shown, and the file is not read. */
export function reportForms(report: DropReport, file: () => Promise<Bytes | undefined>): readonly Form[] {
  return [
    {
      type: HTML,
      headers: { 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff' },
      render: () => Promise.resolve(reportPage(report)),
    },
    {
      type: XLSX,
      headers: { 'content-disposition': attachment(`${fileName(report)} - what to mend.xlsx`) },
      render: async () => {
        const bytes = mayBeShown(report) ? await file() : undefined;
        const copy = bytes && (await sheetCopy(bytes, report));
        const workbook = await reportWorkbook(report, copy);
        return workbook.length <= MOST_BYTES ? workbook : await reportWorkbook(report, undefined);
      },
    },
  ];
}
