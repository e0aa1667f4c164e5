import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Point } from '../../derive/point.ts';
import type { Interval } from '../../rating/variation/wilson.ts';
import { type Gap, gapBetween } from '../gap.ts';
import { isIllustration } from '../illustration.ts';
import { NO_FIGURE } from '../outcome-figure.ts';
import { gapText } from '../outcome-text.ts';

/** A figure of one type of school, or why there is none. */
export type TypeFigure = {
  readonly value: number | null;
  readonly status?: string;
  readonly pupils: number | null;
};

export type TypeComparison = {
  readonly academy: TypeFigure;
  readonly maintained: TypeFigure;
  /** Academies less maintained schools; a share in fractions. */
  readonly gap: number | null;
  readonly interval: Interval | null;
  /** How many pupils of academies the gap is. */
  readonly gapInPupils: number | null;
  /** Null where the number of pupils is not known: then it is not judged. */
  readonly beyondChance: boolean | null;
  readonly illustration: boolean;
  readonly text: string;
};

const MISSING: TypeFigure = { value: null, status: 'not-collected', pupils: null };

/** Academies beside maintained schools in one result: the gap, what it is in pupils, and whether chance explains it. */
export function compareTypes(
  metric: Pick<MetricDefinition, 'id' | 'shortName' | 'unit' | 'better'>,
  academy: Point | undefined,
  maintained: Point | undefined,
): TypeComparison {
  const illustration = [academy, maintained].some((point) => point !== undefined && isIllustration(point));
  const gap = gapBetween(academy ?? NO_FIGURE, maintained ?? NO_FIGURE, metric);
  const { lower = null, upper = null, beyond = null } = gap?.chance ?? {};
  return {
    ...{ academy: figureOf(academy), maintained: figureOf(maintained), illustration },
    ...{ gap: gap?.difference ?? null, gapInPupils: gap?.pupils ?? null, beyondChance: beyond },
    interval: lower === null || upper === null ? null : { lower, upper },
    text: textOf(metric, gap),
  };
}

function figureOf(point: Point | undefined): TypeFigure {
  if (!point) return MISSING;
  const { value, status, denominator } = point;
  return {
    ...{ value, pupils: value === null ? null : (denominator ?? null) },
    ...(status !== undefined && { status }),
  };
}

function textOf(
  { shortName, unit }: Pick<MetricDefinition, 'shortName' | 'unit'>,
  gap: Gap | undefined,
): string {
  if (gap === undefined) return `${shortName}: not both figures are there, so that nothing can be compared.`;
  const { difference, pupils, chance } = gap;
  const side = difference > 0 ? 'ahead of' : 'behind';
  const how =
    difference === 0
      ? 'academies level with maintained schools'
      : `academies ${gapText(difference, unit)} ${side} maintained schools`;
  const counted = pupils === null || pupils === 0 ? '' : `, as much as ${Math.abs(pupils)} of their pupils`;
  return `${shortName}: ${how}${counted}.${CHANCE[String(chance.beyond)] ?? ''}`;
}

const CHANCE: Readonly<Record<string, string>> = {
  true: ' Chance does not explain it.',
  false: ' Chance may explain it.',
  null: ' Number of pupils not published: it cannot be told from chance.',
};
