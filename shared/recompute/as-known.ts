import type { MetricDefinition } from '../catalogue/metric.ts';
import type { Pattern } from '../disclosure/pattern-schema.ts';
import { settingsKnownAt } from '../settings/setting.ts';
import type { Known } from './figures.ts';
import { type Recomputed, recompute } from './recompute.ts';

/** What was known at an instant: the drops known by then, their cells, and the settings written by then. */
export function knownThen({ drops, blocks, elsewhere = [], settings = [] }: Known, at: Date): Known {
  const then = drops.filter(({ knownAt }) => new Date(knownAt) <= at);
  const versions = new Set(then.map(({ key, versionId }) => `${key}\n${versionId}`));
  const said = ({ file, versionId }: Known['blocks'][number]) => versions.has(`${file}\n${versionId}`);
  return {
    drops: then,
    blocks: blocks.filter(said),
    elsewhere: elsewhere.filter(said),
    settings: settingsKnownAt(settings, at),
  };
}

/**
 * The run that a recompute at an instant would have made from what was known then. No run comes before it: alerts
 * are those that the figures gave, whatever had been delivered or acknowledged, and every forecast is made anew.
 * Links in alerts are paths, `/api/v1/…`. `pattern` is what is withheld from callers without small numbers: the current
 * run's, for what is withheld now was never safe to show.
 */
export function recomputeAsKnown(
  area: string,
  known: Known,
  catalogue: readonly MetricDefinition[],
  at: Date,
  pattern?: Pattern,
): Recomputed {
  return recompute({
    ...{ area, catalogue, now: at, known: knownThen(known, at), ...(pattern && { pattern }) },
    dashboardUrl: '',
    earlier: { alerts: [], forecasts: {} },
  });
}
