import type { FileChild } from 'docx';
import { whenText } from '../../rating/period-text.ts';
import type { ReportCondition, ReportEvidence } from '../report-schema.ts';
import { differenceCell, figureCell, forecastCell, nameText, planCell } from '../report-words.ts';
import { wordChart } from './word-chart.ts';
import { type WordColumn, wordTable } from './word-table.ts';
import { bold, bullet, heading, paragraph, ratingRun, saidOr, soft } from './word-text.ts';

/** A condition: what officers said at each update, this quarter's words, the figures beside them, and who does what. */
export function wordCondition(condition: ReportCondition, place: number): readonly FileChild[] {
  const { condition: id, text, ratings, commentary, figures, evidence, charts, red } = condition;
  return [
    heading(2, `Condition ${id}: ${text ?? ''}`),
    paragraph(
      bold('Officers: '),
      ...(ratings.length === 0
        ? [soft('no update has rated it')]
        : ratings.flatMap(({ update, rating }, at) => [
            `${at === 0 ? '' : ', '}${update === null ? '' : `${whenText(update)} `}`,
            ratingRun(rating),
          ])),
    ),
    paragraph(bold('This quarter: '), saidOr(commentary)),
    paragraph(bold('The figures: '), ratingRun(figures.rating), ` ${figures.text}`),
    ...(evidence.length === 0 ? [] : wordTable(`Evidence of condition ${id}`, columns, evidence)),
    ...charts.flatMap((chart, at) => wordChart(chart, place * MOST_CHARTS + at + 1)),
    ...(red === null ? [] : redNotes(red)),
  ];
}

/** More than a condition ever has: numbers of drawings must differ. */
const MOST_CHARTS = 10;

const columns: readonly WordColumn<ReportEvidence>[] = [
  { heading: 'Measure', width: 19, cell: (each) => [nameText(each)] },
  {
    heading: 'Figure',
    width: 20,
    cell: (each) => figureCell(each).map((line, at) => (at === 0 ? line : soft(line))),
  },
  { heading: 'Plan', width: 11, cell: (each) => [planCell(each)] },
  { heading: 'Difference', width: 13, cell: (each) => [differenceCell(each)] },
  { heading: 'Forecast', width: 17, cell: (each) => [forecastCell(each)] },
  {
    heading: 'Figures say',
    width: 10,
    cell: ({ rating }) => [rating === null ? soft('not rated') : ratingRun(rating)],
  },
  { heading: 'Officers say', width: 10, cell: ({ officerRating }) => [ratingRun(officerRating)] },
];

function redNotes(red: NonNullable<ReportCondition['red']>): readonly FileChild[] {
  const rows = [
    ['Owner', red.owner],
    ['Action', red.action],
    ['Due', red.due === null ? null : whenText(red.due)],
    ['Answers recommendation', red.recommendations.length === 0 ? null : red.recommendations.join(', ')],
  ] as const;
  return [
    heading(
      3,
      red.of === 'figures' ? 'Red by the figures: who does what by when' : 'Red: who does what by when',
    ),
    ...rows.map(([name, text]) => bullet(bold(`${name}: `), text ?? soft('not given'))),
  ];
}
