import type { Condition } from '../../alerting/condition.ts';
import { dedupKey } from '../../alerting/dedup-key.ts';
import type { Facts } from '../../facts/fold.ts';
import { registerEntries } from '../../facts/register.ts';
import { differenceText, figureText } from '../../rating/figure-text.ts';
import { periodText } from '../../rating/period-text.ts';
import type { AreaSeries } from '../figures.ts';
import { isJudgedByMonth } from './judged-by-month.ts';
import { type Profiled, profiled } from './profile.ts';
import { type Tracking, track } from './tracking.ts';

/**
 * The conditions "what is done does not show in the figures", one for each metric that the register of interventions
 * says is to move: a warning when less than half of what is expected by then is there for two months.
 */
export function interventionConditions(
  area: string,
  facts: Facts,
  all: readonly AreaSeries[],
  links: (metric: string) => Condition['links'],
): readonly Condition[] {
  const interventions = registerEntries(facts, 'interventions').flatMap((entry) => profiled(entry) ?? []);
  return [...Map.groupBy(interventions, ({ metric }) => metric)].flatMap(([metric, ofMetric]) => {
    const found = all.find(
      ({ series }) => series.metric === metric && Object.keys(series.dimensions).length === 0,
    );
    if (found === undefined || !isJudgedByMonth(found.definition)) return [];
    const tracking = track(ofMetric, found.series.points);
    return tracking === undefined ? [] : [conditionOf(area, found, ofMetric, tracking, links(metric))];
  });
}

function conditionOf(
  area: string,
  { definition: { id: metric, shortName, unit } }: AreaSeries,
  interventions: readonly Profiled[],
  { baseline, ids, months, state }: Tracking,
  links: Condition['links'],
): Condition {
  const last = months.at(-1);
  if (last === undefined) throw new Error('A tracking has a month');
  const since = months[months.findLastIndex(({ achieved }) => achieved >= 0.5) + 1]?.month ?? null;
  const value = figureText(last.actual, unit);
  const expected = figureText(last.expected, unit);
  const named = `${ids.length === 1 ? 'intervention' : 'interventions'} ${ids.join(', ')}`;
  const when = periodText(last.month);
  const effect = interventions.reduce((sum, each) => sum + each.effectPerMonth * each.partIn(last.month), 0);
  const text =
    `${shortName}: ${value} in ${when}, where ${named} should have brought ${expected} by now ` +
    `(${figureText(baseline, unit)} before, ${differenceText(effect, unit)} a month)` +
    (since === null
      ? '; at least half of that is there.'
      : `; less than half of that is there since ${periodText(since)}.`);
  return {
    dedupKey: dedupKey([area, metric, 'interventions']),
    topic: 'on-call',
    area,
    metric,
    state,
    severity: 'warning',
    ...{ rating: null, previousRating: null, period: last.month },
    title:
      state === 'clear'
        ? `${shortName}, interventions on course in ${when}: ${value}`
        : `${shortName}, ${value} in ${when} where interventions should have brought ${expected}`,
    reasons: [
      {
        rule: 'intervention-behind',
        ...{ value: last.actual, bound: last.expected, difference: last.actual - last.expected },
        since,
        text,
      },
    ],
    ...{ value: last.actual, bound: last.expected, since, links },
  };
}
