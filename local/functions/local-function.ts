import { CannotStart, messageOf } from '../cannot-start.ts';
import { type Instance, type InstanceOptions, type Outcome, startInstance } from './instance.ts';

/** A function of the template on this machine. Invocations wait their turn; none is lost but at a stop. */
export type LocalFunction = {
  readonly name: string;
  /** Starts the first instance. Throws CannotStart when the source does not load. */
  start(): Promise<void>;
  invoke(event: unknown): Promise<Outcome>;
  /** True when nothing runs or waits. */
  idle(): boolean;
  stop(): Promise<void>;
};

type Waiting = { readonly event: unknown; readonly settle: (outcome: Outcome) => void };

/** A busy instance gets company only when it keeps somebody waiting: a burst of quick calls is faster in one. */
const PATIENCE_MS = 250;

/**
 * `maxInstances` bounds the worker threads. A crash or a time-out ends its instance and fails its invocation; the next
 * invocation finds a fresh one.
 */
export function localFunction(options: InstanceOptions, maxInstances: number): LocalFunction {
  const { declaration, log } = options;
  const waiting: Waiting[] = [];
  const busy = new Set<Instance>();
  let free: Instance[] = [];
  let stopped = false;

  function dispatch(): void {
    free = free.filter((instance) => instance.alive());
    while (waiting.length > 0 && !stopped) {
      const instance = free.pop() ?? (busy.size === 0 ? startInstance(options) : undefined);
      if (!instance) return;
      const next = waiting.shift();
      if (next) void run(instance, next);
    }
  }

  async function run(instance: Instance, { event, settle }: Waiting): Promise<void> {
    busy.add(instance);
    const outcome = await instance.invoke(event);
    busy.delete(instance);
    if (outcome.kind !== 'answered') log.write({ level: 'ERROR', message: describe(outcome) });
    if (instance.alive()) free.push(instance);
    else void instance.stop();
    settle(outcome);
    dispatch();
  }

  function growIfStillWaiting(entry: Waiting): void {
    if (stopped || !waiting.includes(entry) || free.length + busy.size >= maxInstances) return;
    free.push(startInstance(options));
    dispatch();
  }

  return {
    name: declaration.name,
    async start() {
      const first = startInstance(options);
      try {
        await first.loaded;
      } catch (thrown) {
        throw new CannotStart(`Cannot load the function ${declaration.entry}: ${messageOf(thrown)}`);
      }
      free.push(first);
    },
    invoke(event) {
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      if (stopped) {
        const failure = { errorType: 'Runtime.Stopped', errorMessage: 'The system is stopping.' };
        return Promise.resolve({ kind: 'failed', failure });
      }
      const entry: Waiting = { event, settle: resolve };
      waiting.push(entry);
      dispatch();
      if (waiting.includes(entry)) setTimeout(growIfStillWaiting, PATIENCE_MS, entry).unref();
      return promise;
    },
    idle: () => busy.size === 0 && waiting.length === 0,
    async stop() {
      stopped = true;
      const failure = { errorType: 'Runtime.Stopped', errorMessage: 'The system is stopping.' };
      for (const { settle } of waiting.splice(0)) settle({ kind: 'failed', failure });
      await Promise.all([...free, ...busy].map((instance) => instance.stop()));
    },
  };
}

/** What went wrong, in one sentence. */
export function describe(outcome: Exclude<Outcome, { kind: 'answered' }>): string {
  switch (outcome.kind) {
    case 'failed':
      return `The function failed with ${outcome.failure.errorType}: ${outcome.failure.errorMessage}`;
    case 'timed-out':
      return `The function was stopped after its time limit of ${outcome.afterSeconds} s.`;
    case 'crashed':
      return `The function's worker ended: ${outcome.failure.errorMessage}`;
  }
}
