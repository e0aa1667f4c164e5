import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { exampleRequests } from '../../bin/command/examples/example-requests.ts';
import { views } from '../../shared/api/routes/views.ts';
import { type System, startSystem } from '../pipeline/system.ts';
import { type Bench, type Figure, quantile } from './figure.ts';
import { councilsOfEngland, putCouncils } from './reads-councils.ts';

const CALLS = 200;
const WARM_UP = 40;
const BUDGET = { name: 'budget', value: 10 };

const CALLERS = {
  'who sees everything': ['read', 'read-small-numbers', 'operate'],
  'without small numbers': ['read', 'operate'],
} as const;

/**
 * Milliseconds of processor that the function api takes for a read, p99, warm: its handler as it is deployed, token,
 * SDK, reading, answering and gzip, in a process of its own, so that the embedded table does not count. Over the sample
 * and over 152 councils of 300 series each; every route and both sorts of caller are listed on standard error.
 */
export const readsBench: Bench = {
  name: 'reads',
  async measure() {
    const system = await startSystem({ samples: true });
    try {
      const sample = await measured(system, ['E06000054']);
      const { TableNames: [name = ''] = [] } = await system.runtime.clients.dynamodb.send(
        new ListTablesCommand({}),
      );
      const client = DynamoDBDocumentClient.from(system.runtime.clients.dynamodb, {
        marshallOptions: { removeUndefinedValues: true },
      });
      await putCouncils({ client, name });
      const whole = await measured(system, councilsOfEngland);
      return [...figuresOf('the sample', sample), ...figuresOf('152 councils', whole)];
    } finally {
      await system.stop();
    }
  },
};

/** Milliseconds of each call, by caller and route. */
type Measured = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

const measuredSchema = z.record(z.string(), z.array(z.number()));

async function measured({ runtime }: System, areas: readonly string[]): Promise<Measured> {
  const { TableNames: [table = ''] = [] } = await runtime.clients.dynamodb.send(new ListTablesCommand({}));
  const found: [string, z.infer<typeof measuredSchema>][] = [];
  for (const [caller, scopes] of Object.entries(CALLERS)) {
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('reads-child.ts', import.meta.url)), String(CALLS), String(WARM_UP)],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
        env: {
          ...process.env,
          ...{ AWS_REGION: 'eu-west-2', AWS_ACCESS_KEY_ID: 'any', AWS_SECRET_ACCESS_KEY: 'any' },
          ...{ AWS_ENDPOINT_URL: runtime.endpoints.dynamodb, TABLE_NAME: table, AREAS: areas.join(',') },
          ...{ TOKEN_ISSUER: `${runtime.url}/local`, TOKEN_AUDIENCE: 'bellwether-local' },
          ...{ TOKEN_KEYS_URL: `${runtime.url}/local/keys`, POWERTOOLS_LOG_LEVEL: 'ERROR' },
          ...{ CLOCK_OFFSET_MS: String(runtime.clock.now().getTime() - Date.now()) },
        },
      },
    );
    child.stdin.end(
      JSON.stringify({
        token: await runtime.token({ scopes, areas: ['*'] }),
        areas,
        asked: exampleRequests(views).map(({ of, path }) => ({ of, path })),
      }),
    );
    found.push([caller, measuredSchema.parse(JSON.parse(await text(child.stdout)))]);
  }
  return Object.fromEntries(found);
}

/** The slowest route of each sort of caller; the others are listed. */
function figuresOf(where: string, all: Measured): readonly Figure[] {
  return Object.entries(all).map(([caller, byRoute]) => {
    const routes = Object.entries(byRoute)
      .map(([route, times]) => ({ route, p50: quantile(times, 0.5), p99: quantile(times, 0.99) }))
      .sort((a, b) => b.p99 - a.p99);
    const lines = routes.map(
      ({ route, p50, p99 }) => `${p50.toFixed(1).padStart(8)}${p99.toFixed(1).padStart(8)}  ${route}\n`,
    );
    process.stderr.write(`${where}, ${caller}, ms of processor, p50 and p99\n${lines.join('')}`);
    const [slowest] = routes;
    if (!slowest) throw new Error('No route was measured');
    return {
      what: `processor time of a read, p99 of the slowest route (${slowest.route}), ${where}, ${caller}`,
      ...{ value: slowest.p99, unit: 'ms', against: BUDGET, better: 'lower' },
    };
  });
}
