import type { Lever } from '../../shared/scenario/flow/levers.ts';
import { html } from '../dom/element.ts';
import type { FlowBase } from '../scenario/flow-base.ts';
import type { FlowSetting } from '../scenario/flow-setting.ts';
import { lever } from './lever.ts';

type Moved = Lever | 'start' | 'transferredIn';

type Drawn = {
  readonly label: string;
  readonly unit: string;
  readonly most: number;
  readonly step: number;
  /** What a fraction is multiplied with to be read: 100 for percent. */
  readonly scale: number;
};

const LEVERS = {
  requests: { label: 'Requests for an assessment', unit: 'a month', most: 200, step: 1, scale: 1 },
  noToAssessRate: { label: 'Requests refused an assessment', unit: '%', most: 60, step: 0.1, scale: 100 },
  noToIssueRate: { label: 'Assessments that end without a plan', unit: '%', most: 30, step: 0.1, scale: 100 },
  ceased: { label: 'Plans that cease', unit: 'a month', most: 120, step: 1, scale: 1 },
  transferredIn: { label: 'Plans that move in from elsewhere', unit: 'a month', most: 30, step: 1, scale: 1 },
  start: { label: 'Open plans to begin with', unit: 'plans', most: 12_000, step: 10, scale: 1 },
} as const satisfies Readonly<Record<Moved, Drawn>>;

const ORDER: readonly Moved[] = [
  'requests',
  'noToAssessRate',
  'noToIssueRate',
  'ceased',
  'transferredIn',
  'start',
];

/** The figures that the flow of plans begins with, each to be moved; `move` is told of each. */
export function flowLevers(
  setting: FlowSetting,
  base: FlowBase,
  move: (change: Partial<Record<Moved, number>>) => void,
): HTMLElement {
  return html(
    'fieldset',
    { class: 'levers' },
    html('legend', {}, 'What comes and what goes'),
    ORDER.map((name) => {
      const { label, unit, most, step, scale } = LEVERS[name];
      const known = base[name];
      const shown = (value: number) => Number((value * scale).toFixed(4));
      return lever(
        {
          ...{ id: `lever-${name}`, label, unit, least: 0, step, value: shown(setting[name]) },
          most: Math.max(most, name === 'start' ? Math.ceil(setting.start / 500) * 1000 : 0),
          hint:
            known === null
              ? 'No file says it yet, so it begins at 0.'
              : `By the data: ${shown(known.value).toLocaleString('en-GB')}${unit === '%' ? '%' : ''} (${known.source})`,
        },
        (value) => move({ [name]: value / scale }),
      );
    }),
  );
}
