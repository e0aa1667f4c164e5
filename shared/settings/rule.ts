import * as z from 'zod';
import type { Setting } from './setting.ts';

const fraction = z.number().positive().max(100);
const confirmation = z
  .strictObject({ periods: z.int().min(1).max(12), of: z.int().min(1).max(12) })
  .meta({ id: 'Confirmation', description: 'So many of the last so many known periods' });

const boundSchema = z
  .strictObject({
    enter: fraction.describe('Entered at this fraction of the plan worse than plan, `0.02`'),
    leave: fraction
      .exactOptional()
      .describe('Left below this fraction; three quarters of `enter` when left out'),
  })
  .meta({ id: 'RuleBound' });

/** A council's own bounds against its plan, as people write them. */
export const ruleBoundsSchema = z
  .strictObject({
    amber: boundSchema,
    red: boundSchema,
    entering: confirmation
      .default({ periods: 1, of: 1 })
      .meta({ description: 'How many periods past a bound make the rating worse' }),
    leaving: confirmation
      .default({ periods: 2, of: 3 })
      .meta({ description: 'How many periods below where it is left make it better' }),
  })
  .meta({ id: 'RuleBounds' });

export type RuleBounds = z.output<typeof ruleBoundsSchema>;

/** One version of a council's rule for a metric; `bounds` null takes the rule back. */
export type CouncilRule = {
  readonly version: number;
  readonly bounds: RuleBounds | null;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  /** First and last day (England) that a period may end on to be rated by it. */
  readonly validFrom: string;
  readonly validTo: string | null;
};

const bodySchema = z.object({ bounds: ruleBoundsSchema.nullable(), reason: z.string() });

/** Every version of the rule of a metric, the first first; throws when one was not written by this product. */
export function rulesOf(settings: readonly Setting[], metric: string): readonly CouncilRule[] {
  return settings
    .filter(({ kind, id }) => kind === 'rule' && id === metric)
    .sort((a, b) => a.version - b.version)
    .map(({ version, body, by, at, validFrom = at.slice(0, 10), validUntil = null }) => ({
      ...{ version, ...bodySchema.parse(body), by, at, validFrom, validTo: validUntil },
    }));
}

/**
 * The rule for a period that ends on a day: of the versions valid on that day the one written last; undefined where
 * there is none, or where it takes the rule back.
 */
export function ruleOn(
  rules: readonly CouncilRule[],
  day: string,
): (CouncilRule & { readonly bounds: RuleBounds }) | undefined {
  const rule = rules.findLast(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  );
  return rule?.bounds ? { ...rule, bounds: rule.bounds } : undefined;
}

/** Where a bound is left: three quarters of where it is entered, unless it says so itself. */
export function leaveOf({ enter, leave }: RuleBounds['amber']): number {
  // Without the last digits that binary arithmetic invents: 0.07 × 0.75 is 0.0525.
  return leave ?? Number((enter * 0.75).toPrecision(12));
}

export type RuleProblem = { readonly field: string; readonly message: string };

/** Everything that would let a worse figure rate better, or let a bound never be left. */
export function ruleProblems({ amber, red, entering, leaving }: RuleBounds): readonly RuleProblem[] {
  const wrong = (is: boolean, field: string, message: string): RuleProblem[] =>
    is ? [{ field: `bounds.${field}`, message }] : [];
  return [
    ...wrong(
      red.enter < amber.enter,
      'red.enter',
      `Red begins at ${red.enter} and amber at ${amber.enter}: red is the worse of the two, so give it at least ${amber.enter}.`,
    ),
    ...wrong(
      leaveOf(red) < leaveOf(amber),
      'red.leave',
      `Red is left at ${leaveOf(red)}, below where amber is (${leaveOf(amber)}): a rating would go from red to green. Give it at least ${leaveOf(amber)}.`,
    ),
    ...(['amber', 'red'] as const).flatMap((level) => {
      const { enter, leave } = { amber, red }[level];
      return wrong(
        leave !== undefined && leave > enter,
        `${level}.leave`,
        `A bound cannot be left at ${leave}, above where it is entered (${enter}). Give at most ${enter}.`,
      );
    }),
    ...(['entering', 'leaving'] as const).flatMap((way) => {
      const { periods, of } = { entering, leaving }[way];
      return wrong(
        periods > of,
        `${way}.periods`,
        `There cannot be ${periods} of ${of} periods. Give at most ${of}.`,
      );
    }),
  ];
}
