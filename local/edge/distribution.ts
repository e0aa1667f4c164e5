import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handle } from '../http/front.ts';
import { writeProblem } from '../http/problem.ts';
import { type Behaviour, type Distribution, declared, type Plan } from '../resources/declaration.ts';
import { answerFile } from './answer-file.ts';
import { readBucketFiles, type StoredFile } from './bucket-files.ts';
import { edgeFunctionOf, type Seen } from './edge-function.ts';
import { fits } from './path-pattern.ts';

export type DistributionOptions = {
  readonly plan: Plan;
  /** Folder of the synthesised app, which holds the files that deployments copy. */
  readonly assembly: string;
  /** Answers requests for the HTTP API. */
  readonly api: Handle;
  /** Where buckets are on this machine, in the place of their names in header policies. */
  readonly s3Endpoint: string;
  readonly region: string;
};

type Origin =
  | { readonly kind: 'api' }
  | { readonly kind: 'files'; readonly files: ReadonlyMap<string, StoredFile> };

type Way = {
  readonly behaviour: Behaviour;
  readonly origin: Origin;
  readonly headers: readonly (readonly [string, string])[];
  readonly see: ((request: IncomingMessage, path: string) => Seen) | undefined;
};

/**
 * The distribution of a plan as a handler: the first behaviour whose pattern fits leads to its origin, a bucket's
 * files or the HTTP API. Undefined when the plan has none. Throws when a behaviour names what the plan does not hold.
 */
export async function distributionHandler(options: DistributionOptions): Promise<Handle | undefined> {
  const [distribution] = declared(options.plan, 'distribution');
  if (!distribution) return undefined;
  const files = await readBucketFiles(declared(options.plan, 'bucket-files'), options.assembly);
  const ways = distribution.behaviours.map((each) => wayOf(each, distribution, files, options));
  return (request, response) => answer(request, response, ways, distribution.rootObject, options.api);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  ways: readonly Way[],
  rootObject: string,
  api: Handle,
): Promise<void> {
  const path = request.url?.split('?')[0] ?? '/';
  const way = ways.find(({ behaviour }) => fits(behaviour.pathPattern, path));
  if (!way) throw new Error(`No behaviour fits ${path}, not even the default one.`);
  for (const [name, value] of way.headers) response.setHeader(name, value);
  const method = request.method ?? 'GET';
  if (!way.behaviour.methods.includes(method)) {
    const detail = `Pages are for reading: ${way.behaviour.methods.join(' and ')} are answered here.`;
    return writeProblem(response, { status: 403, detail });
  }
  const seen = way.see?.(request, path) ?? { kind: 'go-on', path };
  if (seen.kind === 'answer') {
    const body = Buffer.from(seen.body);
    response.writeHead(seen.status, { ...seen.headers, 'content-length': body.length });
    response.end(method === 'HEAD' ? undefined : body);
    return;
  }
  if (way.origin.kind === 'api') return await api(request, response);
  const key = keyOf(seen.path, rootObject);
  if (key === undefined) {
    return writeProblem(response, {
      status: 400,
      detail: 'Cannot read the path: a "%" is not followed by UTF-8.',
    });
  }
  const file = way.origin.files.get(key);
  if (!file) return writeProblem(response, { status: 404, detail: `There is no file at ${path}.` });
  await answerFile(request, response, file, way.behaviour.compress);
}

function wayOf(
  behaviour: Behaviour,
  { origins }: Distribution,
  files: ReadonlyMap<string, ReadonlyMap<string, StoredFile>>,
  { plan, s3Endpoint, region }: DistributionOptions,
): Way {
  const { originId, headersPolicyId, onRequest } = behaviour;
  const domain = origins.find(({ id }) => id === originId)?.domainName;
  const buckets = declared(plan, 'bucket').map(({ name }) => ({
    name,
    domain: `${name}.s3.${region}.amazonaws.com`,
  }));
  const bucket = buckets.find((each) => each.domain === domain);
  const isApi = declared(plan, 'http-api').some(({ id }) => domain?.startsWith(`${id}.execute-api.`));
  if (!bucket && !isApi)
    throw new Error(`The origin ${originId} (${domain}) is neither a bucket nor the HTTP API.`);
  const policy = declared(plan, 'headers-policy').find(({ id }) => id === headersPolicyId);
  if (headersPolicyId !== undefined && !policy)
    throw new Error(`There is no headers policy ${headersPolicyId}.`);
  const seeing = declared(plan, 'edge-function').find(({ arn }) => arn === onRequest);
  if (onRequest !== undefined && !seeing) throw new Error(`There is no function ${onRequest}.`);
  const onThisMachine = (value: string) =>
    buckets.reduce((text, each) => text.replaceAll(`https://${each.domain}`, s3Endpoint), value);
  return {
    behaviour,
    origin: bucket ? { kind: 'files', files: files.get(bucket.name) ?? new Map() } : { kind: 'api' },
    headers: Object.entries(policy?.headers ?? {}).map(([name, value]) => [name, onThisMachine(value)]),
    see: seeing && edgeFunctionOf(seeing.code),
  };
}

/** The object that a path means; undefined when it cannot be read. */
function keyOf(path: string, rootObject: string): string | undefined {
  if (path === '/') return rootObject;
  try {
    return decodeURIComponent(path.slice(1));
  } catch {
    return undefined;
  }
}
