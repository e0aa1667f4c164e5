import { dayInLondon, monthInLondon } from '../../shared/period/london.ts';
import { financialYearOf } from '../../shared/period/period.ts';
import { type Address, addressOf } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { type AreaItem, askSummary } from '../api/questions.ts';
import { askFinance, askKept, askKeptScenario, type FinanceBody } from '../api/scenarios.ts';
import { type Content, html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { assumptions } from '../parts/assumptions.ts';
import { moneyYears } from '../parts/money-years.ts';
import { refusal } from '../parts/refusal.ts';
import { section } from '../parts/section.ts';
import { tornadoFigure } from '../parts/tornado-figure.ts';
import { yearEnd } from '../parts/year-end.ts';
import { askMoney, OVERRIDE_DAY, plainBudget } from '../scenario/finance-base.ts';
import { dayText } from '../words/when.ts';

/** The money: how this year is expected to end, and the years ahead with what is done and without. */
export async function financePage(area: AreaItem, { asOf }: Address): Promise<Answer<PageContent>> {
  const summary = await askSummary(area.code);
  if (summary.kind === 'failed') return summary;
  const today = asOf ?? dayInLondon(new Date(summary.body.madeAt));
  const month = monthInLondon(new Date(`${today}T12:00:00.000Z`));
  const [money, kept] = await Promise.all([
    askMoney(area.code, asOf, financialYearOf(month)),
    askKept(area.code, asOf),
  ]);
  const first = kept.kind === 'ok' ? kept.body.items.find(({ model }) => model === 'finance') : undefined;
  const scenario = first && (await askKeptScenario(area.code, first.name));
  const budget =
    scenario?.kind === 'ok' && scenario.body.model === 'finance'
      ? scenario.body.scenario
      : plainBudget(money, month);
  const where = { area: area.code, asOf };
  return {
    kind: 'ok',
    body: {
      title: `Money: ${area.name}`,
      content: [
        html('h1', {}, 'Money'),
        html(
          'p',
          { class: 'lead' },
          `${area.name}: how this year is expected to end, and when the money comes back into balance`,
        ),
        section(
          'year-end',
          'This year',
          yearEnd(money['dsg.in-year-balance'], where),
          yearEnd(money['dsg.cumulative-balance'], where),
          html('p', { class: 'notice' }, overrideText(today)),
        ),
        section(
          'years',
          'The years ahead',
          first === undefined ? fromFiles() : fromScenario(budget, where, first.name),
          await ahead(area.code, budget),
        ),
      ],
    },
  };
}

async function ahead(area: string, budget: FinanceBody): Promise<Content> {
  const answer = await askFinance(area, { ...budget, sensitivity: budget.sensitivity ?? {} });
  if (answer.kind === 'failed') return refusal('The years ahead', answer);
  return [...moneyYears(answer.body), ...tornadoFigure(answer.body), ...assumptions(answer.body)];
}

function fromScenario(
  { name }: FinanceBody,
  { area, asOf }: { readonly area: string; readonly asOf: string | undefined },
  kept: string,
): HTMLElement {
  const href = addressOf({ area, asOf, page: 'scenarios', dimensions: { about: 'money', kept } });
  return html(
    'p',
    {},
    `From the scenario “${name ?? kept}”. `,
    html('a', { href }, 'Move its figures, or see another'),
  );
}

function fromFiles(): HTMLElement {
  return html(
    'p',
    { class: 'notice' },
    'The council keeps no scenario of its money yet, so this carries on what its files say: income growing by 3% and prices by 2.2% a year, nothing done. Make one on the page of scenarios and keep it, and it shows here.',
  );
}

/** When the override ends, and how far off that is; a deficit then counts against the council’s own reserves. */
function overrideText(today: string): string {
  const end = dayText(`${OVERRIDE_DAY}T12:00:00.000Z`);
  const days = Math.round((Date.parse(OVERRIDE_DAY) - Date.parse(today)) / 86_400_000);
  return days < 0
    ? `The statutory override ended on ${end}: the deficit counts against the council’s own reserves.`
    : `The statutory override ends on ${end}, in ${days.toLocaleString('en-GB')} days. Until then the deficit stands apart; after that it counts against the council’s own reserves.`;
}
