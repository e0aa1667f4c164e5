import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Facts } from '../../facts/fold.ts';
import { type RegisterEntry, registerEntries } from '../../facts/register.ts';
import { monthInLondon } from '../../period/london.ts';
import { type Month, monthIndex } from '../../period/month.ts';
import type { InterventionProgress } from '../../programme/progress.ts';
import { figureText } from '../../rating/figure-text.ts';
import { periodText } from '../../rating/period-text.ts';
import { isJudgedByMonth } from './judged-by-month.ts';
import { notMeasurable } from './not-measurable.ts';
import { type Profiled, profiled } from './profile.ts';
import { type Figure, type Tracking, track } from './tracking.ts';

/** A series by which interventions are judged: its definition and what is known of it as a whole. */
export type Judging = { readonly definition: MetricDefinition; readonly points: readonly Figure[] };

/**
 * What each intervention should have brought by now and what came, by its id, as of an instant. Interventions that
 * move one metric are held against it together.
 */
export function progressOf(
  facts: Facts,
  judging: (metric: string) => Judging | undefined,
  now: Date,
): ReadonlyMap<string, InterventionProgress> {
  const entries = registerEntries(facts, 'interventions');
  const all = entries.flatMap((entry) => profiled(entry) ?? []);
  const today = monthInLondon(now);
  return new Map(
    entries.map((entry) => {
      const found = profiled(entry);
      const id = entry.identity['id'] ?? '';
      if (found === undefined) return [id, unmeasured(entry)];
      if (found.starts > today) return [id, awaited(found, today, null)];
      const by = judging(found.metric);
      if (by === undefined || !isJudgedByMonth(by.definition))
        return [id, { ...begun(found, today), text: notMeasurable(by?.definition) }];
      const fellows = all.filter(({ metric }) => metric === found.metric);
      return [id, held(found, by, track(fellows, by.points), today)];
    }),
  );
}

const UNKNOWN: InterventionProgress = {
  ...{ state: 'not-measurable', text: '', starts: null, fullEffectBy: null, monthsSinceStart: null },
  ...{ effectDue: null, baseline: null, together: [], months: [] },
};

function unmeasured({ updates }: RegisterEntry): InterventionProgress {
  const { change, effect_per_month: effect } = updates[0]?.fields ?? {};
  const text =
    change === 'Pause'
      ? 'It is paused, so nothing is expected of it.'
      : typeof effect === 'number'
        ? 'The register gives no month for it: say in the register when it starts or has its full effect.'
        : 'The register gives no expected effect: say in the register by how much it moves its metric a month.';
  return { ...UNKNOWN, text };
}

function begun({ starts, full }: Profiled, today: Month): InterventionProgress {
  const monthsSinceStart = Math.max(0, monthIndex(today) - monthIndex(starts) + 1);
  return { ...UNKNOWN, starts, fullEffectBy: full, monthsSinceStart };
}

/** Of what has not begun, or of which no figure since has come. */
function awaited(found: Profiled, today: Month, baseline: number | null): InterventionProgress {
  const text =
    found.starts > today
      ? `Its effect is to begin in ${periodText(found.starts)}.`
      : `Its effect began in ${periodText(found.starts)}; no figure since has come.`;
  return { ...begun(found, today), ...{ state: 'not-started', baseline, effectDue: 0, text } };
}

function held(
  found: Profiled,
  { definition: { shortName, unit } }: Judging,
  tracking: Tracking | undefined,
  today: Month,
): InterventionProgress {
  const known = begun(found, today);
  const last = tracking?.months.at(-1);
  if (last !== undefined && last.month < found.starts)
    return awaited(found, today, tracking?.baseline ?? null);
  if (tracking === undefined || last === undefined)
    return {
      ...known,
      text: `There is nothing to hold it against: ${shortName} needs six known months before ${periodText(found.starts)}, or a baseline in the register, and a figure since.`,
    };
  const { baseline, ids, months, state } = tracking;
  return {
    ...known,
    ...{ baseline, together: [...ids], months: [...months] },
    effectDue: found.effectPerMonth * found.partIn(last.month),
    state: state === 'clear' ? 'on-course' : state === 'pending' ? 'behind-once' : 'behind',
    text: `${shortName}: ${figureText(last.actual, unit)} in ${periodText(last.month)}, expected ${figureText(last.expected, unit)}, before it ${figureText(baseline, unit)}${state === 'clear' ? '; at least half of the effect is there.' : '; less than half of the effect is there.'}`,
  };
}
