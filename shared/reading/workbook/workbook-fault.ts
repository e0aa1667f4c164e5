import { fileProblem } from '../problem.ts';
import type { RowEvent } from '../row-event.ts';

/**
 * Why a workbook cannot be read. It is thrown within this folder only, since streams and parsers hand failures on as
 * errors, and becomes a `refused` event where the format ends.
 */
export class WorkbookFault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const SAVE_AGAIN = 'Open it in Excel, save it as "Excel workbook (.xlsx)", and drop that file.';

/** The bytes are no sound workbook; `what` is the first thing that is wrong with them. */
export function damaged(what: string): WorkbookFault {
  return new WorkbookFault(
    'damaged-workbook',
    `Cannot read this workbook: ${what}. The file is damaged or was not written by a spreadsheet. ${SAVE_AGAIN}`,
  );
}

/** It holds more than is unpacked; `what` says how much. */
export function tooLarge(what: string): WorkbookFault {
  return new WorkbookFault(
    'workbook-too-large',
    `Cannot read this workbook: ${what}. Leave only the sheet with the figures (delete empty formatted rows, pictures and other sheets), or save that sheet as "CSV UTF-8 (comma delimited)", and drop that file.`,
  );
}

/** The event that ends the rows. */
export function refusal({ code, message }: WorkbookFault): RowEvent {
  return { kind: 'refused', problem: fileProblem(code, message) };
}
