import type { Intervention } from '../api/registers.ts';
import { type Content, html } from '../dom/element.ts';
import { monthText } from '../words/figure.ts';
import { type Column, NOTHING, table } from './table.ts';

const STATES = {
  'not-started': 'Not started yet',
  'on-course': 'On course: at least half is there',
  'behind-once': 'Behind in the latest month',
  behind: 'Behind: less than half is there',
  'not-measurable': 'Cannot be measured yet',
} as const satisfies Record<NonNullable<Intervention['progress']>['state'], string>;

const MARKS = {
  'not-started': '○',
  'on-course': '●',
  'behind-once': '◆',
  behind: '▲',
  'not-measurable': '–',
} as const satisfies Record<keyof typeof STATES, string>;

/** What each intervention with an expected effect should have brought by now, and what came. */
export function interventionsProgress(items: readonly Intervention[]): readonly HTMLElement[] {
  const expected = items.filter(({ effectPerMonth }) => effectPerMonth !== null);
  if (expected.length === 0) return [];
  const states = Object.groupBy(expected, ({ progress }) => progress?.state ?? 'not-measurable');
  const behind = (states['behind']?.length ?? 0) + (states['behind-once']?.length ?? 0);
  const waiting = states['not-started']?.length ?? 0;
  const course = states['on-course']?.length ?? 0;
  const parts = [
    ...(behind === 0 ? [] : [`${behind} ${behind === 1 ? 'is' : 'are'} behind`]),
    ...(course === 0 ? [] : [`${course} ${course === 1 ? 'is' : 'are'} on course`]),
    ...(waiting === 0 ? [] : [`${waiting} ${waiting === 1 ? 'has' : 'have'} not started`]),
    ...(states['not-measurable'] ? [`${states['not-measurable'].length} cannot be measured yet`] : []),
  ];
  return [
    html('h3', {}, 'Expected and actual'),
    html(
      'p',
      { class: 'finding' },
      `Of ${expected.length} interventions with an expected effect, ${parts.join(', ')}.`,
    ),
    table(
      'Each with its own effect, held against the monthly figure that it moves',
      columns,
      expected,
      'table-progress table-cards',
    ),
  ];
}

const columns: readonly Column<Intervention>[] = [
  { heading: 'Intervention', kind: 'row', cell: ({ id, text }) => text ?? id },
  {
    heading: 'How it goes',
    kind: 'own',
    cell: ({ progress }) => {
      const state = progress?.state ?? 'not-measurable';
      return [html('span', { 'aria-hidden': 'true' }, `${MARKS[state]} `), STATES[state]];
    },
  },
  { heading: 'Effect a month', cell: effectOf },
  {
    heading: 'Full effect by',
    cell: ({ fullEffectBy }) => (fullEffectBy === null ? NOTHING : monthText(fullEffectBy)),
  },
  { heading: 'Expected', cell: (item) => latest(item, 'expected') },
  { heading: 'Actual', cell: (item) => latest(item, 'actual') },
  { heading: 'In words', kind: 'prose', cell: ({ progress }) => progress?.text ?? '' },
];

/** Rates move by percentage points, numbers by cases. */
export function effectOf({ effectPerMonth, metric }: Intervention): string {
  if (effectPerMonth === null) return NOTHING;
  const sign = effectPerMonth < 0 ? '−' : '+';
  const size = Math.abs(effectPerMonth);
  return isRate(metric)
    ? `${sign}${Number((size * 100).toFixed(2))} points`
    : `${sign}${size.toLocaleString('en-GB')}`;
}

function latest({ progress, metric }: Intervention, of: 'expected' | 'actual'): Content {
  const month = progress?.months.at(-1);
  if (month === undefined) return NOTHING;
  const value = month[of];
  const text = isRate(metric)
    ? `${Number((value * 100).toFixed(1))}%`
    : Number(value.toFixed(1)).toLocaleString('en-GB');
  return [text, html('span', { class: 'fine' }, monthText(month.month))];
}

function isRate(metric: string | null): boolean {
  return metric !== null && /-rate(\.r12)?$/.test(metric);
}
