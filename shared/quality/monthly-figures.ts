import type { MetricDefinition } from '../catalogue/metric.ts';
import type { Dimensions } from '../facts/cell.ts';
import type { Facts, SpokenCell } from '../facts/fold.ts';
import type { Month } from '../period/month.ts';
import { asMonth } from '../period/period.ts';

/** A known figure of a month and the file that says it. */
export type MonthlyFigure = { readonly month: Month; readonly value: number; readonly cell: SpokenCell };

/** The known monthly figures of a metric as files give it, in order of month. */
export type MonthlyFigures = {
  readonly definition: MetricDefinition;
  readonly dimensions: Dimensions;
  readonly figures: readonly MonthlyFigure[];
};

/** Every monthly series of the council's own figures; forecasts of a year's end are none. */
export function monthlyFigures(
  facts: Facts,
  catalogue: readonly MetricDefinition[],
): readonly MonthlyFigures[] {
  const definitions = new Map(catalogue.map((definition) => [definition.id, definition]));
  return [...facts.values()]
    .flatMap(({ series, cells }): readonly MonthlyFigures[] => {
      const definition = definitions.get(series.metric);
      if (series.role !== 'actual' || !definition || definition.nature === 'year-end') return [];
      const figures = [...cells].flatMap(([period, cell]) => {
        const month = asMonth(period);
        return month === undefined || cell.value === null ? [] : [{ month, value: cell.value, cell }];
      });
      figures.sort((a, b) => (a.month < b.month ? -1 : 1));
      return figures.length === 0 ? [] : [{ definition, dimensions: series.dimensions, figures }];
    })
    .sort((a, b) => (a.definition.id < b.definition.id ? -1 : 1));
}

/** The middle of some numbers; undefined of none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** The figures of other files than that of one figure where there are enough, else all others. */
export function otherFigures(
  figures: readonly MonthlyFigure[],
  figure: MonthlyFigure,
  enough: number,
): readonly number[] {
  const others = figures.filter((other) => other !== figure);
  const ofOtherFiles = others.filter(({ cell }) => cell.drop.key !== figure.cell.drop.key);
  return (ofOtherFiles.length >= enough ? ofOtherFiles : others).map(({ value }) => value);
}
