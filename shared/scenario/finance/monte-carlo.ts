import { normalStream, uniformStream } from '../../forecast/random.ts';
import type { Period } from '../../period/period.ts';
import type { Deviations } from '../flow/deviations.ts';
import { flowPaths } from '../flow/paths.ts';
import { type Percentiles, percentilesOf } from '../percentiles.ts';
import { balanceYear } from './balance.ts';
import { type Course, plannedCourse } from './course.ts';
import type { Finance } from './finance-schema.ts';
import { flowThrough, numbersByFlow, type TwoNumbers } from './numbers.ts';
import type { FinancePlan } from './plan.ts';
import { financeYears } from './run-finance.ts';
import { yearAfter, yearsAfter } from './years.ts';

export type MonteCarlo = {
  readonly seed: number;
  readonly paths: number;
  readonly years: readonly {
    readonly year: Period;
    readonly inYearBalance: Percentiles;
    readonly cumulativeBalance: Percentiles;
    /** Part of the paths that are in balance from this year on, and that are below the year's limit (null: it has none). */
    readonly balanced: number;
    readonly pastLimit: number | null;
  }[];
};

/**
 * Many courses of a scenario, the same for the same seed. Each year's income growth and inflation vary by themselves;
 * given numbers wander by a yearly error that stays; numbers of a flow take one of its own paths; what mitigations
 * deliver is off by one factor for all years, never below nothing.
 */
export function monteCarlo(
  plan: FinancePlan,
  { seed, paths, deviations }: NonNullable<Finance['monteCarlo']>,
  numbers: TwoNumbers,
  flowDeviations: Deviations | undefined,
): MonteCarlo {
  const normal = normalStream(uniformStream(seed));
  const { finance } = plan;
  const flow = flowThrough(finance);
  const flows = flow && flowDeviations && flowPaths(flow, flowDeviations, paths, seed + 1);
  const numbersOn = flow && numbersByFlow(finance, flow);
  const columns = Array.from({ length: finance.years }, () => ({
    inYear: new Float64Array(paths),
    cumulative: new Float64Array(paths),
    balanced: 0,
    pastLimit: 0,
  }));
  const limits = new Map(
    finance.limits.map(({ year, balance }) => [yearsAfter(finance.from, year), balance]),
  );
  for (let path = 0; path < paths; path++) {
    const course = flows?.next().value;
    const drawn = course && numbersOn?.(course.active);
    const on = drawn ? { mitigated: drawn, unmitigated: drawn } : numbers;
    const years = financeYears(plan, on, courseOf(finance, deviations, drawn !== undefined, normal));
    const reached = balanceYear(years, 'mitigated');
    const from = reached === null ? Number.POSITIVE_INFINITY : yearsAfter(finance.from, reached);
    for (const [at, column] of columns.entries()) {
      const { inYearBalance, cumulativeBalance } = years[at]?.mitigated ?? NOTHING;
      column.inYear[path] = inYearBalance;
      column.cumulative[path] = cumulativeBalance;
      if (at >= from) column.balanced += 1;
      if (cumulativeBalance < (limits.get(at) ?? Number.NEGATIVE_INFINITY)) column.pastLimit += 1;
    }
  }
  return {
    ...{ seed, paths },
    years: columns.map(({ inYear, cumulative, balanced, pastLimit }, at) => ({
      year: yearAfter(finance.from, at),
      inYearBalance: percentilesOf(inYear),
      cumulativeBalance: percentilesOf(cumulative),
      balanced: balanced / paths,
      pastLimit: limits.has(at) ? pastLimit / paths : null,
    })),
  };
}

const NOTHING = { inYearBalance: Number.NaN, cumulativeBalance: Number.NaN };

function courseOf(
  finance: Finance,
  deviations: NonNullable<Finance['monteCarlo']>['deviations'],
  numbersDrawn: boolean,
  normal: () => number,
): Course {
  const yearly = (mean: number, deviation: number) =>
    Array.from({ length: finance.years }, () => Math.max(-0.9, mean + deviation * normal()));
  const growth = yearly(finance.incomeGrowth, deviations.incomeGrowth);
  const inflation = yearly(finance.inflation, deviations.inflation);
  let factor = 1;
  const numbers = yearly(0, deviations.numbers).map((change, year) => {
    if (year > 0) factor *= 1 + change;
    return factor;
  });
  return {
    ...plannedCourse(finance),
    incomeGrowth: (year) => growth[year] ?? finance.incomeGrowth,
    inflation: (year) => inflation[year] ?? finance.inflation,
    numbers: (year) => (numbersDrawn ? 1 : (numbers[year] ?? 1)),
    mitigations: Math.max(0, 1 + deviations.delivery * normal()),
  };
}
