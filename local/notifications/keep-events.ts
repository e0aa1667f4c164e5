import type { Clock } from '../../shared/clock.ts';
import type { Calm } from '../calm.ts';
import type { Closing } from '../closing.ts';
import type { Clients } from '../engines/endpoints.ts';
import { depth } from '../pollers/depth.ts';
import { declared, type Plan } from '../resources/declaration.ts';
import { announceAgain } from './announce-again.ts';
import { bucketConfigs, type Deliverer } from './deliver.ts';
import { handledMark } from './handled-mark.ts';

export type KeepEventsOptions = {
  readonly clients: Clients;
  readonly events: Deliverer;
  readonly calm: Calm;
  readonly plan: Plan;
  readonly clock: Clock;
  readonly dataDir: string;
  readonly closing: Closing;
};

const LOOK_EVERY_MS = 10_000;
/** An object's time is set before its event is on its way. */
const MARGIN_MS = 60_000;

/**
 * Sees to it that no event of a bucket is lost although queues live in memory: what was put since everything was last
 * worked off is announced again now, and from here on the disk remembers each quiet moment.
 */
export async function keepEvents(options: KeepEventsOptions): Promise<void> {
  const { clients, events, calm, plan, clock, dataDir, closing } = options;
  const mark = handledMark(dataDir);
  await announceAgain(clients.s3, bucketConfigs(plan), mark.read(), (delivery) => events.deliver(delivery));

  const deadLetters = deadLetterUrls(plan);
  async function remember(): Promise<void> {
    const before = clock.now().getTime();
    if (!(await calm.isCalm())) return;
    // A dead letter is an event that was not worked off; it is taken up again at the next start.
    for (const url of deadLetters) if ((await depth(clients.sqs, url)) > 0) return;
    mark.write(before - MARGIN_MS);
  }

  let looking: Promise<void> | undefined;
  const timer = setInterval(() => {
    // What cannot be remembered is announced again: no harm done.
    looking ??= remember()
      .catch(() => undefined)
      .finally(() => {
        looking = undefined;
      });
  }, LOOK_EVERY_MS);
  closing.add('the keeper of events', async () => {
    clearInterval(timer);
    await looking;
    await remember();
  });
}

function deadLetterUrls(plan: Plan): string[] {
  const queues = declared(plan, 'queue');
  const arns = new Set(queues.map(({ deadLetterArn }) => deadLetterArn));
  return queues.filter(({ arn }) => arns.has(arn)).map(({ url }) => url);
}
