import { variationOf } from '../../shared/rating/variation/variation.ts';
import { asMonths, drawn, poisson } from './judgement-draws.ts';
import { alertedIn, mean, rated, seeds } from './judgement-rates.ts';

const requests = {
  nature: 'flow',
  better: 'lower',
  unit: 'count',
  frequency: 'month',
  shortName: 'Requests',
} as const;

const BEFORE = 36;
const usual = (uniform: () => number) => poisson(97, uniform);
/** A quarter more. */
const stepped = (uniform: () => number) => poisson(97 * 1.25, uniform);

function signsOf(values: readonly number[]) {
  return variationOf({ definition: requests, points: asMonths(values), rolling: false });
}

/** Share of months in which a sign begins though nothing changes: of the four rules of the XmR chart, and of all. */
export function falseSigns(): { readonly chart: number; readonly all: number } {
  const MONTHS = 24;
  const begun = seeds().map((seed) => {
    const values = drawn(BEFORE + MONTHS, seed, usual);
    const shown = Array.from({ length: MONTHS + 1 }, (_, at) =>
      signsOf(values.slice(0, BEFORE + at)).reasons.map(({ rule }) => rule),
    );
    const of = (signals: (rules: readonly string[]) => boolean) =>
      shown.filter((rules, at) => at > 0 && signals(rules) && !signals(shown[at - 1] ?? [])).length / MONTHS;
    return {
      chart: of((rules) => rules.some((rule) => rule !== LEVEL && rule !== NONE)),
      all: of((rules) => !rules.includes(NONE)),
    };
  });
  return { chart: mean(begun.map(({ chart }) => chart)), all: mean(begun.map(({ all }) => all)) };
}

const LEVEL = 'variation-recent-level';
const NONE = 'variation-common-cause';

/** Share of steps that show as worsening within three months, where there is no plan to hold requests against. */
export function stepsSeen(): number {
  return mean(
    seeds().map((seed) => {
      const values = withStep(seed);
      const states = [1, 2, 3].map((months) => signsOf(values.slice(0, BEFORE + months)).state);
      return states.includes('worsening') ? 1 : 0;
    }),
  );
}

/** Share of steps that an alert tells of within three months, where the plan is what requests were before. */
export function stepsAlerted(): number {
  return mean(
    seeds().map((seed) => {
      const about = { plan: 97, better: 'lower', unit: 'count', noisy: true } as const;
      return alertedIn(rated(withStep(seed), about))
        .slice(BEFORE)
        .includes(true)
        ? 1
        : 0;
    }),
  );
}

function withStep(seed: number): readonly number[] {
  // One stream for both halves: the months after the step must not repeat those before.
  let month = 0;
  return drawn(BEFORE + 3, seed, (uniform) => {
    month += 1;
    return month <= BEFORE ? usual(uniform) : stepped(uniform);
  });
}
