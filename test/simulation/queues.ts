import type { QueueName } from './history.ts';

/** What a message says, as the functions' handlers read it. */
export type Body =
  | {
      readonly kind: 'files';
      readonly records: readonly { readonly key: string; readonly versionId: string }[];
    }
  /** A key in the line of its council, to be taken (docs/decisions/0013). */
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'sweep'; readonly folder?: string }
  | { readonly kind: 'area'; readonly area: string; readonly request?: string };

export type Message = { readonly body: Body; readonly receives: number };

type Queue = { waiting: Message[]; dead: Message[] };

/** The product's queues allow five: with two, dead letters are common in short histories. */
const MOST_RECEIVES = 2;

/** The three queues with their dead letters: at least once, in any order. */
export type Queues = {
  send(queue: QueueName, body: Body): void;
  /** Puts a record into the message sent last, where one waits. */
  join(record: { readonly key: string; readonly versionId: string }): void;
  /** Up to so many messages from anywhere in the queue. They are out of it until they come back. */
  receive(queue: QueueName, pick: number, size: number): readonly Message[];
  /** A message that was not handled: tried again, or a dead letter after too many tries. */
  giveBack(queue: QueueName, message: Message): void;
  redrive(): void;
  waiting(queue: QueueName): number;
  /** How many messages were ever given up. */
  givenUp(): number;
};

export function emptyQueues(): Queues {
  const queues: Record<QueueName, Queue> = {
    ingest: { waiting: [], dead: [] },
    dirty: { waiting: [], dead: [] },
    notify: { waiting: [], dead: [] },
  };
  let givenUp = 0;
  return {
    send: (queue, body) => void queues[queue].waiting.push({ body, receives: 0 }),
    join(record) {
      const { waiting } = queues.ingest;
      const last = waiting.at(-1);
      if (last?.body.kind !== 'files') return void waiting.push({ body: files([record]), receives: 0 });
      waiting[waiting.length - 1] = { ...last, body: files([...last.body.records, record]) };
    },
    receive(queue, pick, size) {
      const { waiting } = queues[queue];
      const taken: Message[] = [];
      while (taken.length < size && waiting.length > 0)
        taken.push(...waiting.splice(pick % waiting.length, 1));
      return taken;
    },
    giveBack(queue, { body, receives }) {
      const { waiting, dead } = queues[queue];
      const last = receives + 1 >= MOST_RECEIVES;
      if (last) givenUp += 1;
      (last ? dead : waiting).push({ body, receives: receives + 1 });
    },
    redrive() {
      for (const queue of Object.values(queues)) {
        queue.waiting.push(...queue.dead.map(({ body }) => ({ body, receives: 0 })));
        queue.dead = [];
      }
    },
    waiting: (queue) => queues[queue].waiting.length,
    givenUp: () => givenUp,
  };
}

function files(records: readonly { readonly key: string; readonly versionId: string }[]): Body {
  return { kind: 'files', records };
}
