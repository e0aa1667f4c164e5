import autocannon from 'autocannon';
import { startSystem } from '../pipeline/system.ts';
import { startBareServer } from './bare-server.ts';
import type { Bench, Figure } from './figure.ts';

const CONNECTIONS = 50;
const SECONDS = 30;
const AT = '/api/v1/areas/E06000054';
const PATHS = ['/ratings', '/series/ehcp.active', '/series/inmss.share', '/alerts', '/summary', '/drops'];

/** Fifty readers at once for half a minute, beside a bare server that reads one item of the same engine for each. */
export const loadBench: Bench = {
  name: 'load',
  async measure() {
    const system = await startSystem({ samples: true });
    try {
      const { url } = system.runtime;
      const answers = await Promise.all(PATHS.map(async (path) => await sizeOf(`${url}${AT}${path}`)));
      const bare = await startBareServer(await (await fetch(`${url}${AT}/series/ehcp.active`)).text());
      try {
        const least = await loaded(bare.url, ['/']);
        const read = await loaded(
          url,
          PATHS.map((path) => `${AT}${path}`),
        );
        return [
          figure('API reads', read.requests.average, 'reads/s', least.requests.average, 'higher'),
          figure('API reads, p99', read.latency.p99, 'ms', least.latency.p99, 'lower'),
          ...[
            {
              what: 'largest answer of a read',
              unit: 'KiB',
              most: 1024,
              of: answers.map(({ bytes }) => bytes / 1024),
            },
            {
              what: 'most requests to the table for a read',
              unit: 'requests',
              most: 2,
              of: answers.map((each) => each.requests),
            },
          ].map(
            ({ what, unit, most, of }): Figure => ({
              ...{ what, unit, value: Math.max(...of), better: 'lower' },
              against: { name: 'budget', value: most },
            }),
          ),
        ];
      } finally {
        await bare.stop();
      }
    } finally {
      await system.stop();
    }
  },
};

function figure(what: string, value: number, unit: string, bare: number, better: Figure['better']): Figure {
  const against = { name: 'a bare server that reads one item', value: bare };
  return { what: `${what}, ${CONNECTIONS} connections for ${SECONDS} s`, value, unit, against, better };
}

async function loaded(url: string, paths: readonly string[]) {
  const result = await autocannon({
    ...{ url, connections: CONNECTIONS, duration: SECONDS },
    requests: paths.map((path) => ({ path })),
  });
  if (result.non2xx + result.errors > 0)
    throw new Error(
      `Cannot measure ${url}: ${result.non2xx} answers and ${result.errors} connections failed`,
    );
  return result;
}

async function sizeOf(url: string): Promise<{ readonly bytes: number; readonly requests: number }> {
  const response = await fetch(url);
  const requests = /desc="(\d+) requests"/.exec(response.headers.get('server-timing') ?? '')?.[1];
  return { bytes: (await response.arrayBuffer()).byteLength, requests: Number(requests) };
}
