import { metrics } from '../../shared/catalogue/metrics.ts';
import { recompute } from '../../shared/recompute/recompute.ts';
import { type Bench, quantile, timed } from './figure.ts';
import { syntheticCouncil } from './synthetic-council.ts';

const run = (
  known: ReturnType<typeof syntheticCouncil>,
  earlier: Parameters<typeof recompute>[0]['earlier'],
) =>
  recompute({
    area: 'E06000054',
    known,
    catalogue: metrics,
    now: new Date('2025-02-01T09:00:00.000Z'),
    dashboardUrl: '',
    earlier,
  });

/** The pure recompute of one council of 100 series × 60 months, on one core: first, and with unchanged series kept. */
export const recomputeBench: Bench = {
  name: 'recompute',
  async measure() {
    const known = syntheticCouncil(100, 60);
    const empty = { alerts: [], forecasts: {} };
    const first = await timed(3, 1, () => run(known, empty));
    const made = run(known, empty);
    const again = await timed(5, 1, () => run(known, { alerts: made.alerts, forecasts: made.forecasts }));
    const large = syntheticCouncil(300, 60);
    const [whole = Number.NaN] = await timed(1, 0, () => run(large, empty));
    return [
      {
        what: 'the first recompute of a council of 300 stored series × 60 months, on one core',
        value: whole,
        unit: 'ms',
        against: { name: 'budget', value: 15_000 },
        better: 'lower',
      },
      {
        what: `recompute of a council, 100 stored series × 60 months (${made.series.length} with derived ones), everything forecast anew`,
        value: quantile(first, 0.5),
        unit: 'ms',
        against: { name: 'budget', value: 5000 },
        better: 'lower',
      },
      {
        what: 'the same when no series has changed',
        value: quantile(again, 0.5),
        unit: 'ms',
        against: { name: 'anew', value: quantile(first, 0.5) },
        better: 'lower',
      },
    ];
  },
};
