import type { Unit } from '../../shared/catalogue/metric.ts';
import type { InterventionProgress } from '../../shared/programme/progress.ts';
import type { Rating } from '../../shared/rating/rating.ts';
import { type Answer, askAll, type List } from './ask.ts';
import { below, query } from './questions.ts';

type Text = string | null;

export type Evidence = {
  readonly metric: string;
  readonly name: string;
  readonly unit: Unit;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly period: Text;
  readonly value: number | null;
  readonly rating: Rating | null;
  readonly text: Text;
};

/** Who answers for what is red, and what nobody has said of it yet. */
export type Red = {
  readonly of: 'officers' | 'figures';
  readonly owner: Text;
  readonly action: Text;
  readonly due: Text;
  readonly recommendations: readonly string[];
  readonly missing: readonly string[];
};

export type Rated = {
  readonly rating: Rating | null;
  readonly ratings: readonly { readonly update: Text; readonly rating: Rating | null }[];
  readonly movement: 'better' | 'same' | 'worse' | null;
  readonly update: Text;
};

export type Condition = Rated & {
  readonly condition: string;
  readonly text: Text;
  readonly commentary: Text;
  readonly evidence: readonly Evidence[];
  readonly red: Red | null;
};
export type Workstream = Rated & {
  readonly programme: string;
  readonly workstream: string;
  readonly ownerRole: Text;
  readonly due: Text;
  readonly overdueDays: number | null;
  readonly milestones: { readonly all: number; readonly done: number; readonly overdue: number };
};
export type Milestone = Rated & {
  readonly workstream: string;
  readonly milestone: string;
  readonly due: Text;
  readonly completed: Text;
  readonly done: boolean;
  readonly overdueDays: number | null;
};
export type Risk = Rated & {
  readonly register: string;
  readonly risk: string;
  readonly text: Text;
  readonly impact: number | null;
  readonly likelihood: number | null;
  readonly score: number | null;
  readonly key: boolean;
  readonly ownerRole: Text;
  readonly mitigation: Text;
};
export type Intervention = {
  readonly id: string;
  readonly group: Text;
  readonly text: Text;
  readonly change: Text;
  readonly effectPerMonth: number | null;
  readonly timeframe: Text;
  readonly starts: Text;
  readonly fullEffectBy: Text;
  readonly metric: Text;
  readonly serves: Text;
  readonly progress: InterventionProgress | null;
  readonly stage: 'not-started' | 'under-way' | 'full-effect-due' | 'unknown';
};
export type Recommendation = {
  readonly committee: Text;
  readonly id: string;
  readonly text: Text;
  readonly response: Text;
  readonly ownerRole: Text;
  readonly due: Text;
  readonly status: Text;
  readonly overdueDays: number | null;
};

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
