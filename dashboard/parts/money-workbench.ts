import type { Answer } from '../api/ask.ts';
import { askFinance, type FinanceAnswer, type FinanceBody } from '../api/scenarios.ts';
import { html } from '../dom/element.ts';
import { inYearFinding } from '../scenario/finance-finding.ts';
import { budgetWith, type FinanceSetting } from '../scenario/finance-setting.ts';
import { whenSettled } from '../scenario/settled.ts';
import { assumptions } from './assumptions.ts';
import { moneyLevers } from './money-levers.ts';
import { moneyYears } from './money-years.ts';
import { refusal } from './refusal.ts';
import { tornadoFigure } from './tornado-figure.ts';

/** The workbench of money: what can be moved, and beside it what follows. `changed` is told of each setting. */
export function moneyWorkbench(
  area: string,
  budget: FinanceBody,
  begun: FinanceSetting,
  from: FinanceSetting,
  changed: (setting: FinanceSetting, body: FinanceBody) => void,
): HTMLElement {
  let setting = from;
  const said = html('p', { class: 'workbench-said', role: 'status' });
  const result = html('div', { class: 'workbench-result' });
  const show = (answer: Answer<FinanceAnswer>) => {
    if (answer.kind === 'failed') {
      result.replaceChildren(refusal('What follows', answer));
      return;
    }
    said.textContent = inYearFinding(answer.body);
    result.replaceChildren(
      ...moneyYears(answer.body),
      ...tornadoFigure(answer.body),
      ...assumptions(answer.body),
    );
  };
  const again = whenSettled(() => askFinance(area, budgetWith(budget, setting, begun)), show);
  const move = (change: Partial<FinanceSetting>) => {
    setting = { ...setting, ...change };
    changed(setting, budgetWith(budget, setting, begun));
    again();
  };
  void askFinance(area, budgetWith(budget, setting, begun)).then(show);
  return html(
    'div',
    { class: 'workbench' },
    result,
    html('form', { class: 'workbench-levers' }, said, moneyLevers(setting, move)),
  );
}
