import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { SplitGap } from '../../monitoring-report/proposals.ts';
import type { Month } from '../../period/month.ts';
import { comparePeriods, financialYearOf } from '../../period/period.ts';
import { decompose, decomposed } from '../../recompute/decomposition/decompose.ts';
import { areaFigures } from '../../recompute/figures.ts';
import type { KnownTo } from '../routes/known-as-of.ts';
import { veiledSeries } from '../veiled.ts';

type Told = KnownTo & { readonly at: Date; readonly catalogue: readonly MetricDefinition[] };

/** The gaps to plan that can be split, each of its last period that is not later than the update, as a caller sees them. */
export function splitGaps(
  area: string,
  update: Month,
  { known, veil, at, catalogue }: Told,
): readonly SplitGap[] {
  const { all, ...figures } = areaFigures(area, known, catalogue, at);
  const veiled = all.map((each) => ({ ...each, series: veiledSeries(each.series, veil) }));
  return decomposed.flatMap((metric) => {
    const definition = catalogue.find(({ id }) => id === metric);
    if (!definition) return [];
    const dimensions = definition.nature === 'year-end' ? { financialYear: financialYearOf(update) } : {};
    const periods = veiled.flatMap(({ series }) =>
      series.metric === metric ? series.points.map(({ period }) => period) : [],
    );
    const by = [...new Set(periods)]
      .filter((period) => comparePeriods(period, update) <= 0)
      .toSorted(comparePeriods)
      .toReversed();
    for (const period of by) {
      const split = decompose(metric, { ...figures, all: veiled }, dimensions, period);
      if (split) return [{ definition, split }];
    }
    return [];
  });
}
