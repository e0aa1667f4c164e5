import * as z from 'zod';
import { monthInLondon } from '../../period/london.ts';
import { addMonths } from '../../period/month.ts';
import { type Lever, levers } from '../../scenario/flow/levers.ts';
import { systemFlowProblems } from '../../scenario/flow/problems.ts';
import { type FlowAnswer, systemFlow } from '../../scenario/flow/system-flow.ts';
import { type SystemFlow, systemFlowSchema } from '../../scenario/flow/system-flow-schema.ts';
import { monthSchema } from '../../scenario/month-schema.ts';
import { areaParameter, noQuery, unknownArea } from '../parameters.ts';
import { answer, calculationWithBody, refused } from '../route.ts';
import { flowHistory } from './flow-history.ts';
import { percentilesSchema, scenarioRefusal } from './scenario-answers.ts';

const perMonth = z.number();
const deviation = z.object({
  deviation: z.number().describe('One standard deviation of a month'),
  source: z
    .enum(['given', 'fitted', 'assumed'])
    .describe(
      '`fitted` to the last 12 to 24 months of the area; `assumed`: the least that chance alone gives',
    ),
});

const flowMonthSchema = z
  .object({
    period: monthSchema,
    requests: perMonth,
    noToAssessRate: z.number(),
    noToIssueRate: z.number(),
    newPlans: perMonth,
    transferredIn: perMonth,
    ceased: perMonth,
    active: z.number().describe('Open plans at the end of the month'),
    activeWithoutInterventions: z.number(),
    placements: z
      .object({
        mainstream: z.number(),
        resourceBase: z.number(),
        maintainedSpecial: z.number(),
        inmss: z.number(),
        post16: z.number(),
      })
      .exactOptional(),
  })
  .meta({ id: 'FlowMonth' });

const answerSchema = z
  .object({
    from: monthSchema,
    netAnnualGrowth: z
      .number()
      .describe(
        '12 × (requests × (1 − no to assess) × (1 − no to issue) + transferred in − ceased), base figures',
      ),
    netAnnualGrowthAtEnd: z.number().describe('The same with the interventions of the last month'),
    assumed: z.array(z.string()).describe('Interventions of which something is assumed, not stated'),
    months: z.array(flowMonthSchema),
    solution: z
      .object({
        lever: z.enum(levers),
        active: z.number(),
        by: monthSchema,
        value: z.number().nullable().describe('The base value that leads there; null when none does'),
        text: z.string(),
      })
      .nullable(),
    uncertainty: z
      .object({
        seed: z.int(),
        paths: z.int(),
        deviations: z.object({
          requests: deviation,
          noToAssessRate: deviation,
          noToIssueRate: deviation,
          ceased: deviation,
        }),
        months: z.array(
          z.object({ period: monthSchema, newPlans: percentilesSchema, active: percentilesSchema }),
        ),
      })
      .nullable(),
  })
  .meta({ id: 'SystemFlowAnswer' });

/** Open plans month by month from requests, decisions and ceases, with and without interventions. */
export const postSystemFlow = calculationWithBody({
  method: 'POST',
  path: '/areas/{area}/scenarios/system-flow',
  summary: 'Open plans month by month from requests, decisions, ceases and what is done about them',
  params: z.object({ area: areaParameter }),
  query: noQuery,
  body: systemFlowSchema,
  response: answerSchema,
  scopes: ['read'],
  handle: async ({ params: { area }, body, caller, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const next = addMonths(monthInLondon(ports.clock.now()), 1);
    const problems = systemFlowProblems(body, next);
    if (problems.length > 0) return refused(scenarioRefusal(problems));
    const history = await flowHistory(body.uncertainty, area, caller, ports);
    return answer(described(systemFlow(body, next, history), body));
  },
});

function described(found: FlowAnswer, { interventions }: SystemFlow): z.input<typeof answerSchema> {
  const { months, solution, uncertainty, ...rest } = found;
  return {
    ...rest,
    assumed: interventions.flatMap(({ name, from, assumed }) => (assumed ? [name ?? from] : [])),
    months: [...months],
    solution: solution && {
      ...{ lever: solution.lever, active: solution.active, by: solution.by },
      value: solution.found.kind === 'found' ? solution.found.value : null,
      text: solutionText(solution),
    },
    uncertainty: uncertainty && { ...uncertainty, months: [...uncertainty.months] },
  };
}

const LEVERS = {
  requests: (value) => `${value.toFixed(1)} requests a month`,
  noToAssessRate: (value) => `a rate of no to assess of ${(value * 100).toFixed(1)}%`,
  noToIssueRate: (value) => `a rate of no to issue of ${(value * 100).toFixed(1)}%`,
  ceased: (value) => `${value.toFixed(1)} plans ceased a month`,
} as const satisfies Readonly<Record<Lever, (value: number) => string>>;

function solutionText({ lever, active, by, found }: NonNullable<FlowAnswer['solution']>): string {
  const wanted = Math.round(active).toLocaleString('en-GB');
  if (found.kind === 'found')
    return `With ${LEVERS[lever](found.value)}, everything else as given, ${wanted} plans are open in ${by}.`;
  const nearest = Math.round(found.active).toLocaleString('en-GB');
  return `Nothing that this figure can be leads to ${wanted} plans in ${by}: ${LEVERS[lever](found.nearest)} comes nearest, with ${nearest}. Change something else as well.`;
}
