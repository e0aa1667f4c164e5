import type { SQSClient } from '@aws-sdk/client-sqs';
import type { LocalFunction } from '../functions/local-function.ts';
import { declared, type Plan } from '../resources/declaration.ts';
import { type Poller, poller } from './poller.ts';

export type PollersOptions = {
  readonly sqs: SQSClient;
  readonly functions: ReadonlyMap<string, LocalFunction>;
  readonly report: (text: string) => void;
};

/** A poller, and the source of the function that it feeds. */
export type FunctionPoller = { readonly entry: string; readonly poller: Poller };

/** One poller for each event source of a plan; none has started. */
export function pollersOf(plan: Plan, { sqs, functions, report }: PollersOptions): FunctionPoller[] {
  const queues = new Map(declared(plan, 'queue').map((queue) => [queue.arn, queue]));
  const entries = new Map(declared(plan, 'function').map(({ name, entry }) => [name, entry]));
  return declared(plan, 'event-source').map((source) => {
    const queue = queues.get(source.queueArn);
    const fed = functions.get(source.functionName);
    if (!queue || !fed) {
      throw new Error(
        `An event source joins ${source.queueArn} and ${source.functionName}; one is not there.`,
      );
    }
    return {
      entry: entries.get(fed.name) ?? '',
      poller: poller({ sqs, queue, source, invoke: (event) => fed.invoke(event), report }),
    };
  });
}
