import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Point } from '../../derive/point.ts';
import { differenceText } from '../../rating/figure-text.ts';
import { differenceInterval, type Interval } from '../../rating/variation/wilson.ts';
import { isIllustration } from '../illustration.ts';

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
  { shortName, unit }: Pick<MetricDefinition, 'shortName' | 'unit'>,
  academy: Point | undefined,
  maintained: Point | undefined,
): TypeComparison {
  const [a, m] = [figureOf(academy), figureOf(maintained)];
  const illustration = [academy, maintained].some((point) => point !== undefined && isIllustration(point));
  const gap = a.value === null || m.value === null ? null : Number((a.value - m.value).toPrecision(12));
  const counted =
    unit === 'ratio' && a.value !== null && m.value !== null && a.pupils !== null && m.pupils !== null
      ? differenceInterval({ value: a.value, of: a.pupils }, { value: m.value, of: m.pupils })
      : null;
  const gapInPupils =
    gap === null || a.pupils === null || unit !== 'ratio' ? null : Math.round(gap * a.pupils);
  const beyondChance = counted === null ? null : counted.lower > 0 || counted.upper < 0;
  return {
    ...{ academy: a, maintained: m, gap, interval: counted, gapInPupils, beyondChance, illustration },
    text: textOf(shortName, unit, gap, gapInPupils, beyondChance),
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
  name: string,
  unit: MetricDefinition['unit'],
  gap: number | null,
  pupils: number | null,
  beyondChance: boolean | null,
): string {
  if (gap === null) return `${name}: not both figures are there, so that nothing can be compared.`;
  const by = `academies ${gap === 0 ? 'level with' : `${differenceText(gap, unit)} beside`} maintained schools`;
  const counted = pupils === null || pupils === 0 ? '' : `, as much as ${Math.abs(pupils)} of their pupils`;
  const chance =
    beyondChance === null
      ? ' Number of pupils not published: it cannot be told from chance.'
      : beyondChance
        ? ' Chance does not explain it.'
        : ' Chance may explain it.';
  return `${name}: ${by}${counted}.${chance}`;
}
