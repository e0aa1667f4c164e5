import { metrics } from '../../catalogue/metrics.ts';
import type { MetricSeries } from '../../derive/point.ts';
import { type AreaFigures, areaFigures } from '../../recompute/figures.ts';
import type { Claims } from '../authorise.ts';
import type { ComputePorts } from '../ports.ts';
import type { Problem } from '../problem.ts';
import { veiledSeries } from '../veiled.ts';
import { type KnownTo, knownAsOf } from './known-as-of.ts';

/** The series of an area as a caller is shown them, and what they come from. */
export type ShownSeries = KnownTo & {
  readonly at: Date;
  readonly figures: AreaFigures;
  readonly series: readonly MetricSeries[];
};

/** Every series of an area at the end of a day, or now, with what is withheld from the caller veiled. */
export async function shownSeries(
  area: string,
  asOf: string | undefined,
  caller: Pick<Claims, 'scopes'>,
  ports: ComputePorts,
): Promise<ShownSeries | Problem> {
  const found = await knownAsOf(area, asOf, caller, ports);
  if (!('known' in found)) return found;
  const figures = areaFigures(area, found.known, metrics, found.at);
  return { ...found, figures, series: figures.all.map(({ series }) => veiledSeries(series, found.veil)) };
}
