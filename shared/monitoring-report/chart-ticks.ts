import type { ReportChart } from './report-schema.ts';

const STEPS = [1, 2, 2.5, 5, 10];
const MOST_TICKS = 6;

/** The labels of a chart's scale: round values about all that it shows. */
export function chartTicks({
  actual,
  plan,
  forecast,
}: Pick<ReportChart, 'actual' | 'plan' | 'forecast'>): readonly number[] {
  const values = [
    ...[...actual, ...plan].flatMap(({ value }) => value ?? []),
    ...forecast.flatMap(({ lower80, upper80 }) => [lower80, upper80]),
  ];
  return niceTicks(Math.min(...values), Math.max(...values));
}

/** Round values that enclose a range, evenly spaced, at most six: 5,728 to 7,210 → 5,500, 6,000 … 7,500. */
export function niceTicks(low: number, high: number): readonly number[] {
  const span = high > low ? high - low : Math.max(Math.abs(high), 1);
  const size = 10 ** Math.floor(Math.log10(span / (MOST_TICKS - 1)));
  for (const factor of [...STEPS, 20, 50]) {
    const step = size * factor;
    const [from, to] = [Math.floor(low / step), Math.ceil((high > low ? high : low + span) / step)];
    if (to - from < MOST_TICKS)
      // Steps such as 0.002 have no exact form: the sum of many would show it.
      return Array.from({ length: to - from + 1 }, (_, at) => Number(((from + at) * step).toPrecision(12)));
  }
  return [low, high];
}
