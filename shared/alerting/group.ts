import { createHash } from 'node:crypto';
import type { AlertMessage } from './alert.ts';
import { compareSeverity, type Severity, severities, type Topic } from './condition.ts';
import { dedupKey } from './dedup-key.ts';

/** Many triggers of one run told at once. Its id follows from theirs: a second delivery has the same. */
export type AlertGroup = {
  readonly id: string;
  readonly action: 'trigger';
  readonly topic: Topic;
  readonly area: string;
  /** The worst of its alerts. */
  readonly severity: Severity;
  readonly title: string;
  /** The most severe first. */
  readonly alerts: readonly AlertMessage[];
  readonly at: string;
};

export type OutgoingMessage = AlertMessage | AlertGroup;

/** More triggers than this from one run, for one area and topic, come as one message. Source: contract, section 5. */
const MOST_SINGLE = 5;

/** The messages of one run as they are sent: too many triggers of one area and topic grouped, all else singly. */
export function groupMessages(messages: readonly AlertMessage[]): readonly OutgoingMessage[] {
  const triggers = Map.groupBy(
    messages.filter(({ action }) => action === 'trigger'),
    receiverOf,
  );
  const told = new Set<string>();
  return messages.flatMap((message): readonly OutgoingMessage[] => {
    const together = triggers.get(receiverOf(message)) ?? [];
    if (message.action !== 'trigger' || together.length <= MOST_SINGLE) return [message];
    if (told.has(receiverOf(message))) return [];
    told.add(receiverOf(message));
    return [groupOf(message, together)];
  });
}

function receiverOf({ area, topic }: AlertMessage): string {
  return `${area} ${topic}`;
}

function groupOf({ area, topic, at }: AlertMessage, triggers: readonly AlertMessage[]): AlertGroup {
  const alerts = [...triggers].sort((a, b) => compareSeverity(b.severity, a.severity));
  const ids = triggers.map(({ id }) => id).sort();
  const hash = createHash('sha256').update(ids.join('\n')).digest('hex').slice(0, 32);
  const counts = severities.toReversed().flatMap((severity) => {
    const count = alerts.filter((alert) => alert.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  return {
    id: dedupKey([area, topic, `group-${hash}`]),
    action: 'trigger',
    topic,
    area,
    severity: alerts[0]?.severity ?? 'info',
    title: `${alerts.length} alerts for ${area}: ${counts.join(', ')}`,
    alerts,
    at,
  };
}
