import { type Entry, type EntryUpdate, numberOf, textOf } from './entry.ts';
import { interventionsAgainst, type Joined, recommendationsNaming, servedBy } from './links.ts';
import type { Movement } from './movements.ts';
import { answerOf, type Red, redOf } from './red.ts';

/** A risk scored so high or higher is a key risk. Source: the dashboard's list "15 and above", facts part B. */
const KEY_SCORE = 15;

export type ScoredUpdate = { readonly update: Entry['update']; readonly score: number | null };

/** What a risk has beside its own columns. */
export type RiskScore = {
  /** Impact × likelihood, 1 to 25; null where one was not scored. */
  readonly score: number | null;
  readonly key: boolean;
  readonly scores: readonly ScoredUpdate[];
  /** From the update before to the last: of the score where both have one, else of the rating. */
  readonly movement: Movement | null;
  readonly interventions: readonly string[];
  /** What these interventions serve, and which metrics they move: where its effect would show. */
  readonly conditions: readonly string[];
  readonly metrics: readonly string[];
  readonly red: Red | null;
};

/** How a risk is scored, whether it is a key one, how it moved, and, when it is red, who does what. */
export function riskScore({ identity, fields, rating, movement, history }: Entry, all: Joined): RiskScore {
  const scores = history.map((each) => ({ update: each.update, score: scoreOf(each) }));
  const [score = null, before = null] = scores.map((each) => each.score);
  const [register = '', risk = ''] = [identity['register'], identity['risk']];
  const answer = {
    ...answerOf(fields, recommendationsNaming('risk', risk, all)),
    action: textOf(fields, 'actionRequired') ?? textOf(fields, 'mitigation'),
  };
  const interventions = interventionsAgainst(register, risk, all);
  return {
    ...{ score, scores },
    key: score !== null && score >= KEY_SCORE,
    movement: score !== null && before !== null ? moved(before, score) : movement,
    interventions,
    ...servedBy(interventions, all),
    red: redOf({ officers: rating }, answer, 'in the feed risks'),
  };
}

function scoreOf({ fields }: EntryUpdate): number | null {
  const [impact, likelihood] = [numberOf(fields, 'impact'), numberOf(fields, 'likelihood')];
  return impact === null || likelihood === null ? null : impact * likelihood;
}

function moved(before: number, now: number): Movement {
  return now > before ? 'worse' : now < before ? 'better' : 'same';
}
