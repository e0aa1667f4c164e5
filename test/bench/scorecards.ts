import { startSystem } from '../pipeline/system.ts';
import { type Bench, quantile, timed } from './figure.ts';

const PATHS = [
  'scorecards/early-years',
  'scorecards/ks1',
  'scorecards/ks2',
  'scorecards/ks2?year=AY2022',
  'scorecards/ks4',
  'scorecards/absence',
  'gaps/ks2.rwm?group=disadvantaged',
];

/** Scorecards through the whole embedded stack, with ten years of results of thirteen places loaded. */
export const scorecardsBench: Bench = {
  name: 'scorecards',
  async measure() {
    const system = await startSystem({ samples: true });
    try {
      const times = await timed(700, 70, async (at) => {
        const path = PATHS[Math.abs(at) % PATHS.length] ?? '';
        const response = await fetch(`${system.runtime.url}/api/v1/areas/E06000054/${path}`);
        await response.arrayBuffer();
        if (!response.ok) throw new Error(`${path} answered ${response.status}`);
      });
      const budget = { name: 'budget', value: 50 };
      return [
        {
          what: 'Scorecard or gaps of 13 places, p50',
          value: quantile(times, 0.5),
          ...{ unit: 'ms', against: budget, better: 'lower' },
        },
        {
          what: 'Scorecard or gaps of 13 places, p99',
          value: quantile(times, 0.99),
          ...{ unit: 'ms', against: budget, better: 'lower' },
        },
      ];
    } finally {
      await system.stop();
    }
  },
};
