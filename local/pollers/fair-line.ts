import type { Message } from '@aws-sdk/client-sqs';

/** Messages that were received and wait for their turn. */
export type FairLine = {
  add(messages: readonly Message[]): void;
  /** At most so many, one of each group in turn; within a group the one that came first. */
  take(most: number): Message[];
  waiting(): number;
};

/**
 * A line in which a group with many messages delays no other: as Amazon SQS's fair queues do, which tell groups by
 * `MessageGroupId` (here the attribute `group`, which says the same) and take a message without one for a group of its own. Of g groups that wait, the first message of
 * any is among the next g that are taken.
 */
export function fairLine(): FairLine {
  const groups = new Map<string | symbol, Message[]>();
  let waiting = 0;
  return {
    add(messages) {
      for (const message of messages) {
        const group = message.MessageAttributes?.['group']?.StringValue ?? Symbol();
        const queued = groups.get(group);
        if (queued) queued.push(message);
        else groups.set(group, [message]);
      }
      waiting += messages.length;
    },
    take(most) {
      const taken: Message[] = [];
      while (taken.length < most) {
        const [next] = groups;
        if (!next) break;
        const [group, queued] = next;
        const message = queued.shift();
        if (message) taken.push(message);
        // A Map keeps the order of insertion: the group goes to the end of the line.
        groups.delete(group);
        if (queued.length > 0) groups.set(group, queued);
      }
      waiting -= taken.length;
      return taken;
    },
    waiting: () => waiting,
  };
}
