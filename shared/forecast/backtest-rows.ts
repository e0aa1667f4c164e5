import type { BacktestRow, ForecastPoint } from './answer.ts';
import { mean } from './statistics.ts';

/** What was said of a month so many months ahead, and what came. */
export type Held = {
  readonly ahead: number;
  readonly said: Omit<ForecastPoint, 'period'>;
  readonly came: number;
};

/**
 * Accuracy and coverage by horizon. `naive` is the mean absolute error of what the errors are compared with, in the
 * same unit; null where there is nothing to compare with. A horizon that nothing was said of has no row.
 */
export function backtestRows(
  held: readonly Held[],
  horizons: readonly number[],
  naive: number | null,
): BacktestRow[] {
  return horizons.flatMap((horizon) => {
    const seen = held.filter(({ ahead }) => ahead === horizon);
    if (seen.length === 0) return [];
    const part = (holds: (one: Held) => boolean) => mean(seen.map((one) => (holds(one) ? 1 : 0)));
    const mae = mean(seen.map(({ said, came }) => Math.abs(came - said.value)));
    return [
      {
        ...{ horizon, origins: seen.length, mae },
        mase: naive !== null && naive > 0 ? mae / naive : null,
        coverage80: part(({ said, came }) => came >= said.lower80 && came <= said.upper80),
        coverage95: part(({ said, came }) => came >= said.lower95 && came <= said.upper95),
      },
    ];
  });
}
