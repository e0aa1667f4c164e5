import { Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import { chartTicks } from '../chart-ticks.ts';
import type { ReportChart } from '../report-schema.ts';

const FORMATS = { count: '#,##0', ratio: '0.0%', gbp: '£#,##0', score: '0.0' } as const;

/** A chart of Word's own: it can be read out by its description, and its figures are in it as a table. */
export function wordChart(chart: ReportChart, id: number): readonly Paragraph[] {
  const { title, actual, plan, forecast, unit, description } = chart;
  const months = [...new Set([...actual, ...plan, ...forecast].map(({ period }) => period))].toSorted();
  const valuesOf = (points: ReadonlyMap<string, number | null>) =>
    months.map((month) => points.get(month) ?? null);
  const figures = new Map(actual.map(({ period, value }) => [period, value]));
  const planned = new Map(plan.map(({ period, value }) => [period, value]));
  const ahead = (of: 'value' | 'lower80' | 'upper80') =>
    valuesOf(new Map(forecast.map((point) => [point.period, point[of]])));
  const thin = { color: '14568C', width: 1, dash: 'shortDot' } as const;
  const series = [
    // A figure between two gaps has no line: its marker shows it.
    { name: 'Figures', values: valuesOf(figures), markers: true, line: { color: '143D5C', width: 2.25 } },
    ...(plan.length === 0
      ? []
      : [
          {
            name: 'Plan',
            values: valuesOf(planned),
            line: { color: '7A4300', width: 1.5, dash: 'dash' as const },
          },
        ]),
    ...(forecast.length === 0
      ? []
      : [
          {
            name: 'Forecast',
            values: ahead('value'),
            line: { color: '14568C', width: 2, dash: 'dot' as const },
          },
          { name: 'Likely at least', values: ahead('lower80'), line: thin },
          { name: 'Likely at most', values: ahead('upper80'), line: thin },
        ]),
  ];
  return [
    new Paragraph({ style: 'Caption', keepNext: true, text: `${title}, month by month` }),
    new Paragraph({
      spacing: { after: 160 },
      children: [
        new ChartRun({
          type: 'line',
          categories: months.map((month) => new Date(`${month}-01T00:00:00.000Z`)),
          series,
          emptyValues: 'gap',
          legend: { position: 'bottom' },
          categoryAxis: { numberFormat: 'mmm yyyy', labelRotation: -45 },
          valueAxis: { numberFormat: FORMATS[unit], ...scaleOf(chart) },
          transformation: { width: 600, height: 270 },
          altText: { id: String(id), name: title, title, description },
        }),
      ],
    }),
  ];
}

/** The same scale as on the page. */
function scaleOf(chart: ReportChart) {
  const ticks = chartTicks(chart);
  const [minimum = 0, next = 1] = ticks;
  return { minimum, maximum: ticks.at(-1) ?? next, interval: Number((next - minimum).toPrecision(12)) };
}
