import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Point } from '../../derive/point.ts';
import type { Period } from '../../period/period.ts';
import { isIllustration } from '../illustration.ts';
import { clean } from '../outcome-figure.ts';
import { gapText, outcomeText, schoolYearText } from '../outcome-text.ts';
import { type Standing, standingOf, standingWords } from './standing.ts';

/** A figure to set a cohort's beside. */
export type Beside = { readonly value: number; readonly gap: number; readonly standing: Standing };

/** One result of a cohort, in one school year. */
export type CohortStep = {
  readonly period: Period;
  readonly yearGroup: string;
  readonly metric: string;
  readonly name: string;
  readonly unit: MetricDefinition['unit'];
  readonly better: MetricDefinition['better'];
  readonly value: number | null;
  readonly status?: string;
  readonly pupils: number | null;
  /** All pupils of the council in that year, and of England; null where there is no figure of either side. */
  readonly council: Beside | null;
  readonly national: Beside | null;
  readonly illustration: boolean;
  /** What says the figure; undefined where there is none. */
  readonly point: Point | undefined;
  readonly text: string;
};

/** A number of pupils followed through their school years. */
export type Cohort = {
  readonly id: string;
  readonly name: string;
  /** `followed`: the same anonymous pupils, by a file; `year-group`: all who were in the year, by published results. */
  readonly kind: 'followed' | 'year-group';
  readonly steps: readonly CohortStep[];
};

type About = {
  readonly definition: MetricDefinition;
  readonly period: Period;
  readonly yearGroup: string;
  readonly point: Point | undefined;
  readonly council: number | null;
  readonly national: number | null;
  /** Why there is no figure. */
  readonly why: string;
};

/** A step with its figures to compare with, in a sentence. */
export function stepOf({ definition, period, yearGroup, point, council, national, why }: About): CohortStep {
  const { id, shortName, name, unit, better } = definition;
  const value = point?.value ?? null;
  const status = value === null ? (point?.status ?? 'not-collected') : point?.status;
  const beside = (other: number | null): Beside | null => {
    if (value === null || other === null) return null;
    const gap = clean(value - other);
    return { value: other, gap, standing: standingOf(gap, definition) };
  };
  const [ofCouncil, ofEngland] = [beside(council), beside(national)];
  const said = (place: string, other: Beside | null) =>
    other === null
      ? []
      : other.standing === 'level'
        ? [`level with ${place} (${outcomeText(other.value, unit)})`]
        : [
            `${standingWords[other.standing]} ${place} (${outcomeText(other.value, unit)}) by ${gapText(other.gap, unit)}`,
          ];
  const places = [...said('the council', ofCouncil), ...said('England', ofEngland)].join(', ');
  const what =
    value === null
      ? status === 'c'
        ? 'not shown, so that no pupil can be recognised.'
        : why
      : `${outcomeText(value, unit)}${places === '' ? '' : `, ${places}`}.`;
  return {
    ...{ period, yearGroup, metric: id, name, unit, better, value },
    ...(status !== undefined && { status }),
    pupils: value === null ? null : (point?.denominator ?? null),
    ...{ council: ofCouncil, national: ofEngland, point },
    illustration: point !== undefined && isIllustration(point),
    text: `${shortName}, ${schoolYearText(period)}: ${what}`,
  };
}
