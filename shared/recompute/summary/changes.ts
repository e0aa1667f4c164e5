import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Veil } from '../../disclosure/veil.ts';
import { type FigureChange, figureChanges, knownInstants } from '../figure-changes.ts';
import type { Known } from '../figures.ts';
import type { Change, Summary } from './summary-view.ts';

// Three instants at which something became known: two refreshes and what the papers between them added.
const INSTANTS = 3;
const MOST = 40;

/** What the figures that became known last changed; under a veil, of those only that are shown whole. */
export function latestChanges(
  known: Known,
  catalogue: readonly MetricDefinition[],
  now: Date,
  veil?: Veil,
): Summary['changes'] {
  const instants = knownInstants(known, now);
  const compared = instants.slice(-INSTANTS);
  const [since] = compared;
  if (since === undefined) return { since: null, total: 0, items: [] };
  const changes = figureChanges(known, catalogue, compared, instants.at(-INSTANTS - 1)).filter((change) =>
    isShownWhole(change, veil),
  );
  return { since, total: changes.length, items: changes.slice(0, MOST).map(described) };
}

/** That a withheld figure was restated, or was not, would itself tell something of it. */
export function isShownWhole(
  { definition, dimensions, period }: Pick<FigureChange, 'definition' | 'dimensions' | 'period'>,
  veil: Veil | undefined,
): boolean {
  return veil === undefined || veil.figure(definition.id, dimensions, period) === 'whole';
}

function described({ definition, dimensions, before, after, ...change }: FigureChange): Change {
  return {
    ...{ metric: definition.id, shortName: definition.shortName, unit: definition.unit },
    dimensions: { ...dimensions },
    ...{ period: change.period, kind: change.kind },
    ...{ from: before?.value ?? null, to: after?.value ?? null, status: after?.status ?? null },
    ...{ knownAt: change.knownAt, drop: after?.source.drop.id ?? null },
  };
}
