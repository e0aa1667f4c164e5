import type { OwnBounds } from '../disclosure/relations/plan-bounds.ts';
import { leaveOf, rulesOf } from '../settings/rule.ts';
import type { Setting } from '../settings/setting.ts';

/** A breach this far past the amber bound is believed at once. Source: contract, default bounds. */
const FIRM_PART = 1.25;

/**
 * By metric, the fractions of the plan at which a council's own rules have ever changed a rating: each version, also one
 * that is over, for an earlier day is rated by it.
 */
export function ownBoundsOf(settings: readonly Setting[]): OwnBounds {
  const metrics = new Set(settings.filter(({ kind }) => kind === 'rule').map(({ id }) => id));
  return new Map(
    [...metrics].map((metric) => [
      metric,
      rulesOf(settings, metric).flatMap(({ bounds }) =>
        bounds === null
          ? []
          : [
              ...[bounds.amber, bounds.red].flatMap((bound) => [bound.enter, leaveOf(bound)]),
              bounds.amber.enter * FIRM_PART,
            ],
      ),
    ]),
  );
}
