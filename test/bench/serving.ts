import { startSystem } from '../pipeline/system.ts';
import { type Bench, quantile, timed } from './figure.ts';

const PATHS = ['/ratings', '/series/ehcp.active', '/series/inmss.share', '/alerts', '/summary'];

/** Reads through the whole embedded stack with the sample council: HTTP, worker, SDK, embedded DynamoDB. */
export const servingBench: Bench = {
  name: 'serving',
  async measure() {
    const system = await startSystem({ samples: true });
    try {
      const read = async (at: number) => {
        const path = PATHS[Math.abs(at) % PATHS.length] ?? '';
        const response = await fetch(`${system.runtime.url}/api/v1/areas/E06000054${path}`);
        await response.arrayBuffer();
        if (!response.ok) throw new Error(`${path} answered ${response.status}`);
      };
      const times = await timed(1000, 100, read);
      const start = performance.now();
      await Promise.all(Array.from({ length: 8 }, () => timed(125, 0, read)));
      const rate = 1000 / ((performance.now() - start) / 1000);
      const health = await timed(500, 50, async () =>
        (await fetch(`${system.runtime.url}/api/v1/health`)).arrayBuffer(),
      );
      return [
        {
          what: 'API read, one after the other, p50',
          value: quantile(times, 0.5),
          unit: 'ms',
          against: { name: '/health, p50', value: quantile(health, 0.5) },
          better: 'lower',
        },
        {
          what: 'API read, one after the other, p99',
          value: quantile(times, 0.99),
          unit: 'ms',
          against: { name: 'budget', value: 50 },
          better: 'lower',
        },
        {
          what: 'API reads, 8 at once',
          value: rate,
          unit: 'reads/s',
          against: { name: 'one after the other', value: 1000 / quantile(times, 0.5) },
          better: 'higher',
        },
      ];
    } finally {
      await system.stop();
    }
  },
};
