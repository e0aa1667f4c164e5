import { metricById } from '../../catalogue/metrics.ts';
import { type LaitMeasure, laitMeasures } from '../../catalogue/releases/lait-measures.ts';
import type { SeriesKey } from '../../facts/cell.ts';
import { SHARED_AREA } from '../../facts/folder.ts';
import { type Period, parsePeriod } from '../../period/period.ts';
import { cut } from '../../reading/problem.ts';
import { cellProblem, statement } from '../row-reading.ts';
import { foreign, ignored, type NationalLayout } from './national-row.ts';
import { councilOf, wholeOf } from './places.ts';
import { readNational } from './value.ts';

/** The columns of an export of the Local Authority Interactive Tool. */
export const LAIT_COLUMNS = ['Short Desc', 'Years', 'LA and Regions', 'Values', 'LA Number'] as const;

/** How the rows of such an export are read; `area` is the folder that it lies in. */
export function laitLayout(headings: readonly string[], area: string): NationalLayout {
  const at = new Map(headings.map((name, index) => [name, index]));
  return {
    recognisedAs: 'Local Authority Interactive Tool, export',
    mapped: true,
    read({ row, cells }) {
      const cell = (name: (typeof LAIT_COLUMNS)[number]) => cells[at.get(name) ?? -1] ?? '';
      const measure = laitMeasures.get(cell('Short Desc'));
      if (measure === undefined) return ignored;
      const name = cell('LA and Regions');
      const number = cell('LA Number').trim().replace(/\.0$/, '');
      // The tool counts England and regions among its numbers: their names say what they are.
      const whole = wholeOf(name);
      const neighbours = /^statistical neighbours?$/i.test(name.trim());
      const place = whole ?? councilOf(number, '');
      if (neighbours ? area === SHARED_AREA : place === undefined) return ignored;
      if (!neighbours && area !== SHARED_AREA && place !== area)
        return whole === undefined ? foreign : ignored;
      const year = yearOf(cell('Years'), measure.year);
      if (year === undefined) return ignored;
      const { metric, dimensions, written } = measure;
      const figure = readNational(cell('Values'), written, metricById(metric)?.unit === 'count');
      if (!figure.ok) {
        return { kind: 'rejected', problems: [cellProblem(row, 'Values', cell('Values'), figure.fault)] };
      }
      const series: SeriesKey = neighbours
        ? { role: 'published', metric, dimensions, level: 'stat-neighbours', edition: 'lait' }
        : { role: 'actual', metric, dimensions };
      const provisional = year.provisional && figure.value.value !== null && { status: 'provisional' };
      const said = statement({
        ...(area === SHARED_AREA && place !== undefined && { place }),
        ...{ series, period: year.period, column: 'Values', text: cut(cell('Values')) },
        cell: { ...figure.value, ...provisional, row },
      });
      return { kind: 'statements', statements: [said] };
    },
  };
}

/**
 * The period that a text of the column `Years` names: `2025`, `2025 (prov)`, `2024 (Rev)`, `2023/24`, `2023-24`. A
 * school result is named by the year it ends in. Undefined for what names no one year (`0`, three-year spans).
 */
function yearOf(
  text: string,
  kind: LaitMeasure['year'],
): { readonly period: Period; readonly provisional: boolean } | undefined {
  const match =
    /^(\d{4})(?:[/-](\d{2}|\d{4}))?(?:\.0)?\s*(?:\((prov|provisional|p|rev|revised|final)\))?$/i.exec(
      text.trim(),
    );
  if (match === null) return undefined;
  const first = Number(match[1]);
  const second = match[2]?.slice(-2);
  if (first < 1990 || (second !== undefined && (first + 1) % 100 !== Number(second))) return undefined;
  if (kind === 'calendar' && second !== undefined) return undefined;
  const began = second === undefined ? first - 1 : first;
  const period = parsePeriod(kind === 'calendar' ? String(first) : `AY${began}`);
  return period && { period, provisional: /^p/i.test(match[3] ?? '') };
}
