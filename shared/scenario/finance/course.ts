import type { Finance } from './finance-schema.ts';

/** What may turn out otherwise than a scenario says; years are counted from its first. */
export type Course = {
  /** Growth of income, and inflation, from the year before to a year. */
  readonly incomeGrowth: (year: number) => number;
  readonly inflation: (year: number) => number;
  /** Factors on children, unit costs, what mitigations do, and the transfer; 1 leaves them as they are. */
  readonly numbers: (year: number) => number;
  readonly unitCosts: number;
  readonly mitigations: number;
  readonly transfer: number;
};

/** The course that the scenario itself says. */
export function plannedCourse({ incomeGrowth, inflation }: Finance): Course {
  const factors = { unitCosts: 1, mitigations: 1, transfer: 1 };
  return { incomeGrowth: () => incomeGrowth, inflation: () => inflation, numbers: () => 1, ...factors };
}
