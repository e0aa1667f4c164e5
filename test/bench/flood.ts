import * as z from 'zod';
import { monthAt } from '../../shared/period/month.ts';
import { startSystem } from '../pipeline/system.ts';
import { type Bench, quantile } from './figure.ts';

const DROPS = 10_000;
const AT_ONCE = 16;
const seriesSchema = z.object({
  points: z.array(z.object({ period: z.string(), value: z.number().nullable() })),
});

/** 10,000 files of one row at once, one of them poison: how many runs come of them, and how reads fare meanwhile. */
export const floodBench: Bench = {
  name: 'flood',
  async measure() {
    const system = await startSystem({ samples: false });
    try {
      const start = performance.now();
      let putting = true;
      const reads: number[] = [];
      const reading = (async () => {
        while (putting) {
          const begun = performance.now();
          const response = await fetch(`${system.runtime.url}/api/v1/areas/E06000054/ratings`);
          await response.arrayBuffer();
          if (!response.ok) throw new Error(`A read answered ${response.status} under load`);
          reads.push(performance.now() - begun);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      })();
      let next = 0;
      const put = async () => {
        while (next < DROPS) {
          const at = next;
          next += 1;
          const body =
            at === 5000
              ? new Uint8Array([0, 1, 2, 3, 0])
              : `month,ehcp_active\n${monthAt(1995 * 12 + (at % 300))},${5000 + at}\n`;
          await system.put(`E06000054/send-monthly/flood-${at}.csv`, body);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, put));
      await system.runtime.idle();
      putting = false;
      await reading;
      const seconds = (performance.now() - start) / 1000;
      const { points } = await system.get('/areas/E06000054/series/ehcp.active', seriesSchema);
      if (points.length !== 300) throw new Error(`${points.length} months show, 300 were put`);
      const runs = await system.runsOf('E06000054');
      return [
        {
          what: '10,000 drops of one row: runs that came of them',
          value: runs,
          unit: 'runs',
          against: { name: 'drops ÷ 10', value: DROPS / 10 },
          better: 'lower',
        },
        {
          what: 'the same, put to idle',
          value: DROPS / seconds,
          unit: 'drops/s',
          against: { name: 'budget', value: 30 },
          better: 'higher',
        },
        {
          what: 'API reads meanwhile, p99',
          value: quantile(reads, 0.99),
          unit: 'ms',
          against: { name: 'budget', value: 250 },
          better: 'lower',
        },
      ];
    } finally {
      await system.stop();
    }
  },
};
