import { parseMonth } from '../../shared/period/month.ts';
import { levers } from '../../shared/scenario/flow/levers.ts';
import { html } from '../dom/element.ts';
import type { FlowSetting } from '../scenario/flow-setting.ts';

type Question = Pick<FlowSetting, 'find' | 'wanted' | 'by'>;

const FIND = {
  requests: 'requests a month',
  noToAssessRate: 'share refused an assessment',
  noToIssueRate: 'share that ends without a plan',
  ceased: 'plans ceased a month',
} as const;

/** The question put backwards: what must one figure be, for so many plans by a month? Its answer goes to `answer`. */
export function flowQuestion(
  { find, wanted, by }: Question,
  changed: (change: Partial<Question>) => void,
  answer: HTMLElement,
): HTMLElement {
  const lever = html(
    'select',
    { id: 'find' },
    levers.map((each) =>
      html('option', { value: each, selected: each === find ? '' : undefined }, FIND[each]),
    ),
  );
  const number = html('input', { id: 'wanted', type: 'number', min: 0, step: 'any', value: String(wanted) });
  const month = html('input', {
    ...{
      id: 'by',
      type: 'month',
      value: by,
      pattern: '[0-9]{4}-[0-9]{2}',
      title: 'Year and month, as in 2031-03',
    },
  });
  lever.addEventListener('change', () => {
    const found = levers.find((each) => each === lever.value);
    if (found) changed({ find: found });
  });
  number.addEventListener('input', () => {
    if (number.value.trim() !== '' && Number(number.value) >= 0) changed({ wanted: Number(number.value) });
  });
  month.addEventListener('input', () => {
    const found = parseMonth(month.value);
    if (found) changed({ by: found });
  });
  return html(
    'fieldset',
    { class: 'levers' },
    html('legend', {}, 'What would it take?'),
    html('p', { class: 'field' }, html('label', { for: 'find' }, 'Find the'), lever),
    html(
      'p',
      { class: 'field' },
      html('label', { for: 'wanted' }, 'that leads to so many open plans'),
      number,
    ),
    html('p', { class: 'field' }, html('label', { for: 'by' }, 'by the end of'), month),
    answer,
  );
}
