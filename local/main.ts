import { CannotStart } from './cannot-start.ts';
import { diskTrouble } from './disk-trouble.ts';
import { type Runtime, startRuntime } from './runtime.ts';
import { type LocalSettings, parseSettings, usage } from './settings.ts';

/** Runs `npm start` to its end. Answers the exit code: 0 stopped, 1 could not start, 2 misunderstood. */
export function main(argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const outcome = parseSettings(argv, environment);
  switch (outcome.kind) {
    case 'help':
      console.log(usage);
      return Promise.resolve(0);
    case 'misunderstood':
      console.error(`${outcome.problems.join('\n')}\n\n${usage}`);
      return Promise.resolve(2);
    case 'settings':
      return run(outcome.settings);
  }
}

async function run(settings: LocalSettings): Promise<number> {
  const stop = stopSignal();
  endOnFault(settings.dataDir);
  let runtime: Runtime;
  try {
    runtime = await startRuntime({
      ...settings,
      say: (text) => console.log(text),
      report: (text) => console.error(text),
      signal: stop,
    });
  } catch (thrown) {
    if (stop.aborted) return 0;
    const told = thrown instanceof CannotStart ? thrown.message : diskTrouble(thrown, settings.dataDir);
    console.error(told ?? thrown);
    return 1;
  }
  if (!stop.aborted) {
    await new Promise<void>((resolve) => {
      stop.addEventListener('abort', () => resolve(), { once: true });
    });
  }
  await runtime.stop();
  console.log('Stopped; the data is kept');
  return 0;
}

/**
 * A fault that nobody caught ends the process: after a failed write the table's engine cannot be trusted until it has
 * read its log anew, and a start does that.
 */
function endOnFault(dataDir: string): void {
  process.on('uncaughtException', (thrown) => {
    console.error(diskTrouble(thrown, dataDir) ?? thrown);
    process.exit(1);
  });
}

/** Aborts on the first SIGINT or SIGTERM. Further ones are ignored: npm hands a Ctrl-C on twice. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (stopping.signal.aborted) return;
      console.log('Stopping');
      stopping.abort(new Error('The start was stopped.'));
    });
  }
  return stopping.signal;
}
