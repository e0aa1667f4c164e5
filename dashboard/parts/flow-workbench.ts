import type { Answer } from '../api/ask.ts';
import { askFlow, type FlowAnswer } from '../api/scenarios.ts';
import type { LinesFigure } from '../chart/line.ts';
import { html } from '../dom/element.ts';
import type { FlowBase } from '../scenario/flow-base.ts';
import { flowFinding } from '../scenario/flow-finding.ts';
import { type FlowSetting, flowBody } from '../scenario/flow-setting.ts';
import { whenSettled } from '../scenario/settled.ts';
import { monthText } from '../words/figure.ts';
import { flowActions } from './flow-actions.ts';
import { flowLevers } from './flow-levers.ts';
import { flowQuestion } from './flow-question.ts';
import { linesFigure } from './lines-figure.ts';
import { refusal } from './refusal.ts';

/** The workbench of plans: what can be moved, and beside it what follows. `changed` is told of each setting. */
export function flowWorkbench(
  area: string,
  base: FlowBase,
  begun: FlowSetting,
  changed: (setting: FlowSetting) => void,
): HTMLElement {
  let setting = begun;
  const said = html('p', { class: 'workbench-said', role: 'status' });
  const result = html('div', { class: 'workbench-result' });
  const solved = html('p', { class: 'solved', role: 'status' });
  const show = (answer: Answer<FlowAnswer>) => {
    if (answer.kind === 'failed') {
      result.replaceChildren(refusal('What follows', answer));
      return;
    }
    const figure = figureOf(answer.body, base, setting);
    said.textContent = figure.finding;
    result.replaceChildren(linesFigure(figure), ...assumed(answer.body));
    solved.textContent = (answer.body.solution?.text ?? '').replaceAll(/\b\d{4}-\d{2}\b/g, monthText);
  };
  const again = whenSettled(() => askFlow(area, flowBody(setting)), show);
  const move = (change: Partial<FlowSetting>) => {
    setting = { ...setting, ...change };
    changed(setting);
    again();
  };
  void askFlow(area, flowBody(setting)).then(show);
  return html(
    'div',
    { class: 'workbench' },
    result,
    html(
      'form',
      { class: 'workbench-levers' },
      said,
      flowLevers(setting, base, move),
      flowActions(setting.actions, (actions) => move({ actions })),
      html(
        'div',
        {},
        flowQuestion(setting, move, solved),
        range(setting.range, (on) => move({ range: on })),
      ),
    ),
  );
}

function range(on: boolean, changed: (on: boolean) => void): HTMLElement {
  const box = html('input', { type: 'checkbox', id: 'range', checked: on ? '' : undefined });
  box.addEventListener('change', () => changed(box.checked));
  return html(
    'p',
    { class: 'check' },
    box,
    html('label', { for: 'range' }, 'Show how uncertain it is, by how much these figures go to and fro'),
  );
}

function figureOf(answer: FlowAnswer, plan: FlowBase, { actions }: FlowSetting): LinesFigure {
  const { months, uncertainty } = answer;
  const last = months.at(-1)?.period ?? '';
  const points = (of: (month: FlowAnswer['months'][number]) => number) =>
    months.map((month) => ({ period: month.period, value: of(month) }));
  const done = actions.some(({ on, from }) => on && from !== undefined);
  const planned = (plan.plan?.points ?? []).filter(({ period }) => period <= last && period >= plan.from);
  return {
    finding: flowFinding(answer, plan.plan),
    axis: 'Open plans',
    unit: 'count',
    file: 'scenario-plans',
    lines: [
      {
        name: done ? 'With what is done' : 'If it goes on so',
        look: 'with',
        points: points((m) => m.active),
      },
      ...(done
        ? [
            {
              name: 'If nothing is done',
              look: 'without' as const,
              points: points((m) => m.activeWithoutInterventions),
            },
          ]
        : []),
      ...(planned.length === 0 ? [] : [{ name: 'Plan', look: 'plan' as const, points: planned }]),
    ],
    ...(uncertainty && {
      range: uncertainty.months.map(({ period, active }) => ({
        ...{ period, lower: active.p10, upper: active.p90 },
      })),
    }),
    listed: (period) => /-(03|09|12)$/.test(period) || period === last,
    note: 'The scale does not start at zero. New plans of a month are the requests that are neither refused an assessment nor end without a plan; the CSV file has every month.',
  };
}

function assumed({ assumed: names }: FlowAnswer): readonly HTMLElement[] {
  return names.length === 0
    ? []
    : [html('p', { class: 'fine' }, `Assumed, as no source gives its month: ${names.join('; ')}.`)];
}
