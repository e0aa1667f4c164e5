/** One member of the exponential smoothing family. A trend is always damped; there is no multiplicative trend: its intervals explode. */
export type EtsForm = {
  /** The errors' kind, which is the season's too. */
  readonly kind: 'additive' | 'multiplicative';
  readonly trend: boolean;
  readonly season: boolean;
};

/** Weights of the newest month in level, slope and season, and the damping of the slope. */
export type EtsWeights = {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
};

/** Level, slope and the season's twelve months: the one at place t % 12 belongs to month t of the series. */
export type EtsStates = { level: number; slope: number; readonly season: Float64Array };

/** Weights and first states that are fitted: what an information criterion counts. */
export function parameters({ trend, season }: EtsForm): number {
  return 3 + (trend ? 3 : 0) + (season ? 12 : 0);
}
