import type { Intervention } from '../api/registers.ts';
import { html } from '../dom/element.ts';
import { counted } from '../words/counted.ts';
import { monthText } from '../words/figure.ts';
import { effectOf } from './interventions-progress.ts';
import { type Column, NOTHING, table } from './table.ts';

const STAGES = {
  'not-started': 'not started',
  'under-way': 'under way',
  'full-effect-due': 'full effect due by now',
  unknown: NOTHING,
} as const satisfies Record<Intervention['stage'], string>;

/** What is done, group by group behind its name, after how many there are of each kind. */
export function interventions(items: readonly Intervention[]): readonly HTMLElement[] {
  const named = items.filter(({ change }) => change !== null);
  const kinds = [...Map.groupBy(named, ({ change }) => change)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([change, each]) => `${each.length} ${change}`);
  const others = items.length - named.length;
  const groups = [...Map.groupBy(items, ({ group }) => group ?? 'In no group')];
  return [
    html(
      'p',
      {},
      `${counted(items.length, 'intervention')}: ${kinds.join(', ')}${others === 0 ? '' : `, and ${others} of which no file says whether they are new`}.`,
    ),
    ...groups.map(([group, each]) =>
      html(
        'details',
        {},
        html('summary', {}, `${group} (${each.length})`),
        table(group, columns, each, 'table-interventions table-cards'),
      ),
    ),
  ];
}

const columns: readonly Column<Intervention>[] = [
  { heading: 'Intervention', kind: 'row', cell: ({ id, text }) => `${id} ${text ?? ''}` },
  { heading: 'Change', cell: ({ change }) => change ?? NOTHING },
  { heading: 'Timeframe', cell: ({ timeframe }) => timeframe ?? NOTHING },
  { heading: 'Expected a month', cell: effectOf },
  {
    heading: 'Full effect by',
    cell: ({ fullEffectBy }) => (fullEffectBy === null ? NOTHING : monthText(fullEffectBy)),
  },
  { heading: 'Stage', cell: ({ stage }) => STAGES[stage] },
];
