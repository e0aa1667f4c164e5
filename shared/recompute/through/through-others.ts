import { dimensionsId } from '../../facts/cell.ts';
import type { AreaSeries } from '../figures.ts';
import { monthly } from './monthly.ts';
import type { Inputs, Route } from './route.ts';
import { routeTo } from './routes.ts';

/** The route to a whole series through other metrics, and what of them is known; undefined where there is none. */
export function throughOthers(
  { series }: AreaSeries,
  all: readonly AreaSeries[],
): { readonly route: Route; readonly inputs: Inputs } | undefined {
  const route = routeTo(series.metric);
  if (!route || dimensionsId(series.dimensions) !== dimensionsId({})) return undefined;
  const wanted = new Set([route.metric, ...route.needs, ...route.uses]);
  const inputs = new Map(
    all.flatMap(({ series: other }) => {
      if (!wanted.has(other.metric) || dimensionsId(other.dimensions) !== dimensionsId({})) return [];
      const history = monthly(other.points);
      return history ? [[other.metric, history] as const] : [];
    }),
  );
  return { route, inputs };
}
