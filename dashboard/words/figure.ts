import type { Unit } from '../../shared/catalogue/metric.ts';
import { parseMonth } from '../../shared/period/month.ts';
import { differenceText, figureText, percentText } from '../../shared/rating/figure-text.ts';
import { periodText } from '../../shared/rating/period-text.ts';
import type { Measure } from '../../shared/recompute/summary/summary-view.ts';
import type { SeriesView } from '../../shared/recompute/views.ts';
import { capital } from './capital.ts';

export const NOT_PUBLISHED = 'not published';

/** A figure, or in words that there is none: never an empty cell, never zero. */
export function figureOr(value: number | null | undefined, unit: Unit, otherwise = NOT_PUBLISHED): string {
  return value === null || value === undefined ? otherwise : figureText(value, unit);
}

/** A forecast: plans and places come whole, and means of flows with one decimal below a hundred. */
export function forecastText(value: number, unit: Unit): string {
  return figureText(unit === 'count' && Math.abs(value) >= 100 ? Math.round(value) : value, unit);
}

/** `+650 (11.4%)`; shares differ by percentage points alone, as a percentage of a percentage misleads. */
export function gapWithShare(difference: number, differencePercent: number | null, unit: Unit): string {
  const gap = differenceText(difference, unit);
  return unit === 'ratio' || differencePercent === null || differencePercent === 0
    ? gap
    : `${gap} (${percentText(Math.abs(differencePercent))})`;
}

/** The year that year-end money is about, as people say it: `2024/25`. */
export function yearOf({ dimensions }: Pick<Measure | SeriesView, 'dimensions'>): string | undefined {
  const year = /^FY(\d{4})$/.exec(dimensions['financialYear'] ?? '')?.[1];
  return year && `${year}/${String((Number(year) + 1) % 100).padStart(2, '0')}`;
}

export { periodText };

/** A period as it stands alone in a cell or a list: `Academic year 2024/25`. */
export function periodLabel(period: Parameters<typeof periodText>[0]): string {
  return capital(periodText(period));
}

/** A month as an address or an answer has it: `2024-08` is August 2024; what is no month stays as written. */
export function monthText(text: string): string {
  const month = parseMonth(text);
  return month ? periodText(month) : text.slice(0, 20);
}
