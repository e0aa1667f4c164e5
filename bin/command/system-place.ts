import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../lib/project.ts';
import { instanceSchema, type System } from '../../local/instance.ts';
import { outputsFile, parseSystemOutputs } from './outputs.ts';
import { deployedPlace, type Environment, localPlace } from './place.ts';
import { isUnreachable, unreachable } from './unreachable.ts';

/** A running system as commands see it that go past its API, to table, bucket and queues. */
export type SystemPlace = Omit<System, 'endpoints'> & {
  /** How it is called in messages. */
  readonly name: string;
  readonly region: string;
  /** Without a slash at the end. */
  readonly apiUrl: string;
  /** Product time minus the machine's, milliseconds: 0 but on this machine. */
  readonly clockOffsetMs: number;
  /** Only on this machine. */
  readonly endpoints?: System['endpoints'];
  /** The place of its API, for what to do when nothing answers. */
  readonly silent: string;
};

export type SystemOutcome =
  | { readonly ok: true; readonly place: SystemPlace }
  /** `usage`: nothing can come of this command line; else the system is not there now. */
  | { readonly ok: false; readonly usage: boolean; readonly problem: string };

/** The system that runs on this machine: its front tells where its engines listen. */
export async function localSystem(
  environment: Environment,
  send: typeof fetch = fetch,
): Promise<SystemOutcome> {
  const place = localPlace(environment);
  if ('problem' in place) return { ok: false, usage: true, problem: place.problem };
  const { name, region, apiUrl } = place;
  try {
    const answer = await send(`${apiUrl}/local/instance`, { signal: AbortSignal.timeout(10_000) });
    const instance = instanceSchema.safeParse(await answer.json().catch(() => undefined));
    const { system, now = '' } = instance.data ?? {};
    if (!system) {
      const problem = instance.success
        ? `Cannot work on ${name}: the system at ${apiUrl} is still starting. Wait for the line that begins with Ready.`
        : `Cannot work on ${name}: what answers at ${apiUrl} is not this Bellwether. ${place.whenSilent}`;
      return { ok: false, usage: false, problem };
    }
    const clockOffsetMs = Date.parse(now) - Date.now();
    return {
      ok: true,
      place: { ...system, name, region, apiUrl, clockOffsetMs, silent: unreachable(place, apiUrl) },
    };
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    return { ok: false, usage: false, problem: unreachable(place, apiUrl) };
  }
}

/** A deployed stage, by the outputs of its stack. The rights are those of the AWS credentials in use. */
export async function deployedSystem(
  stage: string,
  environment: Environment,
  read: (path: string) => Promise<string> = (path) => readFile(path, 'utf8'),
): Promise<SystemOutcome> {
  const place = await deployedPlace(stage, environment, read);
  if ('problem' in place) return { ok: false, usage: true, problem: place.problem };
  const file = outputsFile(stage);
  const outputs = parseSystemOutputs(await read(join(projectRoot, file)), stage);
  if (!outputs) {
    const problem = `Cannot work on stage ${stage}: ${file} does not name its table and queues, as an older deployment left it. \`npm run deploy -- --stage ${stage}\` writes it anew.`;
    return { ok: false, usage: true, problem };
  }
  return {
    ok: true,
    place: {
      name: place.name,
      region: outputs.Region,
      silent: unreachable(place, `AWS in ${outputs.Region}`),
      apiUrl: place.apiUrl,
      clockOffsetMs: 0,
      version: outputs.Version,
      areas: outputs.Areas.split(','),
      table: outputs.TableName,
      dropsBucket: outputs.DropsBucketName,
      reportsBucket: outputs.ReportsBucketName,
      topics: {
        onCall: outputs.OnCallTopicArn,
        dataQuality: outputs.DataQualityTopicArn,
        operations: outputs.OperationsTopicArn,
      },
      ...tokensOf(outputs),
      queues: {
        ingest: { url: outputs.IngestQueueUrl, deadLettersUrl: outputs.IngestDeadLettersUrl },
        recompute: { url: outputs.RecomputeQueueUrl, deadLettersUrl: outputs.RecomputeDeadLettersUrl },
        notify: { url: outputs.NotifyQueueUrl, deadLettersUrl: outputs.NotifyDeadLettersUrl },
        ...webhookQueue(outputs),
      },
    },
  };
}

function tokensOf({
  TokenIssuer: issuer,
  TokenKeysUrl: keysUrl,
}: {
  readonly TokenIssuer?: string;
  readonly TokenKeysUrl?: string;
}): Pick<System, 'tokens'> {
  return issuer === undefined || keysUrl === undefined ? {} : { tokens: { issuer, keysUrl } };
}

function webhookQueue({
  WebhookQueueUrl: url,
  WebhookDeadLettersUrl: deadLettersUrl,
}: {
  readonly WebhookQueueUrl?: string;
  readonly WebhookDeadLettersUrl?: string;
}): Pick<System['queues'], 'webhook'> {
  return url === undefined || deadLettersUrl === undefined ? {} : { webhook: { url, deadLettersUrl } };
}

/** The options of an SDK client: the stage's region, or an embedded service of this machine. */
export function clientOptions(
  { region, endpoints }: Pick<SystemPlace, 'region' | 'endpoints'>,
  service: keyof System['endpoints'],
) {
  if (endpoints === undefined) return { region };
  // The embedded services take any credentials.
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return { region, credentials, endpoint: endpoints[service] };
}
