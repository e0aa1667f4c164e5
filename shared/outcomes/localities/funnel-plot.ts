import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Point } from '../../derive/point.ts';
import { percentText } from '../../rating/figure-text.ts';
import { isIllustration } from '../illustration.ts';
import { type FunnelLimits, type FunnelPosition, funnelLimits, positionOf } from './funnel.ts';

/** A place with its share, or why it has none. */
export type Place = {
  readonly locality: string;
  readonly value: number | null;
  readonly status?: string;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly illustration: boolean;
};

export type JudgedPlace = Place & {
  /** Null where the number of pupils is not known or not shown, or no mean can be told. */
  readonly limits: FunnelLimits | null;
  readonly position: FunnelPosition | null;
  readonly text: string;
};

export type FunnelPlot = {
  /** Share of all pupils of the places whose counts are shown; null where there are none. */
  readonly mean: number | null;
  readonly pupils: number;
  readonly places: readonly JudgedPlace[];
};

/** Of a place its share by a metric. */
export function placeOf(locality: string, point: Point): Place {
  const { value, status, numerator, denominator } = point;
  return {
    ...{ locality, value, illustration: isIllustration(point) },
    ...(status !== undefined && { status }),
    ...(value !== null && numerator !== undefined && { numerator }),
    ...(value !== null && denominator !== undefined && { denominator }),
  };
}

/** Of a place the share of its pupils who are of a group: both counted where the same results were. */
export function shareOfGroup(locality: string, group: Point | undefined, all: Point): Place {
  const illustration = isIllustration(all) || (group !== undefined && isIllustration(group));
  const [numerator, denominator] = [group?.denominator, all.denominator];
  if (
    all.value !== null &&
    group?.value !== null &&
    numerator !== undefined &&
    denominator !== undefined &&
    denominator > 0
  )
    return { locality, value: numerator / denominator, numerator, denominator, illustration };
  const status = [all, group].some((point) => point?.status === 'c') ? 'c' : 'not-collected';
  return { locality, value: null, status, illustration };
}

/** Every place beside the mean of all, with the limits that chance alone keeps to: a few pupils point at nobody. */
export function funnelPlot(
  places: readonly Place[],
  { better }: Pick<MetricDefinition, 'better'>,
): FunnelPlot {
  const counted = places.flatMap(({ numerator, denominator }) =>
    numerator === undefined || denominator === undefined ? [] : [{ numerator, denominator }],
  );
  const pupils = counted.reduce((sum, each) => sum + each.denominator, 0);
  const mean = pupils === 0 ? null : counted.reduce((sum, each) => sum + each.numerator, 0) / pupils;
  return { mean, pupils, places: places.map((place) => judged(place, mean, better)) };
}

function judged(place: Place, mean: number | null, better: MetricDefinition['better']): JudgedPlace {
  const { locality, value, status, numerator, denominator } = place;
  const unjudged = (why: string) => ({ ...place, limits: null, position: null, text: `${locality}: ${why}` });
  if (value === null)
    return unjudged(
      status === 'c'
        ? 'not shown, so that no pupil can be recognised.'
        : `no figure (${status ?? 'no reason given'}).`,
    );
  if (mean === null || numerator === undefined || !denominator)
    return unjudged(`${percentText(value)}; without a number of pupils it cannot be told from chance.`);
  const limits = funnelLimits(mean, denominator);
  const position = positionOf(numerator / denominator, limits);
  const text = `${locality}: ${percentText(value)} of ${denominator.toLocaleString('en-GB')} pupils, ${positionText(position, better)} (all places ${percentText(mean)}).`;
  return { ...place, limits, position, text };
}

function positionText(position: FunnelPosition, better: MetricDefinition['better']): string {
  if (position === 'within') return 'no further from the mean than chance explains';
  const side = position.endsWith('below') ? 'below' : 'above';
  const how = position.startsWith('far-')
    ? 'further than chance explains 998 times in 1,000'
    : 'further than chance explains 95 times in 100';
  const good =
    better === 'neither'
      ? ''
      : (side === 'above') === (better === 'higher')
        ? ', which is good'
        : ', which is not good';
  return `${side} the mean, ${how}${good}`;
}
