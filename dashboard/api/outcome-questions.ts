import { type Answer, ask, askAll, type List } from './ask.ts';
import type { Answers, Item } from './described.ts';
import { below, query } from './questions.ts';

export type CohortItem = Item<'GET /areas/{area}/cohorts'>;
export type CohortAnswer = Answers['GET /areas/{area}/cohorts/{id}'];
export type CohortStep = CohortAnswer['steps'][number];

export type OverlapsAnswer = Answers['GET /areas/{area}/overlaps'];
export type OverlapItem = OverlapsAnswer['items'][number];
export type VennPart = NonNullable<OverlapsAnswer['venn']>['parts'][number];

export type CorrelationAnswer = Answers['GET /areas/{area}/correlations'];

export type LocalitiesAnswer = Answers['GET /areas/{area}/localities'];
export type PlaceItem = LocalitiesAnswer['items'][number];

export type SchoolTypesAnswer = Answers['GET /areas/{area}/school-types'];
export type SchoolTypeItem = SchoolTypesAnswer['items'][number];

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
