import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Veil } from '../../disclosure/veil.ts';
import { type FigureChange, figureChanges, knownInstants } from '../figure-changes.ts';
import type { Known } from '../figures.ts';
import type { Review } from './last-review.ts';
import type { Change, Summary } from './summary-view.ts';

// Without a review: two refreshes and what the papers between them added.
const REFRESHES = 3;
// What is compared grows with the instants: what was known before the last of them counts as known by the first.
const MOST_INSTANTS = 6;
const MOST = 40;

type Compared = { readonly reviewed?: Review | null; readonly veil?: Veil | undefined };

/**
 * What the figures changed that became known since the council last looked at all of them (`reviewed`); under a veil,
 * of those only that are shown whole.
 */
export function latestChanges(
  known: Known,
  catalogue: readonly MetricDefinition[],
  now: Date,
  { reviewed = null, veil }: Compared = {},
): Summary['changes'] {
  const instants = knownInstants(known, now);
  const later = reviewed === null ? instants.slice(-REFRESHES) : instants.filter((at) => at > reviewed.at);
  const since = reviewed?.at ?? later[0] ?? null;
  if (later.length === 0) return { since, reviewed, total: 0, items: [] };
  const before = instants[instants.length - later.length - 1];
  const changes = figureChanges(known, catalogue, later.slice(-MOST_INSTANTS), before).filter((change) =>
    isShownWhole(change, veil),
  );
  return { since, reviewed, total: changes.length, items: changes.slice(0, MOST).map(described) };
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
