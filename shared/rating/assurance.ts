import type { Unit } from '../catalogue/metric.ts';
import type { Period } from '../period/period.ts';
import { chanceText, figureText } from './figure-text.ts';
import { periodText } from './period-text.ts';
import type { Reason } from './rating.ts';
import { statement } from './statement.ts';

/** Will it reliably keep to its plan? `hit-or-miss`: the usual to and fro alone decides month by month. */
export const assuranceStates = ['reliable', 'hit-or-miss', 'will-miss', 'not-enough'] as const;
export type AssuranceState = (typeof assuranceStates)[number];

export type Assurance = { readonly state: AssuranceState; readonly reasons: readonly Reason[] };

export type AssuranceInput = {
  readonly metricName: string;
  readonly unit: Unit;
  /** The last month that the forecast reaches; null where there is no forecast. */
  readonly reach: Period | null;
  /** For each month ahead that has a plan: the plan, and the chance 0–1 of having been worse than it by then. */
  readonly byMonth: readonly {
    readonly period: Period;
    readonly bound: number;
    readonly probability: number;
  }[];
};

/** Four in five: what a forecast's 80% interval promises. */
const RELIABLE = 0.2;
const HOPELESS = 0.8;
const MONTHS = 12;

/**
 * Whether the plan of the next twelve months will be kept throughout, by the forecast's own paths. It says nothing of
 * where things stand today (rating) or whether they have changed (variation).
 */
export function assuranceOf({ metricName, unit, reach, byMonth }: AssuranceInput): Assurance {
  const ahead = byMonth.slice(0, MONTHS);
  const last = ahead.at(-1);
  if (last === undefined) {
    const why =
      reach === null
        ? 'there is no forecast to hold against a plan'
        : `no plan is known for a month that the forecast reaches, which is up to ${periodText(reach)}`;
    const text = `${metricName}: ${why}.`;
    return { state: 'not-enough', reasons: [statement('assurance-not-enough', text)] };
  }
  const { period, bound, probability } = last;
  const state = stateOf(probability);
  const chance = `the chance of being worse than plan at some time up to ${periodText(period)} (${figureText(bound, unit)} then) is ${chanceText(probability)}`;
  const text = `${metricName}: ${WORDS[state]}; ${chance}.`;
  const bar = state === 'will-miss' ? HOPELESS : RELIABLE;
  return {
    state,
    reasons: [
      { rule: `assurance-${state}`, value: probability, bound: bar, difference: null, since: null, text },
    ],
  };
}

function stateOf(probability: number): 'reliable' | 'hit-or-miss' | 'will-miss' {
  if (probability <= RELIABLE) return 'reliable';
  return probability >= HOPELESS ? 'will-miss' : 'hit-or-miss';
}

const WORDS = {
  reliable: 'the plan is likely to be kept throughout',
  'hit-or-miss': 'the plan may be kept or missed',
  'will-miss': 'the plan will probably be missed',
} as const;
