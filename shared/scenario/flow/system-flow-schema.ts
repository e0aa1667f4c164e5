import * as z from 'zod';
import { addMonths, type Month, monthIndex } from '../../period/month.ts';
import { draws } from '../draws-schema.ts';
import { monthSchema } from '../month-schema.ts';
import type { Flow } from './flow.ts';
import { levers } from './levers.ts';

/** The longest horizon, in months: what a flow says beyond thirty years is nothing. */
export const LONGEST_HORIZON = 360;

const perMonth = z.number().min(0).max(100_000);
const rate = z
  .number()
  .min(0, 'A rate is a fraction from 0 to 1')
  .max(1, 'A rate is a fraction from 0 to 1: write 12% as 0.12');
const change = z.number().min(-100_000).max(100_000).exactOptional();
const rateChange = z.number().min(-1).max(1).exactOptional();
const name = z.string().max(200).exactOptional();
const lag = z.int().min(0).max(24).default(0);
const deviation = z.number().min(0).max(100_000).exactOptional();
const rateDeviation = z.number().min(0).max(1).exactOptional();

const interventionSchema = z
  .strictObject({
    name,
    from: monthSchema.describe('First month with an effect; without `fullEffectBy` the whole of it'),
    fullEffectBy: monthSchema
      .exactOptional()
      .describe('The effect grows in equal steps from `from` to this month'),
    requests: change.describe('Added to the requests of a month; -8 takes eight away'),
    noToAssessRate: rateChange.describe('Added to the rate; 0.13 is 13 percentage points'),
    noToIssueRate: rateChange,
    ceased: change.describe('Added to the plans that cease in a month'),
    inmssGrowth: rateChange.describe(
      'Added to the growth of INMSS placements, as a part of it; -0.1 takes a tenth away',
    ),
    assumed: z.boolean().exactOptional().describe('That something of it is assumed: no source states it'),
  })
  .meta({ id: 'FlowIntervention' });

const placementSchema = z
  .strictObject({
    start: z.number().min(0).max(10_000_000).describe('Children placed at the start'),
    growth: z.number().min(-100_000).max(100_000).default(0).describe('Net change a month'),
  })
  .meta({ id: 'PlacementFlow' });

/** The body of a system flow scenario: numbers a month, rates as fractions. */
export const systemFlowSchema = z
  .strictObject({
    name,
    requests: perMonth.describe('Requests for an assessment, a month'),
    noToAssessRate: rate.describe('Part of the requests that are refused an assessment'),
    noToIssueRate: rate.describe('Part of the assessments that end without a plan'),
    ceased: perMonth.describe('Plans that cease, a month'),
    start: z.number().min(0).max(10_000_000).describe('Open plans at the end of the month before `from`'),
    from: monthSchema.exactOptional().describe('First month; the next one when left out'),
    horizonMonths: z.int().min(1).max(LONGEST_HORIZON, `Ask for ${LONGEST_HORIZON} months at most`),
    transferredIn: perMonth.default(0).describe('Plans that move in from other councils, a month'),
    decisionLagMonths: lag.describe('Months from a request to the decision whether to assess'),
    issueLagMonths: lag.describe('Months from that decision to the plan'),
    interventions: z.array(interventionSchema).max(200).default([]),
    placements: z
      .strictObject({
        resourceBase: placementSchema.exactOptional(),
        maintainedSpecial: placementSchema.exactOptional(),
        inmss: placementSchema.exactOptional(),
        post16: placementSchema.exactOptional(),
      })
      .exactOptional()
      .describe('Where children with a plan are taught; mainstream has all who are not elsewhere'),
    solveFor: z
      .strictObject({
        lever: z.enum(levers),
        active: z.number().min(0).max(10_000_000).describe('Open plans wanted'),
        by: monthSchema.describe('At the end of this month'),
      })
      .exactOptional()
      .describe('Which base value of a lever leads to a number of open plans'),
    uncertainty: z
      .strictObject({
        ...draws,
        deviations: z
          .strictObject({
            requests: deviation,
            noToAssessRate: rateDeviation,
            noToIssueRate: rateDeviation,
            ceased: deviation,
          })
          .default({})
          .describe(
            'Usual distance of a month from the mean (one standard deviation); fitted to the area where left out',
          ),
      })
      .exactOptional(),
  })
  .meta({ id: 'SystemFlow' });

export type SystemFlow = z.output<typeof systemFlowSchema>;

/** The flow that a body asks for; `next` is the month after the present one. */
export function flowOf(asked: SystemFlow, next: Month): Flow {
  const { requests, noToAssessRate, noToIssueRate, ceased, start, from = next, horizonMonths } = asked;
  const { transferredIn, decisionLagMonths, issueLagMonths, interventions } = asked;
  return {
    ...{ requests, noToAssessRate, noToIssueRate, ceased, start, from, horizonMonths },
    ...{ transferredIn, decisionLagMonths, issueLagMonths, interventions },
  };
}

/** The last month of a flow. */
export function lastMonth({ from, horizonMonths }: Pick<Flow, 'from' | 'horizonMonths'>): Month {
  return addMonths(from, horizonMonths - 1);
}

/** How many months of a flow lie up to a month; zero or less when it lies before the first. */
export function monthsUpTo({ from }: Pick<Flow, 'from'>, month: Month): number {
  return monthIndex(month) - monthIndex(from) + 1;
}
