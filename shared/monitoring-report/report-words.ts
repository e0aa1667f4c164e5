import { parsePeriod } from '../period/period.ts';
import { differenceText, figureText, percentText } from '../rating/figure-text.ts';
import { periodText } from '../rating/period-text.ts';
import type { Rating } from '../rating/rating.ts';
import type { AccuracyRow, ReportChart, ReportEvidence, ReportRisk } from './report-schema.ts';

/** The words of the report that page and Word document share, so that both say the same. */

export const TO_COMPLETE = 'To be completed';
export const NOT_PUBLISHED = 'not published';

const NAMES = {
  blue: 'Blue',
  green: 'Green',
  'amber-green': 'Amber/green',
  amber: 'Amber',
  'amber-red': 'Amber/red',
  red: 'Red',
  grey: 'Not rated',
  black: 'Cancelled',
} as const satisfies Record<Rating, string>;

/** A rating by its name; one that was not published says so. */
export function ratingName(rating: Rating | null): string {
  return rating === null ? NOT_PUBLISHED : NAMES[rating];
}

/** The name of a measure, with the year that it is about. */
export function nameText({ name, dimensions }: Pick<ReportEvidence, 'name' | 'dimensions'>): string {
  const year = parsePeriod(dimensions['financialYear'] ?? '');
  return year ? `${name}, ${periodText(year)}` : name;
}

export function figureCell({ value, unit, period, absence, later }: ReportEvidence): readonly string[] {
  return [
    value === null || period === null ? NOT_PUBLISHED : `${figureText(value, unit)} in ${periodText(period)}`,
    ...(absence === null || value === null ? [] : [absence]),
    ...(later === null ? [] : [`Later: ${figureText(later.value, unit)} in ${periodText(later.period)}`]),
  ];
}

export function planCell({ plan, unit }: ReportEvidence): string {
  return plan === null ? 'no plan' : figureText(plan, unit);
}

export function differenceCell({ difference, differencePercent, unit }: ReportEvidence): string {
  if (difference === null) return '–';
  const gap = differenceText(difference, unit) || '0';
  return unit === 'ratio' || differencePercent === null
    ? gap
    : `${gap} (${percentText(Math.abs(differencePercent))})`;
}

export function forecastCell({ forecast, unit }: ReportEvidence): string {
  if (forecast === null) return 'none';
  const { period, value, lower80, upper80 } = forecast;
  const [middle, low, high] = [value, lower80, upper80].map((each) => wholeText(each, unit));
  return `${middle} in ${periodText(period)} (likely ${low} to ${high})`;
}

/** A forecast or an error: plans and places come whole, small means with a decimal. */
export function wholeText(value: number, unit: ReportChart['unit']): string {
  return figureText(unit === 'count' && Math.abs(value) >= 100 ? Math.round(value) : value, unit);
}

const MOVED = { better: 'better than before', same: 'as before', worse: 'worse than before' } as const;

export function movementText({ movement }: Pick<ReportRisk, 'movement'>): string {
  return movement === null ? 'not known' : MOVED[movement];
}

export function accuracyText({ basis, forecasts }: AccuracyRow): string {
  const times = forecasts === 1 ? '1 time' : `${forecasts} times`;
  return basis === 'given' ? `${times}, as given` : `${times}, tried on earlier figures`;
}

export function shareText(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)}%`;
}

/** What the lines of a chart are, for below it. */
export const CHART_KEY =
  'Solid line: figures. Dashed line: plan. Dotted line: forecast; the shaded range holds the figure 4 times in 5.';
