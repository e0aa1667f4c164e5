import type { Prediction } from './methods/method.ts';
import { at, sequence } from './sequence.ts';

/** The weighted mean of predictions of the same months. Its deviation is the members' weighted mean deviation. */
export function combine(predictions: readonly Prediction[], weights: readonly number[]): Prediction {
  const horizon = predictions[0]?.value.length ?? 0;
  const weighted = (of: (prediction: Prediction) => readonly number[]) =>
    sequence(horizon, (ahead) => {
      let total = 0;
      predictions.forEach((prediction, method) => {
        total += at(weights, method) * at(of(prediction), ahead);
      });
      return total;
    });
  return { value: weighted((p) => p.value), deviation: weighted((p) => p.deviation) };
}
