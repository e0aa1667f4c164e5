import type { Summary } from '../../shared/recompute/summary/summary-view.ts';
import { type Address, addressOf, replaceWith } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { type AreaItem, askReplay, askSummary, type ReplayItem } from '../api/questions.ts';
import { html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { choices } from '../parts/choices.ts';
import { replayTable } from '../parts/replay-table.ts';
import { nothing } from '../parts/section.ts';
import { monthText } from '../words/figure.ts';
import { monthsBefore } from '../words/months.ts';
import { subjectsOf } from '../words/subjects.ts';

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
          : slider(area, address, items, new Set(summary.body.headlines.map(({ metric }) => metric)))),
      ],
    },
  };
}

function firstMonth({ madeAt }: Summary): string {
  return monthsBefore(madeAt, MONTHS - 1);
}

/** All subjects at once, each with a table of its own. */
const ALL = 'all';

function slider(
  area: AreaItem,
  address: Address,
  items: readonly ReplayItem[],
  headlines: ReadonlySet<string>,
): readonly HTMLElement[] {
  const months = [...new Set(items.map(({ month }) => month))].sort();
  const subjects = subjectsOf(items, headlines);
  const wanted = address.dimensions['about'];
  const chosen = [...subjects.map(({ id }) => id), ALL].find((id) => id === wanted) ?? subjects[0]?.id ?? ALL;
  // Each headline measure is under its own kind too.
  const about = subjects.filter(({ id }) => (chosen === ALL ? id !== 'headline' : id === chosen));
  const asked = address.month === undefined ? -1 : months.indexOf(address.month);
  const input = html('input', {
    ...{ type: 'range', id: 'month', min: 0, max: months.length - 1, step: 1 },
    value: asked < 0 ? months.length - 1 : asked,
  });
  const shown = html('output', { for: 'month', class: 'slider-value' });
  const place = html('div', { class: 'slider-shows' });
  const monthShown = () => months[Number(input.value)];
  const show = () => {
    const month = monthShown();
    if (month === undefined) return;
    const text = monthText(month);
    shown.textContent = text;
    input.setAttribute('aria-valuetext', text);
    const before = months[months.indexOf(month) - 1];
    place.replaceChildren(
      ...about.flatMap(({ name, items: all }) => [
        html('h2', {}, name),
        replayTable(
          area.code,
          { month, isNow: month === months.at(-1) },
          all.filter((each) => each.month === month),
          all.filter((each) => each.month === before),
        ),
      ]),
    );
  };
  input.addEventListener('input', show);
  input.addEventListener('change', () => replaceWith({ ...address, month: monthShown() }));
  show();
  const options = [
    ...subjects.map(({ id, name }) => ({ value: id, text: name })),
    { value: ALL, text: 'All' },
  ];
  return [
    choices([{ name: 'about', label: 'Show', value: chosen, options }], (dimensions) =>
      addressOf({ ...address, month: monthShown(), dimensions }),
    ),
    html('div', { class: 'slider' }, html('label', { for: 'month' }, 'As known at the end of'), shown, input),
    place,
  ];
}
