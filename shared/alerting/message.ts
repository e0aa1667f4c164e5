import type { AlertMessage, AlertState } from './alert.ts';

const PREFIXES = { trigger: '', acknowledge: 'Acknowledged: ', resolve: 'Resolved: ' } as const;

/** What receivers are told of an alert at its present transition. `at` is ISO. */
export function messageOf(alert: AlertState, action: AlertMessage['action'], at: string): AlertMessage {
  const { state, transition, openedAt, changedAt, acknowledgement, ...subject } = alert;
  const id = `${alert.dedupKey}.${transition}`;
  return { id, action, ...subject, title: `${PREFIXES[action]}${alert.title}`, at };
}
