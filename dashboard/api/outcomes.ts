import type { stageIds } from '../../shared/catalogue/outcomes/stages.ts';
import type { Scorecard } from '../../shared/recompute/outcomes/scorecard-view.ts';
import type { Address } from '../address.ts';
import { type Answer, ask } from './ask.ts';
import type { Answers } from './described.ts';
import { below, query } from './questions.ts';

type StageId = (typeof stageIds)[number];

/** The gaps of one result over the years. */
export type Gaps = Answers['GET /areas/{area}/gaps/{metric}'];

/** The results of a stage of school in a year; of the latest without one. */
export function askScorecard(
  area: string,
  stage: string,
  { year, asOf }: Pick<Address, 'year' | 'asOf'>,
): Promise<Answer<Scorecard>> {
  return ask(`${below(area)}/scorecards/${encodeURIComponent(stage)}${query({ year, asOf })}`);
}

export function askGaps(
  area: string,
  { metric, dimensions, asOf }: Pick<Address, 'dimensions' | 'asOf'> & { readonly metric: string },
): Promise<Answer<Gaps>> {
  return ask(`${below(area)}/gaps/${encodeURIComponent(metric)}${query({ ...dimensions, asOf })}`);
}

/** The stage that a page shows when none is asked for. */
export const FIRST_STAGE: StageId = 'ks2';
