import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Closing } from '../closing.ts';
import type { Endpoints } from '../engines/endpoints.ts';
import { declared, type FunctionDeclaration, type Plan } from '../resources/declaration.ts';
import { environmentOf } from './environment.ts';
import { type LocalFunction, localFunction } from './local-function.ts';
import { openLogFile } from './log-file.ts';

export type FunctionsOptions = {
  /** File of a function by its entry, `functions/api/handler.ts`. */
  readonly sourceOf: (entry: string) => string;
  readonly dataDir: string;
  readonly endpoints: Endpoints;
  readonly clockOffsetMs: number;
  readonly report: (text: string) => void;
  readonly closing: Closing;
};

/** Two cores: a third worker would only take memory. */
const MOST_INSTANCES = 2;

/**
 * The functions of a plan by name. Those that a queue feeds are loaded at once, side by side; throws CannotStart when
 * one does not load, for its work would wait unseen. The others load when they are first called, as in Lambda.
 */
export async function startFunctions(
  plan: Plan,
  options: FunctionsOptions,
): Promise<ReadonlyMap<string, LocalFunction>> {
  const functions = declared(plan, 'function').map((declaration) => open(declaration, options));
  const fed = new Set(declared(plan, 'event-source').map(({ functionName }) => functionName));
  await Promise.all(functions.filter(({ name }) => fed.has(name)).map((each) => each.start()));
  return new Map(functions.map((each) => [each.name, each]));
}

function open(declaration: FunctionDeclaration, options: FunctionsOptions): LocalFunction {
  const { sourceOf, dataDir, endpoints, clockOffsetMs, report, closing } = options;
  const short = shortName(declaration);
  const file = join(dataDir, 'logs', `${short}.log`);
  const log = openLogFile(file, (text) => report(`${short}: ${text}`));
  closing.add(`the log ${file}`, () => log.close());
  const local = localFunction(
    {
      declaration,
      source: pathToFileURL(sourceOf(declaration.entry)).href,
      environment: environmentOf(declaration, endpoints, clockOffsetMs),
      log,
    },
    MOST_INSTANCES,
  );
  closing.add(`the function ${short}`, () => local.stop());
  return local;
}

/** `functions/ingest/handler.ts` → `ingest`. */
function shortName({ entry, name }: FunctionDeclaration): string {
  return entry.split('/').at(-2) ?? name;
}
