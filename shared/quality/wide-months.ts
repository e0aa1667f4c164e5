import { feedById } from '../catalogue/feeds/feeds.ts';
import type { Drop } from '../facts/drop.ts';
import type { Month } from '../period/month.ts';
import type { MonthlyFigure, MonthlyFigures } from './monthly-figures.ts';

/** What a file with a row a month says of one month, by metric: only what shows. */
export type WideMonth = {
  readonly drop: Drop;
  readonly month: Month;
  readonly figures: ReadonlyMap<string, MonthlyFigure>;
};

/** The rows of wide files, by file and then by month. */
export function wideMonths(all: readonly MonthlyFigures[]): readonly WideMonth[] {
  const rows = new Map<string, { drop: Drop; month: Month; figures: Map<string, MonthlyFigure> }>();
  for (const { definition, dimensions, figures } of all) {
    if (Object.keys(dimensions).length > 0) continue;
    for (const figure of figures) {
      const { drop } = figure.cell;
      if (feedById(drop.feed)?.shape !== 'wide') continue;
      const id = `${drop.key}\n${figure.month}`;
      const row = rows.get(id) ?? { drop, month: figure.month, figures: new Map<string, MonthlyFigure>() };
      row.figures.set(definition.id, figure);
      rows.set(id, row);
    }
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
