import type { OutcomeLine } from './outcome.ts';

/** Lines of several scenarios side by side: one value for each of them, in their order; null where it says nothing. */
export type ComparedLine = {
  readonly metric: string;
  readonly unmitigated: boolean;
  readonly points: readonly { readonly period: string; readonly values: (number | null)[] }[];
};

/** Each line that any of the scenarios has, over all their periods. */
export function compared(outcomes: readonly (readonly OutcomeLine[])[]): readonly ComparedLine[] {
  const keyOf = ({ metric, unmitigated }: OutcomeLine) => `${metric} ${unmitigated}`;
  const kinds = new Map(outcomes.flat().map((line) => [keyOf(line), line]));
  return [...kinds].map(([key, { metric, unmitigated }]) => {
    const columns = outcomes.map((lines) => {
      const points = lines.find((line) => keyOf(line) === key)?.points ?? [];
      return new Map(points.map(({ period, value }) => [period, value]));
    });
    const periods = [...new Set(columns.flatMap((column) => [...column.keys()]))].sort();
    return {
      ...{ metric, unmitigated },
      points: periods.map((period) => ({
        period,
        values: columns.map((column) => column.get(period) ?? null),
      })),
    };
  });
}
