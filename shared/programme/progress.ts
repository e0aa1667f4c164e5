import * as z from 'zod';

export const progressStates = [
  'not-started',
  'on-course',
  'behind-once',
  'behind',
  'not-measurable',
] as const;

const month = z.string().describe('Month, `2025-04`');

/** How far an intervention has come, held against the monthly figures of the metric that it moves. */
export const progressSchema = z
  .object({
    state: z
      .enum(progressStates)
      .describe(
        '`behind`: less than half of what was expected, in two known months or more and by more than chance; `behind-once`: not yet for so long; `not-measurable`: `text` says what is missing',
      ),
    text: z.string(),
    starts: month.nullable().describe('First month with an effect'),
    fullEffectBy: month.nullable(),
    monthsSinceStart: z
      .int()
      .nullable()
      .describe('Months of its effect up to today, the first counted; 0 before it starts'),
    effectDue: z
      .number()
      .nullable()
      .describe('What it alone should add to the metric by the month of the latest figure, by its profile'),
    baseline: z
      .number()
      .nullable()
      .describe('The metric before: as the register says, else the mean of the twelve months before'),
    together: z
      .array(z.string())
      .describe('Interventions that move the same metric and have begun: figures do not tell them apart'),
    months: z
      .array(z.object({ month, expected: z.number(), actual: z.number(), achieved: z.number() }))
      .describe('The metric with all of them: expected, actual, and the part of the effect that is there'),
  })
  .meta({ id: 'InterventionProgress' });

export type InterventionProgress = Readonly<z.output<typeof progressSchema>>;
