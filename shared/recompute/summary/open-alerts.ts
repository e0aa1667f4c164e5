import type { AlertState } from '../../alerting/alert.ts';
import { compareSeverity, type Severity } from '../../alerting/condition.ts';
import type { Summary } from './summary-view.ts';

/** The alerts that are open, the most severe first, of those the longest open; counted by severity. */
export function openAlerts(alerts: readonly AlertState[]): Summary['alerts'] {
  const items = alerts.flatMap((alert) => {
    const { dedupKey: id, title, severity, state, topic, metric, rating, since, openedAt } = alert;
    if (state !== 'firing' && state !== 'acknowledged') return [];
    return [{ id, title, severity, state, topic, metric, rating, since, openedAt }];
  });
  items.sort(
    (a, b) =>
      compareSeverity(b.severity, a.severity) ||
      (a.openedAt ?? '').localeCompare(b.openedAt ?? '') ||
      a.id.localeCompare(b.id),
  );
  const count = (severity: Severity) => items.filter((item) => item.severity === severity).length;
  return {
    open: items.length,
    bySeverity: { critical: count('critical'), warning: count('warning'), info: count('info') },
    items,
  };
}
