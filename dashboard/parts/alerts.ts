import type { Answer } from '../api/ask.ts';
import type { AlertItem, List } from '../api/questions.ts';
import { html } from '../dom/element.ts';
import { periodText } from '../words/figure.ts';
import { unbroken } from '../words/unbroken.ts';
import { dayText } from '../words/when.ts';
import { partFailure } from './failure.ts';
import { nothing, section } from './section.ts';

const SEVERITY = { critical: 'Critical', warning: 'Warning', info: 'For information' } as const;
const ORDER = ['critical', 'warning', 'info'];

/** The alerts that are open, the most severe first, each with its reasons. */
export function alerts(answer: Answer<List<AlertItem & { readonly state: string }>>): HTMLElement {
  if (answer.kind === 'failed') return section('alerts', 'Open alerts', partFailure('The alerts', answer));
  const open = answer.body.items
    .filter(({ state }) => state === 'firing' || state === 'acknowledged')
    .toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  if (open.length === 0) return section('alerts', 'Open alerts', nothing('No alert is open.'));
  return section('alerts', `Open alerts (${open.length})`, html('ul', { class: 'alerts' }, open.map(item)));
}

function item({ severity, title, reasons, since, openedAt, state }: AlertItem): HTMLElement {
  return html(
    'li',
    { class: `alert alert-${severity}` },
    html('p', { class: 'alert-title' }, html('strong', {}, `${SEVERITY[severity]}: `), unbroken(title)),
    reasons.slice(0, 1).map(({ text }) => html('p', {}, unbroken(text))),
    html(
      'p',
      { class: 'fine' },
      [
        since === null ? null : `off track since ${periodText(since)}`,
        openedAt === null ? null : `raised on ${dayText(openedAt)}`,
        state === 'acknowledged' ? 'somebody is on it' : null,
      ]
        .filter((part) => part !== null)
        .join(' · '),
    ),
  );
}
