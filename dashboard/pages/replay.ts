import type { Summary } from '../../shared/recompute/summary/summary-view.ts';
import { type Address, replaceWith } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { type AreaItem, askReplay, askSummary, type ReplayItem } from '../api/questions.ts';
import { html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { replayTable } from '../parts/replay-table.ts';
import { nothing } from '../parts/section.ts';
import { monthText } from '../words/figure.ts';
import { monthsBefore } from '../words/months.ts';

/** How many month ends can be looked from. */
const MONTHS = 12;

/** The ratings as they stood at a month end, chosen by a slider, beside what officers had reported by then. */
export async function replayPage(area: AreaItem, address: Address): Promise<Answer<PageContent>> {
  const summary = await askSummary(area.code);
  if (summary.kind === 'failed') return summary;
  const answer = await askReplay(area.code, firstMonth(summary.body));
  if (answer.kind === 'failed') return answer;
  const { items } = answer.body;
  return {
    kind: 'ok',
    body: {
      title: `Month by month: ${area.name}`,
      content: [
        html('h1', {}, 'Month by month'),
        html(
          'p',
          { class: 'lead' },
          `${area.name}: what the figures said at each month end, by what was known then, and what officers reported`,
        ),
        ...(items.length === 0
          ? [nothing('No rating was given in the last twelve months: there was nothing to rate yet.')]
          : slider(area, address, items)),
      ],
    },
  };
}

function firstMonth({ madeAt }: Summary): string {
  return monthsBefore(madeAt, MONTHS - 1);
}

function slider(area: AreaItem, address: Address, items: readonly ReplayItem[]): readonly HTMLElement[] {
  const months = [...new Set(items.map(({ month }) => month))].sort();
  const asked = address.month === undefined ? -1 : months.indexOf(address.month);
  const input = html('input', {
    ...{ type: 'range', id: 'month', min: 0, max: months.length - 1, step: 1 },
    value: asked < 0 ? months.length - 1 : asked,
  });
  const shown = html('output', { for: 'month', class: 'slider-value' });
  const place = html('div', { class: 'slider-shows' });
  const show = () => {
    const at = Number(input.value);
    const month = months[at];
    if (month === undefined) return;
    const text = monthText(month);
    shown.textContent = text;
    input.setAttribute('aria-valuetext', text);
    const then = items.filter((each) => each.month === month);
    const before = items.filter((each) => each.month === months[at - 1]);
    place.replaceChildren(replayTable(area.code, { month, isNow: month === months.at(-1) }, then, before));
  };
  input.addEventListener('input', show);
  input.addEventListener('change', () => replaceWith({ ...address, month: months[Number(input.value)] }));
  show();
  return [
    html('div', { class: 'slider' }, html('label', { for: 'month' }, 'As known at the end of'), shown, input),
    place,
  ];
}
