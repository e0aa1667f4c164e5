import { dimensionsId } from '../../facts/cell.ts';
import type { RatingItem, RollUpView, SeriesView } from '../views.ts';
import { latestRows, outcomeRollUps, outcomeSummary } from './outcome-summary.ts';
import type { OutcomeSummary } from './outcome-summary-view.ts';
import { type OutcomesInput, type StageOutcomes, stageOutcomes } from './scorecards.ts';

/** All that a run says of results of schools. */
export type Outcomes = {
  readonly stages: readonly StageOutcomes[];
  readonly summary: OutcomeSummary;
  readonly rollUps: readonly RollUpView[];
  /** The same series, rated by its gap where nothing else rates it. */
  readonly ratedSeries: (view: SeriesView) => SeriesView;
  readonly ratedItem: (item: RatingItem) => RatingItem;
};

/** Scorecards, gaps and ratings of results, from series as their readers see them. */
export function outcomesOf(input: OutcomesInput): Outcomes {
  const stages = stageOutcomes(input);
  const summary = outcomeSummary(stages, input.book);
  const latest = new Map(
    stages
      .flatMap(latestRows)
      .flatMap(({ row, year }) =>
        row.rating === null || year === null
          ? []
          : [[nameOf(row), { period: year, rating: row.rating, reasons: row.reasons }] as const],
      ),
  );
  return {
    ...{ stages, summary, rollUps: outcomeRollUps(summary) },
    ratedSeries(view) {
      const found = view.rating === null ? latest.get(nameOf(view)) : undefined;
      return found ? { ...view, rating: found } : view;
    },
    ratedItem(item) {
      const found = item.rating === null ? latest.get(nameOf(item)) : undefined;
      return found ? { ...item, ...found } : item;
    },
  };
}

function nameOf({ metric, dimensions }: Pick<RatingItem, 'metric' | 'dimensions'>): string {
  return `${metric}|${dimensionsId(dimensions)}`;
}
