import { whenText } from '../../rating/period-text.ts';
import { type Html, html } from '../../report/html-text.ts';
import type { ReportChart, ReportCondition, ReportEvidence } from '../report-schema.ts';
import {
  CHART_KEY,
  differenceCell,
  figureCell,
  forecastCell,
  nameText,
  planCell,
  wholeText,
} from '../report-words.ts';
import { chartSvg } from './chart-svg.ts';
import { lines, type PageColumn, pageTable, ratingMark, saidOr } from './page-table.ts';

/** A condition: what officers said at each update, this quarter's words, the figures beside them, and who does what. */
export function conditionSection(condition: ReportCondition): Html {
  const {
    condition: id,
    text,
    ratings,
    commentary,
    figures,
    evidence,
    charts,
    interventions,
    red,
  } = condition;
  return html`<section>
<h3>Condition ${id}: ${text ?? ''}</h3>
<h4>Rating by officers at each update</h4>
${
  ratings.length === 0
    ? html`<p class="soft">No update has rated it.</p>`
    : html`<ol class="history">${ratings.map(({ update, rating }) => html`<li>${update === null ? '' : html`${whenText(update)}: `}${ratingMark(rating)}</li>`)}</ol>`
}
<h4>This quarter</h4>
<p>${saidOr(commentary)}</p>
<h4>What the figures say</h4>
<p>${ratingMark(figures.rating)} ${figures.text}</p>
${evidence.length === 0 ? '' : pageTable(`Evidence of condition ${id}`, columns, evidence)}
${charts.map(chartFigure)}
${interventions === 0 ? '' : html`<p>${interventions === 1 ? '1 intervention serves' : `${interventions} interventions serve`} this condition.</p>`}
${red === null ? '' : redNotes(red)}
</section>`;
}

const columns: readonly PageColumn<ReportEvidence>[] = [
  { heading: 'Measure', cell: nameText },
  { heading: 'Figure', cell: (each) => lines(figureCell(each)) },
  { heading: 'Plan', cell: planCell },
  { heading: 'Difference', cell: differenceCell },
  { heading: 'Forecast', cell: forecastCell },
  {
    heading: 'The figures say',
    cell: ({ rating }) => (rating === null ? html`<span class="soft">not rated</span>` : ratingMark(rating)),
  },
  { heading: 'Officers say', cell: ({ officerRating }) => ratingMark(officerRating) },
];

function chartFigure(chart: ReportChart): Html {
  const { title, actual, plan, forecast, unit } = chart;
  const planned = new Map(plan.map(({ period, value }) => [period, value]));
  const rows = [
    ...actual.map(({ period, value }) => ({
      period,
      value,
      said: 'figure',
      plan: planned.get(period) ?? null,
    })),
    ...forecast.map(({ period, value }) => ({
      period,
      value,
      said: 'forecast',
      plan: planned.get(period) ?? null,
    })),
  ];
  return html`<figure>
${chartSvg(chart)}
<figcaption><strong>${title}.</strong> ${CHART_KEY}</figcaption>
<details><summary>The numbers of this chart</summary>${pageTable<(typeof rows)[number]>(
    title,
    [
      { heading: 'Month', cell: ({ period }) => whenText(period) },
      { heading: 'Value', cell: ({ value }) => (value === null ? 'no figure' : wholeText(value, unit)) },
      { heading: 'Which', cell: ({ said }) => said },
      { heading: 'Plan', cell: (row) => (row.plan === null ? '–' : wholeText(row.plan, unit)) },
    ],
    rows,
  )}</details>
</figure>`;
}

function redNotes(red: NonNullable<ReportCondition['red']>): Html {
  const rows = [
    ['Owner', red.owner],
    ['Action', red.action],
    ['Due', red.due === null ? null : whenText(red.due)],
    ['Answers recommendation', red.recommendations.length === 0 ? null : red.recommendations.join(', ')],
  ] as const;
  return html`<h4>${red.of === 'figures' ? 'Red by the figures' : 'Red'}: who does what by when</h4>
<ul>${rows.map(([name, text]) => html`<li>${name}: ${text ?? html`<span class="soft">not given</span>`}</li>`)}</ul>`;
}
