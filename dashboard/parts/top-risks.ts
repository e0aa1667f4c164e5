import type { TopRisk } from '../../shared/programme/portfolio/portfolio-view.ts';
import type { Summary } from '../../shared/recompute/summary/summary-view.ts';
import { type Content, html } from '../dom/element.ts';
import { nothing, section } from './section.ts';
import { type Column, NOTHING, table } from './table.ts';

const MOVEMENTS = {
  better: '▼ lower than before',
  same: '■ as before',
  worse: '▲ higher than before',
} as const;

/** The risks scored 15 or more, the highest first. */
export function topRisks({ topRisks: risks }: Summary): HTMLElement {
  return section(
    'top-risks',
    'Greatest risks',
    risks.length === 0
      ? nothing('No risk is scored 15 or more. A risk that was not scored is not counted.')
      : table(
          'Scored impact × likelihood, each 1 to 5; 15 or more',
          columns,
          risks,
          'table-top-risks table-cards',
        ),
  );
}

const columns: readonly Column<TopRisk>[] = [
  { heading: 'Risk', kind: 'row', cell: ({ risk, text }) => text ?? risk },
  { heading: 'Score', kind: 'own', cell: scoreOf },
  {
    heading: 'Since the update before',
    cell: ({ movement }) =>
      movement === null ? html('span', { class: 'fine' }, 'not known') : MOVEMENTS[movement],
  },
  { heading: 'Owner', cell: ({ ownerRole }) => ownerRole ?? html('span', { class: 'fine' }, 'not given') },
  { heading: 'What is done', kind: 'prose', cell: ({ actionRequired }) => actionRequired ?? NOTHING },
];

function scoreOf({ impact, likelihood, score }: TopRisk): Content {
  return [
    html('span', { class: 'value' }, String(score)),
    html('span', { class: 'fine' }, `${impact} × ${likelihood}`),
  ];
}
