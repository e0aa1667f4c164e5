import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { compiledFolder } from '../compile-cache.ts';
import type { FunctionDeclaration } from '../resources/declaration.ts';
import type { LogFile } from './log-file.ts';
import { type FunctionFailure, type InvokeMessage, type WorkerSettings, workerMessage } from './protocol.ts';

/** How an invocation ended. `crashed`: the worker died (an uncaught error, no memory left, `process.exit`). */
export type Outcome =
  | { readonly kind: 'answered'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly failure: FunctionFailure }
  | { readonly kind: 'timed-out'; readonly afterSeconds: number }
  | { readonly kind: 'crashed'; readonly failure: FunctionFailure };

/** One worker thread of a function; like a Lambda instance it takes one invocation at a time. */
export type Instance = {
  /** Resolves when the source is loaded; rejects with what prevented it. */
  readonly loaded: Promise<void>;
  /** False once it crashed, timed out or was stopped: it takes no more invocations. */
  alive(): boolean;
  invoke(event: unknown): Promise<Outcome>;
  stop(): Promise<void>;
};

export type InstanceOptions = {
  readonly declaration: FunctionDeclaration;
  /** `file:` address of the source. */
  readonly source: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly log: LogFile;
};

type Running = { readonly requestId: string; settle(outcome: Outcome): void };

export function startInstance({ declaration, source, environment, log }: InstanceOptions): Instance {
  const settings: WorkerSettings = {
    source,
    handler: declaration.handler,
    functionName: declaration.name,
    functionArn: declaration.arn,
    memoryMb: declaration.memoryMb,
    compiled: compiledFolder(),
  };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: settings,
    env: { ...environment },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdout: true,
    stderr: true,
    // Most of what a run makes is short-lived: with room for it the collector has less to do.
    resourceLimits: { maxOldGenerationSizeMb: declaration.memoryMb, maxYoungGenerationSizeMb: 96 },
  });
  log.take(worker.stdout, 'stdout');
  log.take(worker.stderr, 'stderr');

  const loading = Promise.withResolvers<void>();
  // Whoever starts the function looks at it; a later instance's failure shows in its invocations.
  loading.promise.catch(() => undefined);
  let running: Running | undefined;
  let death: FunctionFailure | undefined;

  function die(failure: FunctionFailure): void {
    death ??= failure;
    loading.reject(new Error(failure.errorMessage));
    running?.settle({ kind: 'crashed', failure });
  }

  worker.on('message', (message: unknown) => {
    const said = workerMessage.parse(message);
    switch (said.kind) {
      case 'loaded':
        return loading.resolve();
      case 'not-loaded':
        die(said.failure);
        return void worker.terminate();
      case 'answered':
        if (running?.requestId !== said.requestId) return;
        return running.settle({ kind: 'answered', result: JSON.parse(said.result) });
      case 'failed':
        if (running?.requestId !== said.requestId) return;
        return running.settle({ kind: 'failed', failure: said.failure });
    }
  });
  worker.on('error', (error) => {
    const { name: errorType, message: errorMessage } =
      error instanceof Error ? error : new Error(String(error));
    log.write({ level: 'ERROR', message: `The function crashed: ${errorMessage}` });
    die({ errorType, errorMessage });
  });
  worker.on('exit', (code) => {
    die({ errorType: 'Runtime.ExitError', errorMessage: `The function ended by itself with code ${code}.` });
  });

  async function invoke(event: unknown): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const requestId = randomUUID();
    const limitMs = declaration.timeoutSeconds * 1000;
    running = { requestId, settle: resolve };
    try {
      await loading.promise.catch(() => undefined);
      if (death) return { kind: 'crashed', failure: death };
      const message: InvokeMessage = {
        requestId,
        event: JSON.stringify(event ?? null),
        deadline: Date.now() + limitMs,
      };
      const limit = setTimeout(() => {
        death = {
          errorType: 'Sandbox.Timedout',
          errorMessage: 'The function was stopped at its time limit.',
        };
        resolve({ kind: 'timed-out', afterSeconds: declaration.timeoutSeconds });
        void worker.terminate();
      }, limitMs);
      worker.postMessage(message);
      try {
        return await promise;
      } finally {
        clearTimeout(limit);
      }
    } finally {
      running = undefined;
    }
  }

  return {
    loaded: loading.promise,
    alive: () => death === undefined,
    invoke,
    async stop() {
      death ??= { errorType: 'Runtime.Stopped', errorMessage: 'The function was stopped.' };
      await worker.terminate();
    },
  };
}
