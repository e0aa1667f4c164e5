import { parseMonth } from '../../shared/period/month.ts';
import { type Lever, levers } from '../../shared/scenario/flow/levers.ts';
import { html } from '../dom/element.ts';
import type { Action } from '../scenario/actions.ts';

/** What an action changes, short enough for a list. */
const leverWords = {
  requests: 'requests a month',
  noToAssessRate: '% refused',
  noToIssueRate: '% without a plan',
  ceased: 'ceased a month',
} as const satisfies Record<Lever, string>;

/** What is done, each to be switched on or off, with its size and its month; `changed` is told of all of them. */
export function flowActions(
  actions: readonly Action[],
  changed: (actions: readonly Action[]) => void,
): HTMLElement {
  let all = [...actions];
  const list = html('ul', { class: 'actions' });
  const replace = (at: number, action: Action) => {
    all = all.map((each, place) => (place === at ? action : each));
    changed(all);
  };
  const draw = () =>
    list.replaceChildren(...all.map((action, at) => row(action, at, (next) => replace(at, next))));
  const add = html('button', { type: 'button', class: 'button button-quiet' }, 'Add something to do');
  add.addEventListener('click', () => {
    const name = `Idea ${all.length + 1}`;
    all = [...all, { name, lever: 'requests', change: -5, from: undefined, on: true, assumed: true }];
    draw();
    changed(all);
    list.querySelector<HTMLInputElement>('li:last-child input[type="month"]')?.focus();
  });
  draw();
  return html(
    'fieldset',
    { class: 'levers levers-actions' },
    html('legend', {}, 'What is done about it'),
    html(
      'p',
      { class: 'fine' },
      'From the register of interventions, each with the month in which its full effect is due. One without a month is not counted: give it one to try it.',
    ),
    list,
    add,
  );
}

function row(action: Action, at: number, changed: (next: Action) => void): HTMLElement {
  let now = action;
  const say = (change: Partial<Action>) => {
    now = { ...now, ...change };
    changed(now);
  };
  const isRate = (lever: Lever) => lever === 'noToAssessRate' || lever === 'noToIssueRate';
  const scale = () => (isRate(now.lever) ? 100 : 1);
  const on = html('input', { type: 'checkbox', id: `action-${at}`, checked: action.on ? '' : undefined });
  const size = html('input', {
    ...{ type: 'number', step: 'any', value: String(Number((action.change * scale()).toFixed(4))) },
    'aria-label': `${action.name}: change`,
  });
  const lever = html(
    'select',
    { 'aria-label': `${action.name}: what it changes` },
    levers.map((each) =>
      html('option', { value: each, selected: each === action.lever ? '' : undefined }, leverWords[each]),
    ),
  );
  const month = html('input', {
    ...{
      type: 'month',
      value: action.from ?? '',
      pattern: '[0-9]{4}-[0-9]{2}',
      title: 'Year and month, as in 2025-04',
    },
    'aria-label': `${action.name}: from which month`,
  });
  on.addEventListener('change', () => say({ on: on.checked }));
  size.addEventListener('input', () => {
    if (size.value.trim() !== '' && Number.isFinite(Number(size.value)))
      say({ change: Number(size.value) / scale() });
  });
  lever.addEventListener('change', () => {
    const next = levers.find((each) => each === lever.value) ?? now.lever;
    now = { ...now, lever: next };
    say({ change: Number(size.value) / scale() });
  });
  month.addEventListener('input', () => {
    const from = parseMonth(month.value);
    const given = from !== undefined && now.from === undefined;
    if (given) on.checked = true;
    say({ from, ...(given && { on: true, assumed: true }) });
  });
  return html(
    'li',
    {},
    html(
      'div',
      { class: 'action-name' },
      on,
      html('label', { for: `action-${at}` }, action.name),
      action.from === undefined && !action.assumed
        ? html('span', { class: 'fine' }, 'the register gives no month')
        : action.assumed
          ? html('span', { class: 'fine' }, 'month assumed')
          : null,
    ),
    html('div', { class: 'action-figures' }, size, lever, html('span', {}, 'from'), month),
  );
}
