import { monthInLondon } from '../../shared/period/london.ts';
import { type Address, addressOf, replaceWith } from '../address.ts';
import type { Answer, List } from '../api/ask.ts';
import { type AreaItem, askSummary } from '../api/questions.ts';
import { askInterventions } from '../api/registers.ts';
import { askKept, askKeptScenario, type KeptItem, type KeptScenario } from '../api/scenarios.ts';
import { html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { flowWorkbench } from '../parts/flow-workbench.ts';
import { type Keeping, keepForm } from '../parts/keep-form.ts';
import { keptScenarios } from '../parts/kept-scenarios.ts';
import { moneyWorkbench } from '../parts/money-workbench.ts';
import { section } from '../parts/section.ts';
import { registered } from '../scenario/actions.ts';
import { askMoney, plainBudget } from '../scenario/finance-base.ts';
import { budgetWith, financeSetting, financeState, settingOfBudget } from '../scenario/finance-setting.ts';
import { askFlowBase } from '../scenario/flow-base.ts';
import { flowBody, flowSetting, flowState, settingOf } from '../scenario/flow-setting.ts';
import type { State } from '../scenario/state.ts';

type Here = Address & { readonly area: string };

/** The workbench of scenarios: plans or money, moved by sliders, with what follows at once; and those that are kept. */
export async function scenariosPage(area: AreaItem, given: Address): Promise<Answer<PageContent>> {
  const address = { ...given, area: area.code };
  const about = address.dimensions['about'] === 'money' ? 'money' : 'plans';
  const listed = await askKept(area.code, address.asOf);
  if (listed.kind === 'failed') return listed;
  const kept = await keptNamed(address, about, listed.body);
  if (kept?.kind === 'failed') return kept;
  const bench = await (about === 'money' ? money : plans)(address, kept?.body ?? null);
  const list = keptScenarios(address, listed.body.items);
  return {
    kind: 'ok',
    body: {
      title: `Scenarios: ${area.name}`,
      content: [
        html('h1', {}, 'Scenarios'),
        html('p', { class: 'lead' }, `${area.name}: move what drives the figures, and see what follows`),
        tabs(address, about),
        section(
          'workbench',
          kept?.body.title ??
            (about === 'money' ? 'The money, year by year' : 'How many plans there will be'),
          bench.element,
        ),
        section(
          'kept',
          'Scenarios that are kept',
          keepForm(area.code, bench.keeping, listed.body.items, () => void list.again()),
          list.element,
        ),
      ],
    },
  };
}

type Bench = { readonly element: HTMLElement; readonly keeping: Keeping };

/** The scenario that the address names; of money the first that is kept, where it names none. */
async function keptNamed(
  { area, dimensions }: Here,
  about: 'plans' | 'money',
  { items }: List<KeptItem>,
): Promise<Answer<KeptScenario> | undefined> {
  const ofMoney = items.find(({ model }) => model === 'finance')?.name;
  const name = dimensions['kept'] ?? (about === 'money' ? ofMoney : undefined);
  return name === undefined ? undefined : await askKeptScenario(area, name);
}

async function plans(address: Here, kept: KeptScenario | null): Promise<Bench> {
  const { area, asOf, dimensions: state } = address;
  const [base, interventions] = await Promise.all([askFlowBase(area, asOf), askInterventions(area, asOf)]);
  const own = interventions.kind === 'ok' ? registered(interventions.body.items) : [];
  const first = kept?.model === 'system-flow' ? settingOf(kept.scenario) : null;
  const begun = flowSetting({}, base, first, own);
  let setting = flowSetting(state, base, first, own);
  const element = flowWorkbench(area, base, setting, (changed) => {
    setting = changed;
    remember(address, flowState(changed, begun));
  });
  return { element, keeping: { model: 'system-flow', body: () => flowBody(setting), from: kept } };
}

async function money(address: Here, kept: KeptScenario | null): Promise<Bench> {
  const { area, asOf, dimensions: state } = address;
  const budget = kept?.model === 'finance' ? kept.scenario : await budgetOfFiles(area, asOf);
  const begun = settingOfBudget(budget);
  const setting = financeSetting(state, begun);
  let body = budgetWith(budget, setting, begun);
  const element = moneyWorkbench(area, budget, begun, setting, (changed, next) => {
    body = next;
    remember(address, financeState(changed, begun));
  });
  return { element, keeping: { model: 'finance', body: () => body, from: kept } };
}

async function budgetOfFiles(area: string, asOf: string | undefined) {
  const [files, summary] = await Promise.all([askMoney(area, asOf), askSummary(area)]);
  const now = summary.kind === 'ok' ? new Date(summary.body.madeAt) : new Date();
  return plainBudget(files, monthInLondon(now));
}

/** Keeps what was moved in the address, so that a link leads to the same. */
function remember(address: Here, moved: State): void {
  const { about, kept } = address.dimensions;
  replaceWith({
    ...address,
    dimensions: { ...(about && { about }), ...(kept && { kept }), ...moved },
  });
}

function tabs({ area, asOf }: Here, shown: 'plans' | 'money'): HTMLElement {
  const tab = (about: 'plans' | 'money', text: string) =>
    html(
      'li',
      {},
      html(
        'a',
        {
          href: addressOf({
            ...{ area, page: 'scenarios', asOf },
            dimensions: about === 'money' ? { about } : {},
          }),
          'aria-current': about === shown ? 'true' : undefined,
        },
        text,
      ),
    );
  return html(
    'nav',
    { class: 'tabs', 'aria-label': 'What the scenario is about' },
    html('ul', {}, tab('plans', 'Plans'), tab('money', 'Money')),
  );
}
