import type { MetricDefinition } from '../catalogue/metric.ts';
import type { Forecast } from '../forecast/forecast.ts';
import type { Month } from '../period/month.ts';
import type { PassingView } from './forecast-view.ts';

type Bound = (month: Month) => number | undefined;

/** On which side of a bound a metric is worse. */
export function directionOf(better: MetricDefinition['better']): 'above' | 'below' {
  return better === 'higher' ? 'below' : 'above';
}

/**
 * The chances of passing the limit and the plan on the worse side, by month; none for a metric that has no worse
 * side, and none for a bound that no month ahead has.
 */
export function passingsOf(
  made: Pick<Forecast, 'points' | 'passedByMonth'>,
  better: MetricDefinition['better'],
  bounds: Readonly<Record<PassingView['against'], Bound>>,
): PassingView[] {
  if (better === 'neither') return [];
  return (['limit', 'plan'] as const).flatMap((against) => {
    const boundAt = bounds[against];
    // Chances are counted on simulated paths: for the many series without a bound ahead none need be drawn.
    if (made.points.every(({ period }) => boundAt(period) === undefined)) return [];
    const chances = made.passedByMonth(boundAt, directionOf(better));
    const months = made.points.map(({ period }, ahead) => ({ period, probability: chances[ahead] ?? 0 }));
    const byMonth = months.flatMap(({ period, probability }) => {
      const bound = boundAt(period);
      return bound === undefined ? [] : [{ period, bound, probability }];
    });
    const reached = (chance: number) =>
      months.find(({ probability }) => probability >= chance)?.period ?? null;
    return [
      {
        against,
        byMonth,
        expected: { period: reached(0.5), earliest: reached(0.1), latest: reached(0.9) },
      },
    ];
  });
}
