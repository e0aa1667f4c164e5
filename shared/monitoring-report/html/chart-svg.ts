import { monthAt, monthIndex, parseMonth } from '../../period/month.ts';
import { figureText } from '../../rating/figure-text.ts';
import { periodText } from '../../rating/period-text.ts';
import { type Html, html } from '../../report/html-text.ts';
import { chartTicks } from '../chart-ticks.ts';
import type { ReportChart } from '../report-schema.ts';

const [WIDTH, HEIGHT] = [640, 250];
const EDGE = { left: 72, right: 14, top: 12, bottom: 30 } as const;

/** A chart as a picture: figures solid with gaps where there are none, plan dashed, forecast dotted in its range. */
export function chartSvg(chart: ReportChart): Html {
  const { actual, plan, forecast, unit, description } = chart;
  const at = (period: string) => {
    const month = parseMonth(period);
    return month ? monthIndex(month) : Number.NaN;
  };
  const months = [...actual, ...plan, ...forecast].map(({ period }) => at(period));
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const ticks = chartTicks(chart);
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const x = (period: string) => place(at(period), first, last, EDGE.left, WIDTH - EDGE.right);
  const y = (value: number) => place(value, low, high, HEIGHT - EDGE.bottom, EDGE.top);
  const line = (points: readonly Point[]) => pathOf(points, x, y);
  const known = actual.filter(({ value }) => value !== null).at(-1);
  const joined = forecast.length > 0 && known ? [known, ...forecast] : forecast;
  const band = [
    ...forecast.map(({ period, upper80 }) => `${x(period)},${y(upper80)}`),
    ...forecast.toReversed().map(({ period, lower80 }) => `${x(period)},${y(lower80)}`),
  ].join(' ');
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${description}" font-family="inherit" font-size="13">
${ticks.map((tick) => html`<line x1="${EDGE.left}" x2="${WIDTH - EDGE.right}" y1="${y(tick)}" y2="${y(tick)}" stroke="#d5dade"/><text x="${EDGE.left - 8}" y="${y(tick) + 4}" text-anchor="end" fill="#4b5662">${figureText(tick, unit)}</text>`)}
${axisMonths(first, last).map((index) => {
  const across = place(index, first, last, EDGE.left, WIDTH - EDGE.right);
  const anchor = index === last ? 'end' : 'middle';
  return html`<line x1="${across}" x2="${across}" y1="${HEIGHT - EDGE.bottom}" y2="${HEIGHT - EDGE.bottom + 5}" stroke="#4b5662"/><text x="${across}" y="${HEIGHT - 8}" text-anchor="${anchor}" fill="#4b5662">${shortMonth(index)}</text>`;
})}
${forecast.length === 0 ? '' : html`<polygon points="${band}" fill="#14568c" fill-opacity=".15"/>`}
<path d="${line(plan)}" fill="none" stroke="#7a4300" stroke-width="2" stroke-dasharray="7 4"/>
<path d="${line(joined)}" fill="none" stroke="#14568c" stroke-width="2.5" stroke-dasharray="2 4" stroke-linecap="round"/>
<path d="${line(actual)}" fill="none" stroke="#143d5c" stroke-width="3"/>
${actual.map(({ period, value }) => (value === null ? html`` : html`<circle cx="${x(period)}" cy="${y(value)}" r="2.5" fill="#143d5c"/>`))}
</svg>`;
}

type Point = { readonly period: string; readonly value: number | null };

function pathOf(
  points: readonly Point[],
  x: (period: string) => number,
  y: (value: number) => number,
): string {
  let isDown = false;
  return points
    .map(({ period, value }) => {
      const command = isDown ? 'L' : 'M';
      isDown = value !== null;
      return value === null ? '' : `${command}${x(period)} ${y(value)}`;
    })
    .join('');
}

/** Where a value stands between two ends, in tenths of a unit of the picture. */
function place(value: number, from: number, to: number, start: number, end: number): number {
  const share = to === from ? 0.5 : (value - from) / (to - from);
  return Math.round((start + share * (end - start)) * 10) / 10;
}

const FEWEST_APART = 3;

/** The first and the last month, and each January that leaves room for both. */
function axisMonths(first: number, last: number): readonly number[] {
  const count = Math.max(0, Math.floor(last / 12) - Math.ceil(first / 12) + 1);
  const januaries = Array.from({ length: count }, (_, at) => (Math.ceil(first / 12) + at) * 12);
  const between = januaries.filter((each) => each - first >= FEWEST_APART && last - each >= FEWEST_APART);
  return [first, ...between, last];
}

/** `Apr 2024` */
function shortMonth(index: number): string {
  const [name = '', year = ''] = periodText(monthAt(index)).split(' ');
  return `${name.slice(0, 3)} ${year}`;
}
