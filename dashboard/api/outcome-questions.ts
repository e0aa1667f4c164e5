import type { Unit } from '../../shared/catalogue/metric.ts';
import type { FunnelLimits, FunnelPosition } from '../../shared/outcomes/localities/funnel.ts';
import type { Period } from '../../shared/period/period.ts';
import { type Answer, ask, askAll, type List } from './ask.ts';
import { below, query } from './questions.ts';

type Better = 'lower' | 'higher' | 'neither';
type Years = { readonly year: Period | null; readonly years: readonly Period[] };
type Counted = { readonly pupils: number | null; readonly status?: string };

export type CohortItem = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'followed' | 'year-group';
  readonly illustration: boolean;
  readonly text: string;
};
type Beside = { readonly value: number; readonly gap: number; readonly standing: string } | null;
export type CohortStep = Counted & {
  readonly period: Period;
  readonly yearGroup: string;
  readonly metric: string;
  readonly name: string;
  readonly unit: Unit;
  readonly value: number | null;
  readonly council: Beside;
  readonly national: Beside;
  readonly illustration: boolean;
  readonly text: string;
};
export type CohortAnswer = CohortItem & { readonly caution: string; readonly steps: readonly CohortStep[] };

export type OverlapItem = Counted & {
  readonly of: 'exact' | 'at-least';
  readonly groups: readonly string[];
  readonly name: string;
};
export type VennPart = Counted & {
  readonly inside: readonly string[];
  readonly outside: readonly string[];
  readonly name: string;
};
export type OverlapsAnswer = Years & {
  readonly items: readonly OverlapItem[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly venn: { readonly groups: readonly string[]; readonly parts: readonly VennPart[] } | null;
  readonly illustration: boolean;
  readonly text: string;
};

type Coefficient = { readonly value: number; readonly lower: number | null; readonly upper: number | null };
type Measured = { readonly metric: string; readonly name: string; readonly unit: Unit };
export type CorrelationAnswer = Years & {
  readonly x: Measured;
  readonly y: Measured;
  readonly by: 'locality' | 'neighbour' | 'year';
  readonly n: number;
  readonly pairs: readonly {
    readonly id: string;
    readonly name: string;
    readonly x: number;
    readonly y: number;
    readonly illustration: boolean;
  }[];
  readonly excluded: readonly { readonly id: string; readonly name: string; readonly reason: string }[];
  readonly pearson: Coefficient | null;
  readonly spearman: Coefficient | null;
  readonly method: string;
  readonly illustration: boolean;
  readonly text: string;
  readonly caution: string;
};

export type PlaceItem = {
  readonly locality: string;
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly limits: FunnelLimits | null;
  readonly position: FunnelPosition | null;
  readonly text: string;
};
export type LocalitiesAnswer = Years & {
  readonly items: readonly PlaceItem[];
  readonly name: string;
  readonly better: Better;
  readonly mean: number | null;
  readonly pupils: number;
  readonly caution: string;
  readonly illustration: boolean;
};

type TypeFigure = Counted & { readonly value: number | null };
export type SchoolTypeItem = {
  readonly metric: string;
  readonly name: string;
  readonly unit: Unit;
  readonly academy: TypeFigure;
  readonly maintained: TypeFigure;
  readonly gap: number | null;
  readonly gapInPupils: number | null;
  readonly beyondChance: boolean | null;
  readonly text: string;
};
export type SchoolTypesAnswer = Years & {
  readonly items: readonly SchoolTypeItem[];
  readonly caution: string;
  readonly illustration: boolean;
};

type Said = Readonly<Record<string, string | undefined>>;

/** The cohorts of a council. */
export function askCohorts(area: string, asOf: string | undefined): Promise<Answer<List<CohortItem>>> {
  return askAll(`${below(area)}/cohorts${query({ limit: '200', asOf })}`);
}

/** One cohort, step by step. */
export function askCohort(area: string, id: string, asOf: string | undefined): Promise<Answer<CohortAnswer>> {
  return ask(`${below(area)}/cohorts/${encodeURIComponent(id)}${query({ asOf })}`);
}

/** Pupils by combination of groups. */
export function askOverlaps(area: string, said: Said): Promise<Answer<OverlapsAnswer>> {
  return ask(`${below(area)}/overlaps${query(said)}`);
}

/** Two results side by side. */
export function askCorrelation(area: string, said: Said): Promise<Answer<CorrelationAnswer>> {
  return ask(`${below(area)}/correlations${query(said)}`);
}

/** Places beside their mean. */
export function askLocalities(area: string, said: Said): Promise<Answer<LocalitiesAnswer>> {
  return ask(`${below(area)}/localities${query(said)}`);
}

/** Academies beside maintained schools. */
export function askSchoolTypes(area: string, said: Said): Promise<Answer<SchoolTypesAnswer>> {
  return ask(`${below(area)}/school-types${query(said)}`);
}
