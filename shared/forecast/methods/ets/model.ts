import { nelderMead, type Range } from '../../minimise/nelder-mead.ts';
import { YEAR } from '../../season/indices.ts';
import { at, sequence } from '../../sequence.ts';
import { damping } from '../damped-trend.ts';
import type { Fitted } from '../method.ts';
import { follow } from './filter.ts';
import { firstStates } from './first-states.ts';
import { type EtsForm, type EtsStates, type EtsWeights, parameters } from './form.ts';

export type EtsModel = Fitted & {
  readonly form: EtsForm;
  readonly weights: EtsWeights;
  /** Akaike's criterion with its correction for short series; smaller is better. */
  readonly criterion: number;
};

/** Fits one form by maximum likelihood over its weights, from first states by decomposition. */
export function fitEts(values: readonly number[], form: EtsForm): EtsModel {
  const first = firstStates(values, form);
  // One set of states for all tries: a new array for each was a quarter of a forecast's time.
  const states: EtsStates = { ...first, season: first.season.slice() };
  const opening = (): EtsStates => {
    states.level = first.level;
    states.slope = first.slope;
    states.season.set(first.season);
    return states;
  };
  const place = nelderMead(
    (at4) => follow(values, form, weightsAt(form, at4), opening()).deviance,
    rangesOf(form),
    {
      evaluations: form.trend && form.season ? 200 : 120,
      tolerance: 1e-5,
    },
  );
  const weights = weightsAt(form, place);
  const { deviance, meanSquare } = follow(values, form, weights, opening());
  const count = values.length;
  const fitted = parameters(form);
  const sigma = Math.sqrt((meanSquare * count) / Math.max(1, count - fitted));
  const correction = (2 * fitted * (fitted + 1)) / Math.max(1, count - fitted - 1);
  return {
    form,
    weights,
    criterion: deviance + 2 * fitted + correction,
    predict: (horizon) => continuedFrom(form, weights, states, count, sigma, horizon),
  };
}

function rangesOf({ trend, season }: EtsForm): Range[] {
  const alpha: Range = { start: 0.3, lowest: 0.001, highest: 0.99 };
  const slope: Range[] = [
    { start: 0.1, lowest: 0.0001, highest: 0.9 },
    { start: 0.9, lowest: 0.8, highest: 0.98 },
  ];
  const gamma: Range = { start: 0.1, lowest: 0.0001, highest: 0.99 };
  return [alpha, ...(season ? [gamma] : []), ...(trend ? slope : [])];
}

/** β is searched as a part of α and γ as a part of 1 − α, which keeps the model within its usual region. */
function weightsAt({ trend, season }: EtsForm, place: readonly number[]): EtsWeights {
  const alpha = at(place, 0);
  const after = season ? 2 : 1;
  return {
    alpha,
    gamma: season ? at(place, 1) * (1 - alpha) : 0,
    beta: trend ? alpha * at(place, after) : 0,
    phi: trend ? at(place, after + 1) : 0,
  };
}

/** What the model says of the months after `count` months that left it in these states, with one-month errors of σ. */
export function continuedFrom(
  form: EtsForm,
  { alpha, beta, gamma, phi }: EtsWeights,
  { level, slope, season }: EtsStates,
  count: number,
  sigma: number,
  horizon: number,
) {
  const reach = damping(phi, horizon);
  const additive = form.kind === 'additive';
  const value = sequence(horizon, (k) => {
    const base = level + at(reach, k) * slope;
    const index = at(season, (count + k) % YEAR);
    return additive ? base + index : base * index;
  });
  let variance = 1;
  const deviation = sequence(horizon, (k) => {
    if (k > 0) variance += (alpha + beta * at(reach, k - 1) + (k % YEAR === 0 ? gamma : 0)) ** 2;
    // The relative errors' sum is taken as the additive one's, times the level: close while errors are small.
    return sigma * Math.sqrt(variance) * (additive ? 1 : Math.abs(at(value, k)));
  });
  return { value, deviation };
}
