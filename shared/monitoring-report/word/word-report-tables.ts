import type { Paragraph, Table } from 'docx';
import { whenText } from '../../rating/period-text.ts';
import type { MonitoringReport } from '../report-schema.ts';
import { accuracyText, movementText, shareText, wholeText } from '../report-words.ts';
import { wordTable } from './word-table.ts';
import { ratingRun, saidOr, soft } from './word-text.ts';

/** The tables of the report that stand outside its conditions. */

type Blocks = readonly (Paragraph | Table)[];

export function onTrackTable({ onTrack }: MonitoringReport): Blocks {
  return wordTable(
    'Answers of the council',
    [
      { heading: 'Question', width: 30, cell: ({ question }) => [question] },
      { heading: 'Answer', width: 15, cell: ({ answer }) => [saidOr(answer)] },
      { heading: 'Why', width: 55, cell: ({ text }) => [saidOr(text)] },
    ],
    onTrack,
  );
}

export function definitionTable({ definitions }: MonitoringReport): Blocks {
  return wordTable(
    'The scale of the monitoring report',
    [
      { heading: 'Rating', width: 20, cell: ({ rating }) => [rating] },
      { heading: 'Meaning', width: 80, cell: ({ meaning }) => [meaning] },
    ],
    definitions,
  );
}

export function riskTable({ risks }: MonitoringReport): Blocks {
  return wordTable(
    'Risks with their rating at each update',
    [
      {
        heading: 'Risk',
        width: 26,
        cell: ({ register, risk, text }) => [text ?? risk, soft(`${register} ${risk}`)],
      },
      {
        heading: 'Rating at each update',
        width: 22,
        cell: ({ ratings, score }) => [
          ...ratings.map(({ update, rating }) => [
            update === null ? '' : `${whenText(update)} `,
            ratingRun(rating),
          ]),
          ...(score === null ? [] : [`Score ${score}`]),
        ],
      },
      { heading: 'Moved', width: 12, cell: (each) => [movementText(each)] },
      { heading: 'What is done', width: 20, cell: ({ mitigation }) => [saidOr(mitigation)] },
      { heading: 'Progress', width: 20, cell: ({ progress }) => [saidOr(progress)] },
    ],
    risks,
  );
}

export function accuracyTable({ accuracy }: MonitoringReport): Blocks {
  return wordTable(
    'Off by how much, and how often inside the likely range (aim: 80%)',
    [
      { heading: 'Measure', width: 25, cell: ({ name }) => [name] },
      { heading: 'Months ahead', width: 15, cell: ({ horizon }) => [String(horizon)] },
      { heading: 'Off by, on average', width: 20, cell: ({ mae, unit }) => [wholeText(mae, unit)] },
      { heading: 'Inside the range', width: 15, cell: ({ coverage80 }) => [shareText(coverage80)] },
      { heading: 'How often', width: 25, cell: (each) => [accuracyText(each)] },
    ],
    accuracy,
  );
}

export function signTable({ signOff }: MonitoringReport): Blocks {
  return wordTable(
    'Signed by role; no person is named here',
    [
      { heading: 'Role', width: 40, cell: ({ role }) => [role] },
      { heading: 'Signed', width: 60, cell: ({ text }) => [saidOr(text)] },
    ],
    signOff,
  );
}
