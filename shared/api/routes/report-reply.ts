import * as z from 'zod';
import type { DropReport } from '../../facts/drop.ts';
import { HTML, XLSX } from '../media-types.ts';
import type { Form, Reply } from '../route.ts';
import { reportBody, type reportSchema } from './drop-schemas.ts';

/** Media types in which a report can be had besides JSON. */
export const reportTypes = [HTML, XLSX] as const;

const TYPES = { json: 'application/json', html: HTML, xlsx: XLSX } as const;

/** The same choice as by `Accept`, for links. */
export const formatParameter = z.enum(['json', 'html', 'xlsx']).exactOptional().meta({
  description: 'In the place of an `Accept` header: a page for people, or a workbook with the places marked',
});

/** A report in the form that is asked for. */
export function reportReply(
  report: DropReport,
  format: keyof typeof TYPES | undefined,
  forms: readonly Form[],
): Reply<z.input<typeof reportSchema>> {
  return { kind: 'answer', body: reportBody(report), forms, as: format && TYPES[format] };
}
