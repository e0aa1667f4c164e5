import * as z from 'zod';
import { dayInLondon } from '../../shared/period/london.ts';
import { monthsBetween, parseMonth } from '../../shared/period/month.ts';
import { plain } from './plain.ts';

/** One line of the replay, as the API answers it. */
export const replayedSchema = z.object({
  month: z.string(),
  metric: z.string(),
  dimensions: z.record(z.string(), z.string()),
  period: z.string(),
  knownAt: z.string(),
  assumed: z.boolean(),
  rating: z.string(),
  officerRating: z.string().nullable(),
  leadMonths: z.number().nullable(),
});
type Replayed = z.infer<typeof replayedSchema>;

const HEADINGS = ['Month end', 'Metric', 'Figure of', 'Known on', 'Data', 'Officers', 'Lead'];
const ASSUMED = '* the file says so; it was put on another day or at another time';

/** The replay as a table, the first month first. A month of the span of which nothing was rated says so. */
export function replayTable(
  items: readonly Replayed[],
  { from, to }: { readonly from: string; readonly to?: string },
): readonly string[] {
  const byMonth = Map.groupBy(items, ({ month }) => month);
  const last = to ?? [...byMonth.keys()].sort().at(-1) ?? from;
  const rows = months(from, last).flatMap((month) => {
    const found = byMonth.get(month) ?? [];
    return found.length === 0 ? [[month, 'nothing was known that is rated']] : found.map(rowOf);
  });
  const notes = items.some(({ assumed }) => assumed) ? ['', ASSUMED] : [];
  return [...aligned([HEADINGS, ...rows]), ...notes];
}

function months(from: string, to: string): readonly string[] {
  const [first, last] = [parseMonth(from), parseMonth(to)];
  return first && last ? monthsBetween(first, last) : [];
}

function rowOf({ month, metric, dimensions, period, knownAt, assumed, ...rated }: Replayed): string[] {
  const of = Object.values(dimensions).join(', ');
  const { rating, officerRating, leadMonths } = rated;
  return [
    month,
    of === '' ? metric : `${metric} ${of}`,
    period,
    `${dayInLondon(new Date(knownAt))}${assumed ? '*' : ''}`,
    rating,
    officerRating ?? '–',
    leadMonths === null ? '–' : String(leadMonths),
  ].map(plain);
}

/** Columns as wide as their widest cell; a row that ends early widens none. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const whole = rows.filter((row) => row.length === HEADINGS.length);
  const widths = HEADINGS.map((_, at) => Math.max(...whole.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
