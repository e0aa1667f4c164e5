import { createHash } from 'node:crypto';
import { metrics } from '../catalogue/metrics.ts';
import { type Drop, isCommitted } from '../facts/drop.ts';
import { dayInLondon } from '../period/london.ts';
import { recomputeAsKnown } from '../recompute/as-known.ts';
import { dropsOf } from '../recompute/drops-of.ts';
import { partsOf } from '../recompute/run-parts.ts';
import { type Setting, settingsKnownAt } from '../settings/setting.ts';
import type { ComputePorts } from './ports.ts';
import { type Remembered, remembering } from './remembered.ts';
import { rememberedCellsOf } from './remembered-cells.ts';
import { type Sight, settledIn } from './sight.ts';

export type Parts = Readonly<Record<string, unknown>>;

// One page asks several routes about the same day.
const MOST_REMEMBERED = 8;
const remembered = new WeakMap<ComputePorts['drops'], Remembered<Parts>>();

/**
 * The parts of the run that what was known at an instant gives, for those who see it so. It holds the whole recompute:
 * functions/api loads this only when somebody asks for another day.
 */
export async function partsAsKnown(
  area: string,
  at: Date,
  sight: Sight,
  ports: ComputePorts,
): Promise<Parts> {
  const [drops, settled] = await Promise.all([dropsOf(area, ports), ports.settings.list(area)]);
  const judged = sight.kind === 'protected' ? new Set(sight.pattern.judged) : undefined;
  const then = drops.filter(
    (drop) => new Date(drop.knownAt) <= at && (!judged || !isCommitted(drop) || judged.has(drop.id)),
  );
  const settings = settingsKnownAt(settledIn(sight, settled), at);
  const remember = remembered.get(ports.drops) ?? remembering<Parts>(MOST_REMEMBERED);
  remembered.set(ports.drops, remember);
  const pattern = sight.kind === 'protected' ? sight.pattern : undefined;
  return await remember(questionOf(area, { drops: then, settings }, at, sight), async () =>
    partsOf(
      recomputeAsKnown(
        area,
        { drops: then, ...(await rememberedCellsOf(area, drops, ports)), settings },
        metrics,
        at,
        pattern,
      ),
    ),
  );
}

type Then = { readonly drops: readonly Drop[]; readonly settings: readonly Setting[] };

/** Equal for equal answers: the area, the day, who sees it, each drop known by then with its state, and each setting. */
function questionOf(area: string, { drops, settings }: Then, at: Date, sight: Sight): string {
  const known = drops.map(({ id, state, knownAt }) => `${id} ${state} ${knownAt}`).sort();
  const settled = settings.map(({ kind, id, version }) => `${kind} ${id} ${version}`).sort();
  const seen = sight.kind === 'whole' ? 'whole' : `protected by ${sight.runId ?? 'no run'}`;
  return createHash('sha256')
    .update(JSON.stringify([area, dayInLondon(at), seen, known, settled]))
    .digest('hex');
}
