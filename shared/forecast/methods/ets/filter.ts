import { YEAR } from '../../season/indices.ts';
import { at } from '../../sequence.ts';
import type { EtsForm, EtsStates, EtsWeights } from './form.ts';

/** −2 × the log-likelihood but for a constant; the mean squared (relative) error. */
export type Fit = { readonly deviance: number; readonly meanSquare: number };

/** Runs the model over the values, moving the states on to the last month (Hyndman et al. 2008, chapter 2). */
export function follow(
  values: readonly number[],
  form: EtsForm,
  weights: EtsWeights,
  states: EtsStates,
): Fit {
  return form.kind === 'additive'
    ? followAdditive(values, form, weights, states)
    : followMultiplicative(values, form, weights, states);
}

function followAdditive(
  values: readonly number[],
  form: EtsForm,
  weights: EtsWeights,
  states: EtsStates,
): Fit {
  const { alpha, beta, gamma, phi } = weights;
  const { season } = states;
  let { level, slope } = states;
  let total = 0;
  let month = 0;
  for (const value of values) {
    const base = level + phi * slope;
    const index = at(season, month);
    const error = value - base - index;
    total += error * error;
    level = base + alpha * error;
    slope = phi * slope + beta * error;
    if (form.season) season[month] = index + gamma * error;
    month = month === YEAR - 1 ? 0 : month + 1;
  }
  states.level = level;
  states.slope = slope;
  const count = values.length;
  return { deviance: count * Math.log(total / count + 1e-30), meanSquare: total / count };
}

function followMultiplicative(
  values: readonly number[],
  form: EtsForm,
  weights: EtsWeights,
  states: EtsStates,
): Fit {
  const { alpha, beta, gamma, phi } = weights;
  const { season } = states;
  let { level, slope } = states;
  let total = 0;
  let logs = 0;
  let month = 0;
  for (const value of values) {
    const base = level + phi * slope;
    const index = at(season, month);
    const expected = base * index;
    // Levels that are not positive have no relative error: such weights are not admitted.
    if (!(expected > 0)) return { deviance: Number.POSITIVE_INFINITY, meanSquare: Number.POSITIVE_INFINITY };
    const error = (value - expected) / expected;
    total += error * error;
    logs += Math.log(expected);
    level = base * (1 + alpha * error);
    slope = phi * slope + beta * base * error;
    if (form.season) season[month] = index * (1 + gamma * error);
    month = month === YEAR - 1 ? 0 : month + 1;
  }
  states.level = level;
  states.slope = slope;
  const count = values.length;
  return { deviance: count * Math.log(total / count + 1e-30) + 2 * logs, meanSquare: total / count };
}
