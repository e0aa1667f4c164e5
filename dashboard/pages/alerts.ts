import type { Address } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { type AlertDetail, type AreaItem, askAlerts } from '../api/questions.ts';
import { html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { alertCard } from '../parts/alert-card.ts';
import { nothing, section } from '../parts/section.ts';

const ORDER = ['critical', 'warning', 'info'];

/** Every alert of a council: those that are open, with what can be done about each, and those that are over. */
export async function alertsPage(area: AreaItem, { asOf }: Address): Promise<Answer<PageContent>> {
  const answer = await askAlerts(area.code, asOf);
  if (answer.kind === 'failed') return answer;
  const place = html('div', {});
  const show = (items: readonly AlertDetail[]) => place.replaceChildren(...lists(items));
  const dealings = {
    mayAct: asOf === undefined,
    ask: () => askAlerts(area.code, asOf),
    show,
  };
  const lists = (items: readonly AlertDetail[]) => {
    const open = items
      .filter(({ state }) => state === 'firing' || state === 'acknowledged')
      .toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
    const card = (alert: AlertDetail) => alertCard(area.code, alert, dealings);
    return [
      section(
        'alerts',
        `Open (${open.length})`,
        open.length === 0 ? nothing('No alert is open.') : html('ul', { class: 'alerts' }, open.map(card)),
      ),
      ...rest('waiting', 'Waiting for a second figure', items, 'pending', card),
      ...rest('over', 'Over', items, 'resolved', card),
    ];
  };
  show(answer.body.items);
  return {
    kind: 'ok',
    body: {
      title: `Alerts: ${area.name}`,
      content: [
        html('h1', {}, 'Alerts'),
        html(
          'p',
          { class: 'lead' },
          `${area.name}: what went off track, who is on it, and what became of it`,
        ),
        place,
      ],
    },
  };
}

function rest(
  id: string,
  heading: string,
  items: readonly AlertDetail[],
  wanted: AlertDetail['state'],
  card: (alert: AlertDetail) => HTMLElement,
): readonly HTMLElement[] {
  const found = items.filter(({ state }) => state === wanted);
  if (found.length === 0) return [];
  return [section(id, `${heading} (${found.length})`, html('ul', { class: 'alerts' }, found.map(card)))];
}
