import type { AlertMessage, AlertState } from '../../alerting/alert.ts';
import { deliveryOf } from '../../alerting/delivery.ts';
import type { Veil } from '../../disclosure/veil.ts';
import { statement } from '../../rating/statement.ts';
import { type AlertSubject, protectedAlert } from './protected-alert.ts';
import { WHY_WITHHELD } from './withheld-text.ts';

/**
 * A message as it leaves the system, to people and services of whom nobody knows what they may see: without what is
 * withheld from callers without small numbers. Where they do not see the alert itself it says that there is one about
 * the measure, neither how bad nor by how much, and nothing when it gets worse; who may see small numbers reads it on
 * the page.
 */
export function protectedMessage(
  message: AlertMessage,
  alert: AlertState,
  subject: AlertSubject | undefined,
  veil: Veil,
): AlertMessage | undefined {
  const shown = protectedAlert(alert, subject, veil);
  if (shown === alert) return message;
  const prefix = message.title.slice(0, message.title.length - alert.title.length);
  if (shown) {
    const { title, reasons, value, bound, rating, previousRating } = shown;
    return { ...message, title: `${prefix}${title}`, reasons, value, bound, rating, previousRating };
  }
  if (message.action === 'trigger' && message.reminder === null && hasWorsened(alert)) return undefined;
  const name = subject?.definition.shortName ?? alert.metric ?? alert.dedupKey;
  const text = `${name}: the figure is not told in messages, because ${WHY_WITHHELD}. Who may see small numbers reads it on the page.`;
  return {
    ...message,
    title: `${prefix}${name}: an alert`,
    reasons: [statement('withheld', text)],
    ...{ value: null, bound: null, since: null, rating: null, previousRating: null },
    severity: 'warning',
    ...deliveryOf({ severity: 'warning', limitPassed: false }, new Date(message.at)),
  };
}

/** True when people have been told of this breach already, at a lesser severity. */
function hasWorsened({ history, openedAt }: AlertState): boolean {
  const last = history.at(-1);
  return history
    .slice(0, -1)
    .some(
      ({ at, message, severity }) =>
        message !== null && openedAt !== null && at >= openedAt && severity !== last?.severity,
    );
}
