import type { OutcomeSummary } from '../../../shared/recompute/outcomes/outcome-summary-view.ts';
import { type Address, addressOf } from '../../address.ts';
import { type Content, html } from '../../dom/element.ts';
import { resultText, yearText } from '../../words/outcomes.ts';
import { unbroken } from '../../words/unbroken.ts';
import { type Column, NOTHING, table } from '../table.ts';
import { gapContent } from './gap.ts';
import { figuresSay, officersSay } from './officers.ts';

type Place = Pick<Address, 'asOf'> & { readonly area: string };
type Stage = OutcomeSummary['stages'][number];
type Assessment = OutcomeSummary['assessments'][number];
type Group = OutcomeSummary['groups'][number];

/** Each stage of school with what the figures and what officers say of it. */
export function stageTable(stages: readonly Stage[], place: Place): HTMLElement {
  return table(
    'Each stage as its worst assessment stands beside England; what officers say stands beside it',
    [
      {
        heading: 'Stage',
        kind: 'row',
        cell: ({ stage, name }) =>
          html('a', { href: addressOf({ ...place, page: 'scorecard', stage }) }, name),
      },
      ...ratingColumns<Stage>(),
    ],
    stages,
    'table-stages table-cards',
  );
}

/** Each assessment with its latest figure beside England. */
export function assessmentTable(assessments: readonly Assessment[], place: Place): HTMLElement {
  return table(
    'Every assessment in its latest year, all pupils',
    [
      {
        heading: 'Assessment',
        kind: 'row',
        cell: ({ metric, name }) => html('a', { href: addressOf({ ...place, page: 'gaps', metric }) }, name),
      },
      {
        heading: 'This council',
        kind: 'own',
        cell: ({ value, unit }) => html('span', { class: 'value' }, resultText(value, unit)),
      },
      { heading: 'England', cell: ({ national, unit }) => resultText(national, unit) },
      { heading: 'Gap to England', cell: gapOf },
      ...ratingColumns<Assessment>().slice(0, -1),
    ],
    assessments,
    'table-assessments table-cards',
  );
}

/** Each group of pupils, as its worst result stands. */
export function groupTable(groups: readonly Group[], place: Place): HTMLElement {
  return table(
    'Each group of pupils as its worst result stands beside the same group in England',
    [
      {
        heading: 'Group of pupils',
        kind: 'row',
        cell: ({ name, group, decidedBy: [metric] }) =>
          metric === undefined
            ? name
            : html('a', { href: addressOf({ ...place, page: 'gaps', metric, dimensions: { group } }) }, name),
      },
      ...ratingColumns<Group>(),
    ],
    groups,
    'table-groups table-cards',
  );
}

function ratingColumns<
  Row extends Omit<Stage, 'stage' | 'decidedBy' | 'members' | 'known'>,
>(): readonly Column<Row>[] {
  return [
    { heading: 'School year', cell: ({ year }) => (year === null ? NOTHING : yearText(year)) },
    { heading: 'Figures say', cell: ({ rating }) => figuresSay(rating) },
    { heading: 'Officers say', stays: true, cell: ({ officerRating }) => officersSay(officerRating) },
    { heading: 'Why', kind: 'prose', cell: ({ text }) => unbroken(text) },
  ];
}

function gapOf({ difference, arrow, unit }: Assessment): Content {
  if (difference === null || arrow === null) return NOTHING;
  const chance = { judged: false, beyond: null, lower: null, upper: null };
  return gapContent({ difference, arrow, chance }, unit);
}
