import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Check, examine, type Outcome } from '../../bin/command/doctor/check.ts';
import { machineChecks, systemChecks } from '../../bin/command/doctor/checks.ts';
import { machinePorts } from '../../bin/command/doctor/machine-ports.ts';
import type { MachinePorts, SystemPorts } from '../../bin/command/doctor/ports.ts';
import { systemPorts } from '../../bin/command/doctor/system-ports.ts';
import { localSystem, type SystemPlace } from '../../bin/command/system-place.ts';
import { startS3 } from '../../local/s3/server.ts';
import { area, type System, startSystem } from '../pipeline/system.ts';

export const HOUR = 3_600_000;

type Started = {
  readonly dataDir: string;
  readonly system: System;
  readonly place: SystemPlace;
  readonly ports: SystemPorts & { close(): void };
};

/** Starts a system with one file before the tests of a file, to be looked at by the doctor, and ends it after. */
export function patient() {
  let started: Started | undefined;
  const servers: Server[] = [];
  const here = (): Started => {
    if (started === undefined) throw new Error('Nothing runs before the first test');
    return started;
  };

  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'bellwether-'));
    const system = await startSystem({ samples: false, today: '2025-01-09', dataDir });
    const found = await localSystem(environmentOf(system, dataDir));
    if (!found.ok) throw new Error(found.problem);
    started = { dataDir, system, place: found.place, ports: systemPorts(found.place) };
    const rows = 'month,ehcp_active\n2024-10,5000\n2024-11,5010\n2024-12,5020\n';
    await system.drop(`${area}/send-monthly/2024.csv`, rows);
  }, 120_000);

  afterAll(async () => {
    for (const server of servers) server.close();
    const { ports, system, dataDir } = here();
    ports.close();
    await system.stop();
    await rm(dataDir, { recursive: true, force: true });
  }, 60_000);

  const environment = () => environmentOf(here().system, here().dataDir);

  return {
    get system() {
      return here().system;
    },
    get place() {
      return here().place;
    },
    get ports() {
      return here().ports;
    },
    environment,

    table: () => ({
      client: DynamoDBDocumentClient.from(here().system.runtime.clients.dynamodb),
      name: here().place.table,
    }),

    /** What a check of the system finds; `differing` is what of the ports is at fault. */
    async look(id: string, differing: Partial<SystemPorts> = {}): Promise<Outcome | undefined> {
      return (await examine([checkOf(systemChecks, id)], { ...here().ports, ...differing }))[0];
    },

    /** The same of a check of this machine. */
    async lookHere(id: string, differing: Partial<MachinePorts> = {}): Promise<Outcome | undefined> {
      return (
        await examine([checkOf(machineChecks, id)], { ...machinePorts(environment()), ...differing })
      )[0];
    },

    /** The same system with some of its parts elsewhere. */
    async lookAt(id: string, differing: Partial<SystemPlace>): Promise<Outcome | undefined> {
      const { close, ...other } = systemPorts({ ...here().place, ...differing });
      try {
        return (await examine([checkOf(systemChecks, id)], other))[0];
      } finally {
        close();
      }
    },

    /** The same system with other buckets, whose time is three hours ago, in the place of its own. */
    async withS3(
      buckets: Parameters<typeof startS3>[0]['buckets'],
      use: (place: Partial<SystemPlace>) => Promise<void>,
    ): Promise<void> {
      const { place, ports } = here();
      const folder = await mkdtemp(join(tmpdir(), 'bellwether-s3-'));
      const clock = { now: () => new Date(ports.now().getTime() - 3 * HOUR) };
      const server = await startS3({ port: 0, dataDir: folder, clock, buckets });
      try {
        if (place.endpoints === undefined) throw new Error('There are no endpoints');
        await use({ endpoints: { ...place.endpoints, s3: server.url } });
      } finally {
        await server.stop();
        await rm(folder, { recursive: true, force: true });
      }
    },

    /** A server of HTTP that answers each path with JSON. */
    async answering(
      answers: Readonly<Record<string, unknown>>,
      headers: Record<string, string> = {},
    ): Promise<string> {
      const server = createServer((request, response) => {
        const body = answers[request.url ?? ''];
        response.writeHead(body === undefined ? 404 : 200, {
          'content-type': 'application/json',
          ...headers,
        });
        response.end(typeof body === 'string' ? body : JSON.stringify(body ?? {}));
      }).listen(0, '127.0.0.1');
      servers.push(server);
      await once(server, 'listening');
      const address = server.address();
      return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    },

    /** Runs the command itself, after a line of the shell if one is given. */
    async doctor(args: readonly string[], options: { before?: string; port?: string } = {}) {
      const child = spawn(
        'bash',
        ['-c', `${options.before ?? ''} exec "$@"`, 'bash', process.execPath, 'bin/doctor.ts', ...args],
        {
          env: { ...process.env, ...environment(), ...(options.port && { BELLWETHER_PORT: options.port }) },
        },
      );
      let out = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (text: Buffer) => (out += text.toString()));
      const [code] = await once(child, 'close');
      return { code, out };
    },
  };
}

function environmentOf(system: System, dataDir: string) {
  return {
    BELLWETHER_PORT: new URL(system.runtime.url).port,
    BELLWETHER_S3_PORT: new URL(system.runtime.s3Url).port,
    BELLWETHER_DATA_DIR: dataDir,
  };
}

/** The check of a name; throws where there is none. */
export function checkOf<Ports>(checks: readonly Check<Ports>[], id: string): Check<Ports> {
  const found = checks.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no check ${id}`);
  return found;
}

/** That a check found a fault, said in all three parts, and that these say what is given. */
export function expectFault(outcome: Outcome | undefined, ...texts: readonly (string | RegExp)[]): void {
  if (outcome?.state !== 'fault') throw new Error(`No fault: ${JSON.stringify(outcome)}`);
  for (const each of outcome.faults) {
    for (const text of [each.what, each.who, each.mend]) expect(text).toMatch(/^\S.+\S$/s);
  }
  const told = outcome.faults.map(({ what, who, mend }) => `${what} ${who} ${mend}`).join('\n');
  for (const text of texts) expect(told).toMatch(text);
}
