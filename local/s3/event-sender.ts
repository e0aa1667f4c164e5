import type { BucketConfig } from './bucket-config.ts';
import { type Change, deliveriesOf, type EventDelivery } from './events.ts';
import { within } from './within.ts';

type SenderOptions = {
  readonly region: string;
  readonly onEvent: (delivery: EventDelivery) => void | Promise<void>;
  readonly report: (error: unknown) => void;
};

/** Hands events to the caller in the order of the changes, and knows what is still on its way. */
export class EventSender {
  readonly #options: SenderOptions;
  readonly #underWay = new Set<Promise<void>>();

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  send(change: Change, bucket: BucketConfig): void {
    for (const delivery of deliveriesOf(change, bucket, this.#options.region)) {
      const work = this.#deliver(delivery);
      this.#underWay.add(work);
      void work.finally(() => this.#underWay.delete(work));
    }
  }

  /** Waits for deliveries that are under way, at most so long. */
  async settled(graceMs: number): Promise<void> {
    await within(graceMs, [...this.#underWay]);
  }

  async #deliver(delivery: EventDelivery): Promise<void> {
    try {
      await this.#options.onEvent(delivery);
    } catch (error) {
      this.#options.report(error);
    }
  }
}
