import { addressOf } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import type { AlertDetail, List } from '../api/questions.ts';
import { type Content, html } from '../dom/element.ts';
import { periodText } from '../words/figure.ts';
import { unbroken } from '../words/unbroken.ts';
import { dayText } from '../words/when.ts';
import { alertActions } from './alert-actions.ts';
import { alertHistory } from './alert-history.ts';

/** Whether the reader may act on alerts, and how the list is asked for and shown again afterwards. */
export type AlertDealings = {
  readonly mayAct: boolean;
  readonly ask: () => Promise<Answer<List<AlertDetail>>>;
  readonly show: (items: readonly AlertDetail[]) => void;
};

const SEVERITY = { critical: 'Critical', warning: 'Warning', info: 'For information' } as const;

/** One alert: what it says, who is on it, its history, and, while it is open, what can be done about it. */
export function alertCard(area: string, alert: AlertDetail, dealings: AlertDealings): HTMLElement {
  const { id, severity, title, reasons, state } = alert;
  const isOpen = state === 'firing' || state === 'acknowledged';
  return html(
    'li',
    { class: `alert alert-${isOpen ? severity : 'over'}`, 'data-alert': id },
    html('p', { class: 'alert-title' }, html('strong', {}, `${SEVERITY[severity]}: `), unbroken(title)),
    reasons.map(({ text }) => html('p', {}, unbroken(text))),
    standing(alert),
    html('p', { class: 'fine' }, when(alert)),
    linkToMeasure(area, alert),
    isOpen && dealings.mayAct ? alertActions(area, alert, dealings) : null,
    alertHistory(area, alert),
  );
}

/** Who has taken it on, and why nobody is told. */
function standing({ acknowledgement, silencedBy, inhibitedBy, state }: AlertDetail): Content {
  const taken =
    state === 'acknowledged' && acknowledgement
      ? `${acknowledgement.by} took this on on ${dayText(acknowledgement.at)}${acknowledgement.until === null ? '' : `, until ${dayText(acknowledgement.until)}`}${acknowledgement.note === null ? '.' : `: “${acknowledgement.note}”`}`
      : null;
  const quiet =
    silencedBy !== null
      ? 'Silenced: nobody is told of it for now.'
      : inhibitedBy !== null
        ? 'Nobody is told of it while the file that would explain it is late or refused.'
        : null;
  return [taken, quiet].map((text) => (text === null ? null : html('p', { class: 'alert-standing' }, text)));
}

function when({ since, openedAt, state, at }: AlertDetail): string {
  return [
    since === null ? null : `off track since ${periodText(since)}`,
    openedAt === null ? null : `raised on ${dayText(openedAt)}`,
    state === 'resolved' ? `over since ${dayText(at)}` : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function linkToMeasure(area: string, { metric, links }: AlertDetail): Content {
  if (metric === null) return null;
  const financialYear = new URL(links.dashboard, location.href).searchParams.get('financialYear');
  const dimensions = financialYear === null ? {} : { financialYear };
  return html(
    'p',
    {},
    html('a', { href: addressOf({ area, page: 'measure', metric, dimensions }) }, 'Look at the measure'),
  );
}
