import { join } from 'node:path';
import type { Clock } from '../shared/clock.ts';
import type { Calm } from './calm.ts';
import { firstOffset } from './clock/first-offset.ts';
import { startProductClock } from './clock/product-clock.ts';
import { readStoredTime } from './clock/stored-time.ts';
import { type Closing, closing as newClosing } from './closing.ts';
import { takeDataDir } from './data-dir.ts';
import type { DataKey } from './engines/data-key.ts';
import type { Clients, Endpoints } from './engines/endpoints.ts';
import type { LocalFunction } from './functions/local-function.ts';
import { type Front, startFront } from './http/front.ts';
import { writeJson } from './http/json.ts';
import { type Instance, type System, systemOf } from './instance.ts';
import { type Grant, startIssuer } from './issuer.ts';
import { productTemplate, repository, type TemplateSettings } from './product-template.ts';
import { getReady } from './ready/get-ready.ts';
import { entries } from './ready/product-parts.ts';
import type { Plan } from './resources/declaration.ts';
import type { LocalSettings } from './settings.ts';
import { DASHBOARD_CLIENT } from './sign-in/sign-in.ts';
import { startStack } from './stack.ts';

export type RuntimeOptions = LocalSettings & {
  /** What the user is told, a line at a time. */
  readonly say: (text: string) => void;
  /** What went wrong on the way, a line at a time. */
  readonly report: (text: string) => void;
  /** Ends a start that is under way; the start then rejects. */
  readonly signal?: AbortSignal;
  /** The machine's clock unless told. */
  readonly real?: Clock;
  /** Folder of the samples; the product's unless told. */
  readonly samplesFolder?: string;
  /** Gives the template to run, parsed JSON; the product's unless told. */
  readonly template?: (settings: TemplateSettings) => unknown;
  /** File of a function by its entry, `functions/api/handler.ts`; the repository's unless told. */
  readonly sourceOf?: (entry: string) => string;
};

/** The whole system on this machine, started and ready. */
export type Runtime = Calm & {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  readonly s3Url: string;
  readonly limits: Front['limits'];
  readonly dataDir: string;
  readonly endpoints: Endpoints;
  /** SDK clients of the embedded services; closed by `stop`. */
  readonly clients: Clients;
  /** Disabled, table and buckets refuse. */
  readonly dataKey: DataKey;
  /** Product time. */
  readonly clock: Clock;
  readonly plan: Plan;
  /** The functions by physical name. */
  readonly functions: ReadonlyMap<string, LocalFunction>;
  /** A token of the local issuer. */
  token(grant: Grant): Promise<string>;
  /** Stops cleanly; data stays. May be called more than once. */
  stop(): Promise<void>;
};

/**
 * Starts everything in order and, with samples, loads them; resolves when the system is ready. Ports of 0 are free
 * ones. Throws CannotStart with what the user can do; whatever was opened is closed again then.
 */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const closing = newClosing(options.report);
  try {
    return await start(options, closing);
  } catch (thrown) {
    await closing.close();
    throw thrown;
  }
}

async function start(options: RuntimeOptions, closing: Closing): Promise<Runtime> {
  const { say, report, areas, samples, today, auth } = options;
  const signal = options.signal ?? new AbortController().signal;
  const real = options.real ?? { now: () => new Date() };

  const dataDir = await takeDataDir(options.dataDir);
  closing.add('the data directory', () => dataDir.release());
  const offsetMs = firstOffset({ samples, today }, readStoredTime(dataDir.path), real.now().getTime());
  const clock = startProductClock(dataDir.path, offsetMs, real, report);
  closing.add('the clock', () => clock.stop());

  const front = await startFront(options.port, report);
  closing.add('the HTTP front', () => front.stop(5000));
  dataDir.announce(front.url);
  const issuer = await startIssuer(front.url, areas);
  front.mount('/local', (request, response) => issuer.handle(request, response));
  let system: System | null = null;
  front.mount('/local/instance', (_, response) =>
    writeJson(response, {
      instance: dataDir.instance,
      now: clock.now().toISOString(),
      system,
    } satisfies Instance),
  );

  say(`Starting Bellwether; data in ${dataDir.path}, the clock says ${clock.now().toISOString()}`);
  const settings: TemplateSettings = {
    areas,
    tokenIssuer: issuer.issuer,
    tokenAudience: issuer.audience,
    tokenKeysUrl: issuer.keysUrl,
    dashboardUrl: front.url,
    ...(auth && { signInClientId: DASHBOARD_CLIENT }),
    ...(options.webhook === undefined ? {} : { localWebhook: options.webhook }),
  };
  const assembly = join(dataDir.path, 'template');
  const template = options.template ?? ((given) => productTemplate(given, assembly));
  signal.throwIfAborted();
  const stack = await startStack({
    template: await template(settings),
    sourceOf: options.sourceOf ?? ((entry) => join(repository, entry)),
    assembly,
    dataDir: dataDir.path,
    s3Port: options.s3Port,
    clock,
    front,
    authorization: () => (auth ? Promise.resolve(undefined) : issuer.ownAuthorization()),
    holdBack: (entry) => entry === entries.recompute,
    say,
    report,
    closing,
  });
  signal.throwIfAborted();
  system = systemOf(stack.plan, stack.endpoints) ?? null;
  say(`S3 for file drops: ${stack.endpoints.s3} (path style, any credentials)`);
  if (auth)
    say(
      `Tokens: ${front.url}/local/token?scope=read,read-small-numbers,upload,operate&areas=${areas.join(',')}`,
    );

  await getReady(stack, {
    origin: front.url,
    authorization: () => issuer.ownAuthorization(),
    samplesFolder: samples ? (options.samplesFolder ?? join(repository, 'samples')) : undefined,
    dataDir: dataDir.path,
    areas,
    signal,
    say,
    report,
  });
  say(`Ready ${front.url}`);

  return {
    url: front.url,
    limits: front.limits,
    s3Url: stack.endpoints.s3,
    dataDir: dataDir.path,
    endpoints: stack.endpoints,
    clients: stack.clients,
    dataKey: stack.dataKey,
    clock,
    plan: stack.plan,
    functions: stack.functions,
    isCalm: () => stack.isCalm(),
    idle: (given) => stack.idle(given),
    token: (grant) => issuer.token(grant),
    stop: () => closing.close(),
  };
}
