import * as z from 'zod';
import { type FinanceAnswer, financeScenario } from '../../scenario/finance/finance.ts';
import { type Finance, financeSchema } from '../../scenario/finance/finance-schema.ts';
import { financeProblems } from '../../scenario/finance/problems.ts';
import type { FinanceYear } from '../../scenario/finance/run-finance.ts';
import { drivers } from '../../scenario/finance/sensitivity.ts';
import { placements } from '../../scenario/flow/placements.ts';
import { areaParameter, noQuery, unknownArea } from '../parameters.ts';
import { answer, calculationWithBody, refused } from '../route.ts';
import { flowHistory } from './flow-history.ts';
import { percentilesSchema, scenarioRefusal } from './scenario-answers.ts';

const pounds = z.number();
const year = z.string();
const yearOrNull = year.nullable();

const financeYearSchema = z
  .object({
    year,
    income: pounds,
    transfer: pounds.describe('From the schools block'),
    spend: pounds,
    inYearBalance: pounds.describe('income + transfer − spend; a deficit is negative'),
    contributions: pounds.describe('Of the DfE and the council, into the cumulative balance'),
    cumulativeBalance: pounds,
    limit: pounds.nullable(),
    withinLimit: z.boolean().nullable().describe('Null in a year without a limit'),
    unmitigated: z.object({
      spend: pounds,
      inYearBalance: pounds,
      contributions: pounds,
      cumulativeBalance: pounds,
    }),
    mitigations: z.array(
      z.object({ name: z.string(), saving: pounds.describe('Below zero where it costs') }),
    ),
    placements: z.array(
      z.object({
        placement: z.enum(placements),
        children: z.number(),
        spend: pounds,
      }),
    ),
  })
  .meta({ id: 'FinanceYear' });

const movedSchema = z.object({
  change: z.number(),
  cumulativeBalance: pounds.describe('At the end of the last year'),
  balanceYear: yearOrNull,
});

const answerSchema = z
  .object({
    years: z.array(financeYearSchema),
    balanceYear: yearOrNull.describe(
      'First year from which the in-year balance is at or above zero to the end',
    ),
    unmitigatedBalanceYear: yearOrNull,
    residualDeficit: pounds.describe(
      'The cumulative deficit at the end of the year of balance, or of the last year; not negative',
    ),
    override: z
      .object({
        ends: year,
        cumulativeBalance: pounds,
        unmitigatedCumulativeBalance: pounds,
        reserves: pounds.nullable(),
        beyondReserves: z
          .boolean()
          .nullable()
          .describe('The unmitigated deficit is larger than the reserves'),
      })
      .nullable(),
    sensitivity: z
      .array(z.object({ driver: z.enum(drivers), down: movedSchema, up: movedSchema, swing: pounds }))
      .nullable()
      .describe('Each figure moved alone, the one that matters most first'),
    monteCarlo: z
      .object({
        seed: z.int(),
        paths: z.int(),
        years: z.array(
          z.object({
            year,
            inYearBalance: percentilesSchema,
            cumulativeBalance: percentilesSchema,
            balanced: z.number().describe('Part of the paths in balance from this year on'),
            pastLimit: z.number().nullable().describe('Part of the paths below the limit of the year'),
          }),
        ),
      })
      .nullable(),
    assumed: z.array(z.string()).describe('Mitigations whose numbers are assumed'),
    assumptions: financeSchema.shape.assumptions,
  })
  .meta({ id: 'FinanceAnswer' });

/** The High Needs budget year by year, with what is done and without. */
export const postFinance = calculationWithBody({
  method: 'POST',
  path: '/areas/{area}/scenarios/finance',
  summary: 'The High Needs budget by financial year, with and without mitigations, and when it is in balance',
  params: z.object({ area: areaParameter }),
  query: noQuery,
  body: financeSchema,
  response: answerSchema,
  scopes: ['read'],
  handle: async ({ params: { area }, body, caller, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const problems = financeProblems(body);
    if (problems.length > 0) return refused(scenarioRefusal(problems));
    const uncertainty = body.monteCarlo && body.flow?.uncertainty;
    return answer(
      described(financeScenario(body, await flowHistory(uncertainty, area, caller, ports)), body),
    );
  },
});

function described(found: FinanceAnswer, asked: Finance): z.input<typeof answerSchema> {
  const { years, sensitivity, monteCarlo, ...rest } = found;
  return {
    ...rest,
    years: years.map((each) => yearOf(each, asked)),
    override: overrideOf(years, asked),
    sensitivity: sensitivity && [...sensitivity],
    monteCarlo: monteCarlo && { ...monteCarlo, years: [...monteCarlo.years] },
    assumed: asked.mitigations.flatMap(({ name, assumed }) => (assumed ? [name] : [])),
    assumptions: asked.assumptions,
  };
}

function yearOf(
  { year, income, transfer, mitigated, unmitigated, savings, placements: placed }: FinanceYear,
  { limits, mitigations }: Finance,
): z.input<typeof financeYearSchema> {
  const limit = limits.find((each) => each.year === year)?.balance ?? null;
  return {
    ...{ year, income, transfer, ...mitigated, limit, unmitigated },
    withinLimit: limit === null ? null : mitigated.cumulativeBalance >= limit,
    mitigations: mitigations.map(({ name }, at) => ({ name, saving: savings[at] ?? 0 })),
    placements: [...placed],
  };
}

function overrideOf(
  years: readonly FinanceYear[],
  { overrideEnds, reserves }: Finance,
): z.input<typeof answerSchema>['override'] {
  const at = years.find(({ year }) => year === overrideEnds);
  if (!at) return null;
  const { mitigated, unmitigated } = at;
  return {
    ends: at.year,
    cumulativeBalance: mitigated.cumulativeBalance,
    unmitigatedCumulativeBalance: unmitigated.cumulativeBalance,
    reserves: reserves ?? null,
    beyondReserves: reserves === undefined ? null : -unmitigated.cumulativeBalance > reserves,
  };
}
