import * as z from 'zod';
import type { Topic } from '../alerting/condition.ts';
import { groupMessages, type OutgoingMessage } from '../alerting/group.ts';
import { alertMessageSchema } from '../recompute/alert-views.ts';
import { MESSAGES_PART } from '../recompute/part-names.ts';
import { type CommittedRuns, committedSince } from './committed-since.ts';

/** What notify needs of the world. */
export type NotifyPorts = {
  readonly runs: CommittedRuns & {
    part(area: string, runId: string, name: string): Promise<unknown>;
    /** The last run whose messages were sent. */
    notified(area: string): Promise<string | undefined>;
    markNotified(area: string, runId: string): Promise<void>;
  };
  readonly publish: (topic: Topic, message: OutgoingMessage) => Promise<void>;
};

/**
 * Sends the messages of an area's committed runs, in their order, from where it stopped; with `again`, from the
 * first run (receivers know each message by its id). At least once: a crash between sending and marking sends
 * again. Returns how many messages were sent.
 */
export async function notifyArea(area: string, again: boolean, ports: NotifyPorts): Promise<number> {
  const { runs, publish } = ports;
  const done = again ? undefined : await runs.notified(area);
  let sent = 0;
  for (const { runId } of await committedSince(area, done, ports)) {
    const messages = z.array(alertMessageSchema).parse(await runs.part(area, runId, MESSAGES_PART));
    for (const message of groupMessages(messages)) {
      await publish(message.topic, message);
      sent += 1;
    }
    await runs.markNotified(area, runId);
  }
  return sent;
}
