import { type Answer, askAll, type List } from './ask.ts';
import type { Item } from './described.ts';
import { below, query } from './questions.ts';

export type Condition = Item<'GET /areas/{area}/conditions'>;
export type Workstream = Item<'GET /areas/{area}/programme'>;
export type Milestone = Item<'GET /areas/{area}/milestones'>;
export type Risk = Item<'GET /areas/{area}/risks'>;
export type Intervention = Item<'GET /areas/{area}/interventions'>;
export type Recommendation = Item<'GET /areas/{area}/recommendations'>;

/** A measure that a condition names, with what it says. */
export type Evidence = Condition['evidence'][number];
/** Who answers for what is red, and what nobody has said of it yet. */
export type Red = NonNullable<Condition['red']>;
/** What officers rate at each update. */
export type Rated = Pick<Risk, 'rating' | 'ratings' | 'movement' | 'update'>;

/** Every register of a council. */
export type RegisterAnswers = {
  readonly conditions: Answer<List<Condition>>;
  readonly programme: Answer<List<Workstream>>;
  readonly milestones: Answer<List<Milestone>>;
  readonly risks: Answer<List<Risk>>;
  readonly interventions: Answer<List<Intervention>>;
  readonly recommendations: Answer<List<Recommendation>>;
};

/** Asks for every register at once: one that fails leaves the others standing. */
export async function askRegisters(area: string, asOf: string | undefined): Promise<RegisterAnswers> {
  const [conditions, programme, milestones, risks, interventions, recommendations] = await Promise.all([
    askRegister<Condition>('conditions', area, asOf),
    askRegister<Workstream>('programme', area, asOf),
    askRegister<Milestone>('milestones', area, asOf),
    askRegister<Risk>('risks', area, asOf),
    askInterventions(area, asOf),
    askRegister<Recommendation>('recommendations', area, asOf),
  ]);
  return { conditions, programme, milestones, risks, interventions, recommendations };
}

/** Asks for the register of interventions alone. */
export function askInterventions(
  area: string,
  asOf: string | undefined,
): Promise<Answer<List<Intervention>>> {
  return askRegister('interventions', area, asOf);
}

function askRegister<Item>(
  name: keyof RegisterAnswers,
  area: string,
  asOf: string | undefined,
): Promise<Answer<List<Item>>> {
  return askAll<Item>(`${below(area)}/${name}${query({ limit: '200', asOf })}`);
}
