// The inside of a function's worker thread: loads the handler's source once, then answers invocations.
import { parentPort, workerData } from 'node:worker_threads';
import { keepCompiledIn } from '../compile-cache.ts';
import { contextOf } from './context.ts';
import {
  failureOf,
  invokeMessage,
  type WorkerMessage,
  type WorkerSettings,
  workerSettings,
} from './protocol.ts';

type Handler = (event: unknown, context: unknown) => unknown;

const settings = workerSettings.parse(workerData);
if (!parentPort) throw new Error('functions/worker.ts only runs as a worker thread.');
const port = parentPort;
const say = (message: WorkerMessage) => port.postMessage(message);

if (settings.compiled !== undefined) keepCompiledIn(settings.compiled);

try {
  const handle = await loadHandler(settings);
  port.on('message', (message: unknown) => void invoke(handle, message));
  say({ kind: 'loaded' });
} catch (thrown) {
  say({ kind: 'not-loaded', failure: failureOf(thrown) });
}

async function loadHandler({ source, handler }: WorkerSettings): Promise<Handler> {
  const module: Record<string, unknown> = await import(source);
  const found = module[handler];
  if (typeof found !== 'function') {
    throw new Error(
      `The module exports no function "${handler}"; it exports ${Object.keys(module).join(', ')}.`,
    );
  }
  return (event, context) => Reflect.apply(found, undefined, [event, context]);
}

async function invoke(handle: Handler, message: unknown): Promise<void> {
  const invocation = invokeMessage.parse(message);
  const { requestId } = invocation;
  try {
    const event: unknown = JSON.parse(invocation.event);
    const result = await handle(event, contextOf(settings, invocation));
    say({ kind: 'answered', requestId, result: JSON.stringify(result) ?? 'null' });
  } catch (thrown) {
    say({ kind: 'failed', requestId, failure: failureOf(thrown) });
  }
}
