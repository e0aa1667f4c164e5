import type { AlertMessage, AlertState } from './alert.ts';
import type { Subject } from './condition.ts';
import { deliveryOf } from './delivery.ts';
import { gravityOf } from './gravity.ts';

const PREFIXES = { trigger: '', acknowledge: 'Acknowledged: ', resolve: 'Resolved: ' } as const;

/** What receivers are told of an alert at its present transition, or once more: `reminder` is then its number. */
export function messageOf(
  alert: AlertState,
  action: AlertMessage['action'],
  now: Date,
  reminder: number | null = null,
): AlertMessage {
  const id = `${alert.dedupKey}.${alert.transition}${reminder === null ? '' : `.reminder-${reminder}`}`;
  const { acknowledgement: taken } = alert;
  const prefix = reminder === null ? PREFIXES[action] : 'Still open: ';
  return {
    ...{ id, action, reminder },
    ...subjectOf(alert),
    title: `${prefix}${alert.title}`,
    acknowledgement:
      action === 'acknowledge' && taken !== null
        ? { by: taken.by, note: taken.note, until: taken.until }
        : null,
    ...deliveryOf(gravityOf(alert), now),
    at: now.toISOString(),
  };
}

function subjectOf(alert: AlertState): Subject {
  const { dedupKey, topic, area, metric, period, severity, rating, previousRating } = alert;
  const { title, reasons, value, bound, since, links } = alert;
  return {
    ...{ dedupKey, topic, area, metric, period, severity, rating, previousRating },
    ...{ title, reasons, value, bound, since, links },
  };
}
