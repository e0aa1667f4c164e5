import type { Risk } from '../api/registers.ts';
import { type Content, html } from '../dom/element.ts';
import { ratingHistory } from './rating-history.ts';
import { type Column, NOTHING, table } from './table.ts';

const MOVEMENTS = {
  better: '▼ lower than before',
  same: '■ as before',
  worse: '▲ higher than before',
} as const;

/** Risks and issues by register, the highest score first. */
export function risks(items: readonly Risk[]): readonly HTMLElement[] {
  return [...Map.groupBy(items, ({ register }) => register)].map(([register, each]) =>
    table(
      register,
      columns,
      each.toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0)),
      'table-risks table-cards',
    ),
  );
}

const columns: readonly Column<Risk>[] = [
  { heading: 'Risk', kind: 'row', cell: nameOf },
  { heading: 'Rating over time', kind: 'own', cell: ratingHistory },
  { heading: 'Impact × likelihood', cell: scoreOf },
  { heading: 'Moved', cell: ({ movement }) => (movement === null ? NOTHING : MOVEMENTS[movement]) },
  { heading: 'Owner', cell: ({ ownerRole }) => ownerRole ?? html('span', { class: 'fine' }, 'not given') },
  { heading: 'What is done', kind: 'prose', cell: ({ mitigation }) => mitigation ?? NOTHING },
];

/** A risk with a number is named by it; one with a word by its text alone. */
function nameOf({ risk, text }: Risk): string {
  return text === null ? risk : /^\d/.test(risk) ? `${risk}. ${text}` : text;
}

function scoreOf({ impact, likelihood, score, key }: Risk): Content {
  if (score === null) return html('span', { class: 'fine' }, 'not scored');
  return [
    `${impact} × ${likelihood} = ${score}`,
    key ? html('strong', { class: 'late' }, '15 or more') : null,
  ];
}
