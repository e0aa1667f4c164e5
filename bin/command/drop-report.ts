import * as z from 'zod';
import { dropStates } from '../../shared/facts/drop.ts';
import { counted, plain } from './plain.ts';

const reportSchema = z.object({
  id: z.string(),
  state: z.enum(dropStates),
  rows: z.object({
    read: z.number(),
    accepted: z.number(),
    partly: z.number(),
    rejected: z.number(),
    ignored: z.number(),
  }),
  cells: z.number(),
  problems: z.array(
    z.object({ row: z.number().nullable(), column: z.string().nullable(), message: z.string() }),
  ),
  problemCount: z.number(),
  warnings: z.array(
    z.object({ message: z.string(), row: z.number().optional(), column: z.string().optional() }),
  ),
  recognisedAs: z.string().nullable(),
});

/** The part of a drop's report that the command line prints. */
export type Report = z.infer<typeof reportSchema>;

/** A report from its JSON. Throws when it is none: the reports bucket holds nothing else. */
export function parseReport(json: string): Report {
  return reportOf(JSON.parse(json));
}

/** A report as the API answers it. Throws when it is none. */
export function reportOf(body: unknown): Report {
  return reportSchema.parse(body);
}

const stateWords = {
  received: 'received',
  processing: 'being read',
  accepted: 'accepted',
  'accepted-with-problems': 'accepted with problems',
  quarantined: 'quarantined: nothing of it is stored',
  failed: 'failed on our side, will be tried again',
} satisfies Record<Report['state'], string>;

/** What became of a file; one of which no row could be taken is accepted by name only. */
function stateText({ state, cells }: Report): string {
  return state === 'accepted-with-problems' && cells === 0
    ? 'nothing taken, with problems'
    : stateWords[state];
}

/** The most problems that are printed; the report itself holds more. */
const shown = 50;

/** Where a report can be had again: the object, and on this machine a page for people. */
export type Whereabouts = { readonly object: string; readonly page?: string };

/** The report of a file for people (`kept` null when it was only tried): state, rows, cells, and each problem with how to mend it. */
export function reportText(file: string, report: Report, kept: Whereabouts | null): string {
  const { rows, problems, problemCount, warnings, recognisedAs } = report;
  const left = problemCount - Math.min(problems.length, shown);
  return [
    `${plain(file)}: ${stateText(report)}`,
    `  ${counted(rows.read, 'row')} read: ${rows.accepted} accepted, ${rows.partly} partly, ${rows.rejected} rejected, ${rows.ignored} ignored; ${counted(report.cells, 'figure')} ${kept === null ? 'would be stored' : 'stored'}`,
    ...(recognisedAs === null ? [] : [`  Recognised as ${plain(recognisedAs)}`]),
    ...problems
      .slice(0, shown)
      .map((problem) => `  ${where(problem.row, problem.column)}: ${plain(problem.message)}`),
    ...(left > 0 ? [`  and ${counted(left, 'more problem')}`] : []),
    ...warnings.map(
      ({ row = null, column = null, message }) => `  Warning, ${where(row, column)}: ${plain(message)}`,
    ),
    ...(kept === null ? ['  Only tried: nothing is stored.'] : [`  Report: ${kept.object}`]),
    ...(kept?.page === undefined ? [] : [`  Page: ${kept.page}`]),
  ].join('\n');
}

/** What a report that is not the end says, while it is waited for. */
export function stateOf(report: Report | undefined): string {
  return report === undefined ? 'waiting to be read' : stateText(report);
}

function where(row: number | null, column: string | null): string {
  const parts = [
    ...(row === null ? [] : [`row ${row}`]),
    ...(column === null ? [] : [`column ${plain(column)}`]),
  ];
  return parts.length === 0 ? 'the file' : parts.join(', ');
}
