import * as z from 'zod';
import { parsePeriod, periodKind } from '../../period/period.ts';
import { draws } from '../draws-schema.ts';
import { placements } from '../flow/placements.ts';
import { systemFlowSchema } from '../flow/system-flow-schema.ts';

const MOST_YEARS = 20;
const MOST_POUNDS = 100_000_000_000;

const pounds = z.number().min(-MOST_POUNDS).max(MOST_POUNDS);
const amount = z.number().min(0).max(MOST_POUNDS);
const growth = z
  .number()
  .min(-0.5, 'A growth is a fraction a year, -0.5 to 0.5')
  .max(0.5, 'A growth is a fraction a year: write 3% as 0.03');
const children = z.number().min(0).max(10_000_000);
const name = z.string().min(1).max(200);

/** A financial year as a scenario names it. */
const yearSchema = z
  .string()
  .refine((text) => {
    const period = parsePeriod(text);
    return period !== undefined && periodKind(period) === 'financial-year';
  }, 'Write a financial year as FY2025 (April 2025 to March 2026)')
  .meta({ description: 'Financial year, `FY2025` (April 2025 to March 2026)' });

const placementSchema = z
  .strictObject({
    placement: z.enum(placements),
    unitCost: amount.describe('Pounds a child a year, in the first year'),
    numbers: z
      .array(children)
      .exactOptional()
      .describe(
        'Children by year, the mean of its month ends, before mitigations; without them they come from `flow`',
      ),
  })
  .meta({ id: 'PlacementCost' });

const mitigationSchema = z
  .strictObject({
    name,
    from: yearSchema.exactOptional().describe('First year with an effect; or say `after`'),
    after: name
      .exactOptional()
      .describe('It begins the year after this other mitigation has its full effect'),
    profile: z
      .array(
        z
          .number()
          .min(0, 'A part of the effect, 0 to 1')
          .max(1, 'A part of the effect, 0 to 1: write 25% as 0.25'),
      )
      .min(1)
      .max(MOST_YEARS)
      .default([1])
      .describe('Part of the full effect by year, from the first; the last goes on'),
    saving: pounds.default(0).describe('Pounds a year at full effect, in prices of the first year'),
    changes: z
      .array(
        z.strictObject({
          placement: z.enum(placements),
          children: z.number().min(-10_000_000).max(10_000_000),
        }),
      )
      .max(20)
      .default([])
      .describe('Children more (or, below zero, fewer) in a placement at full effect'),
    assumed: z.boolean().exactOptional().describe('That its numbers are assumed: no source states them'),
  })
  .meta({ id: 'Mitigation' });

const deviation = z.number().min(0).max(1);

/** The body of a finance scenario. Pounds; a deficit is negative; growth, shares and inflation are fractions a year. */
export const financeSchema = z
  .strictObject({
    name: name.exactOptional(),
    from: yearSchema.describe('First year'),
    years: z.int().min(1).max(MOST_YEARS, `Ask for ${MOST_YEARS} years at most`).default(6),
    openingBalance: pounds.describe(
      'Cumulative balance at the end of the year before; a deficit is negative',
    ),
    income: amount.describe('High Needs Block income of the first year'),
    incomeGrowth: growth.default(0),
    schoolsBlock: amount.default(0).describe('Schools block of the first year'),
    schoolsBlockGrowth: growth.default(0),
    transferShares: z
      .array(z.number().min(0).max(0.1, 'A share of the schools block, 0 to 0.1: write 1% as 0.01'))
      .max(MOST_YEARS)
      .default([])
      .describe('Part of the schools block that moves to high needs, by year; the last goes on'),
    inflation: growth.default(0).describe('Of unit costs, other spend and savings'),
    otherSpend: amount.default(0).describe('Spend that follows no placement, in the first year'),
    placements: z.array(placementSchema).max(placements.length).default([]),
    flow: systemFlowSchema
      .exactOptional()
      .describe('Where numbers of placements without `numbers` come from'),
    mitigations: z.array(mitigationSchema).max(100).default([]),
    contributions: z
      .array(
        z.strictObject({
          year: yearSchema,
          by: z.enum(['dfe', 'council']),
          amount,
          onlyMitigated: z.boolean().default(false).describe('Paid only while the plan is carried out'),
        }),
      )
      .max(100)
      .default([])
      .describe('Paid into the cumulative balance, not the in-year one'),
    limits: z
      .array(
        z.strictObject({
          year: yearSchema,
          balance: pounds.max(0, 'A limit of a deficit is zero or negative'),
        }),
      )
      .max(MOST_YEARS)
      .default([])
      .describe('The lowest cumulative balance that is allowed at the end of a year'),
    overrideEnds: yearSchema.exactOptional().describe('Last year of the statutory override'),
    reserves: amount.exactOptional().describe('What the council could carry a deficit with'),
    sensitivity: z
      .strictObject({
        incomeGrowth: z.number().min(0).max(0.2).default(0.02),
        inflation: z.number().min(0).max(0.2).default(0.01),
        numbers: z.number().min(0).max(0.5).default(0.05),
        unitCosts: z.number().min(0).max(0.5).default(0.05),
        mitigations: z.number().min(0).max(1).default(0.2),
        transfer: z.number().min(0).max(1).default(1),
      })
      .exactOptional()
      .describe(
        'By how much each figure is moved down and up, the others left: growth and inflation in fractions added, the rest as a part of itself',
      ),
    monteCarlo: z
      .strictObject({
        ...draws,
        deviations: z
          .strictObject({
            incomeGrowth: deviation.default(0.01),
            inflation: deviation.default(0.01),
            numbers: deviation
              .default(0.01)
              .describe('Of the yearly growth in numbers, where they are given and not from the flow'),
            delivery: deviation.default(0.2).describe('Of the part of the mitigations that is delivered'),
          })
          .default({ incomeGrowth: 0.01, inflation: 0.01, numbers: 0.01, delivery: 0.2 }),
      })
      .exactOptional(),
    assumptions: z
      .array(
        z.strictObject({
          field: z.string().max(200),
          basis: z.enum(['stated', 'derived', 'assumed', 'calibrated']),
          text: z.string().max(1000),
        }),
      )
      .max(100)
      .default([])
      .describe('Where figures come from; repeated in the answer'),
  })
  .meta({ id: 'Finance' });

export type Finance = z.output<typeof financeSchema>;
