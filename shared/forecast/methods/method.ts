/** What a method says of the months after those it was fitted to, one value a month; deviations are standard deviations. */
export type Prediction = { readonly value: readonly number[]; readonly deviation: readonly number[] };

/** Only a fitted method can predict. */
export type Fitted = { predict(horizon: number): Prediction };

export type Method = {
  readonly id: string;
  /** How a reader hears of it: "damped trend". */
  readonly name: string;
  /** The fewest months that it can be fitted to. */
  readonly minimum: number;
  /** Fits to consecutive months without a gap, oldest first. */
  fit(values: readonly number[]): Fitted;
};
