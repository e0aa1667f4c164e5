import type { Unit } from '../catalogue/metric.ts';
import type { PlanKind } from '../facts/cell.ts';
import type { Period } from '../period/period.ts';
import { boundText, figureText, gapText, percentText } from './figure-text.ts';
import { reaches } from './latch.ts';
import { periodText } from './period-text.ts';
import { type Better, boundAt, exact, type Plan } from './plan-gap.ts';
import type { Confirmation, PlanRule } from './plan-rule.ts';
import type { Reason } from './rating.ts';

/** One known figure beside its plan, with what the latches say of it. */
export type PlanFigure = {
  readonly period: Period;
  readonly value: number;
  readonly plan: Plan;
  /** How much worse than plan, as a fraction; infinite for a plan of 0. */
  readonly measure: number;
  readonly better: Better;
  readonly rule: PlanRule;
  readonly unit: Unit;
  readonly metricName: string;
  readonly amberSince: Period | null;
  readonly redSince: Period | null;
};

const PLAN_WORDS = {
  mitigated: 'plan',
  unmitigated: 'unmitigated plan',
  budget: 'budget',
  limit: 'limit',
  target: 'target',
} satisfies Record<PlanKind, string>;

/** The bounds that are missed, worst first; when none is, how the figure stands to the plan. */
export function reasonsAgainstPlan(figure: PlanFigure): readonly Reason[] {
  const { redSince, amberSince } = figure;
  if (redSince !== null) {
    return [
      missedReason(figure, 'red', redSince, standing(figure)),
      // The second sentence need not repeat the figures of the first.
      ...(amberSince === null ? [] : [missedReason(figure, 'amber', amberSince, `${figure.metricName}:`)]),
    ];
  }
  return [
    amberSince === null ? keptReason(figure) : missedReason(figure, 'amber', amberSince, standing(figure)),
  ];
}

/** "EHCPs, 650 (11.4%) above plan in December 2024". */
export function planTitle(figure: PlanFigure): string {
  return `${figure.metricName}, ${gapToPlan(figure)} ${PLAN_WORDS[figure.plan.kind]} in ${periodText(figure.period)}`;
}

function missedReason(figure: PlanFigure, level: 'red' | 'amber', since: Period, opening: string): Reason {
  const { measure, rule, plan, better, unit } = figure;
  const { enter, leave, leaving } = rule[level];
  const bound = boundAt(plan.value, enter, better);
  const named = `the ${level} bound of ${figureText(bound, unit)}${partText(figure, enter)}`;
  const told = reaches(measure, enter)
    ? `past ${named} since ${periodText(since)}`
    : `inside ${named} again, but held at ${level}, as since ${periodText(since)}, ` +
      `until it is less than ${worse(leave, plan)} in ${confirmationText(leaving)}`;
  return reason(figure, `against-plan-${level}`, bound, since, `${opening} ${told}.`);
}

function keptReason(figure: PlanFigure): Reason {
  const { measure, rule, plan, better, unit } = figure;
  const { enter, entering } = rule.amber;
  const bound = boundAt(plan.value, enter, better);
  const named = `the amber bound of ${figureText(bound, unit)}${partText(figure, enter)}`;
  const told =
    measure <= 0
      ? `the ${PLAN_WORDS[plan.kind]} is met`
      : reaches(measure, enter)
        ? `past ${named}, which counts once it is so in ${confirmationText(entering)}`
        : `inside ${named}`;
  return reason(figure, 'against-plan', bound, null, `${standing(figure)} ${told}.`);
}

function reason(
  { value, plan }: PlanFigure,
  rule: string,
  bound: number,
  since: Period | null,
  text: string,
): Reason {
  return { rule, value, bound, difference: exact(value - plan.value), since, text };
}

/** "EHCPs: 6,161 in October 2024, 492 (8.7%) above the plan of 5,669 (sv-2024-03);". */
function standing(figure: PlanFigure): string {
  const { metricName, value, unit, period, plan } = figure;
  return (
    `${metricName}: ${figureText(value, unit)} in ${periodText(period)}, ${gapToPlan(figure)} ` +
    `the ${PLAN_WORDS[plan.kind]} of ${figureText(plan.value, unit)} (${plan.trajectory});`
  );
}

/** " (5% worse than plan)", and whose bound it is where it is not the catalogue's. */
function partText({ plan, rule }: PlanFigure, fraction: number): string {
  const parts = [
    ...(plan.value === 0 ? [] : [worse(fraction, plan)]),
    ...(rule.whose === null ? [] : [rule.whose]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

function confirmationText({ periods, of }: Confirmation): string {
  return of === 1 ? 'one period' : `${periods} of ${of} periods`;
}

function worse(fraction: number, plan: Plan): string {
  return `${boundText(fraction)} worse than ${PLAN_WORDS[plan.kind]}`;
}

/** How the figure stands to the plan: "492 (8.7%) above", "£14.99m (53.1%) worse than", "level with". */
function gapToPlan({ value, plan, better, unit }: PlanFigure): string {
  const difference = value - plan.value;
  if (difference === 0) return 'level with';
  const share = plan.value === 0 ? '' : ` (${percentText(Math.abs(difference / plan.value))})`;
  return `${gapText(difference, unit)}${share} ${direction(value, plan.value, better)}`;
}

/** Below zero "above" and "below" mislead: a larger deficit is a lower figure. */
function direction(value: number, plan: number, better: Better): string {
  if (value >= 0 && plan >= 0) return value > plan ? 'above' : 'below';
  return value > plan === (better === 'higher') ? 'better than' : 'worse than';
}
