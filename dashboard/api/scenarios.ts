import type { Lever } from '../../shared/scenario/flow/levers.ts';
import { type Answer, ask, askAll, type List } from './ask.ts';
import { below, query } from './questions.ts';

/** Something done to change the flow, as a body of the system flow names it. */
export type FlowIntervention = Partial<Record<Lever, number>> & {
  readonly name?: string;
  readonly from: string;
  readonly fullEffectBy?: string;
  readonly inmssGrowth?: number;
  readonly assumed?: boolean;
};

/** The body of a system flow scenario: numbers a month, rates as fractions. */
export type FlowBody = Readonly<Record<Lever, number>> & {
  readonly name?: string;
  readonly start: number;
  readonly from: string;
  readonly horizonMonths: number;
  readonly transferredIn?: number;
  readonly interventions?: readonly FlowIntervention[];
  readonly solveFor?: { readonly lever: Lever; readonly active: number; readonly by: string };
  readonly uncertainty?: { readonly seed: number; readonly paths: number };
};

export type FlowAnswer = {
  readonly netAnnualGrowth: number;
  readonly netAnnualGrowthAtEnd: number;
  readonly assumed: readonly string[];
  readonly months: readonly {
    readonly period: string;
    readonly active: number;
    readonly activeWithoutInterventions: number;
  }[];
  readonly solution: { readonly value: number | null; readonly text: string } | null;
  readonly uncertainty: {
    readonly months: readonly {
      readonly period: string;
      readonly active: { readonly p10: number; readonly p90: number };
    }[];
  } | null;
};

export type Contribution = {
  readonly year: string;
  readonly by: 'dfe' | 'council';
  readonly amount: number;
  readonly onlyMitigated?: boolean;
};

export type Mitigation = {
  readonly name: string;
  readonly saving?: number;
  readonly profile?: readonly number[];
  readonly changes?: readonly { readonly placement: string; readonly children: number }[];
};

/** The body of a finance scenario: pounds, a deficit negative; growth and shares as fractions a year. */
export type FinanceBody = {
  readonly name?: string;
  readonly from: string;
  readonly years: number;
  readonly openingBalance: number;
  readonly income: number;
  readonly incomeGrowth?: number;
  readonly schoolsBlock?: number;
  readonly transferShares?: readonly number[];
  readonly inflation?: number;
  readonly otherSpend?: number;
  readonly contributions?: readonly Contribution[];
  readonly mitigations?: readonly Mitigation[];
  readonly limits?: readonly { readonly year: string; readonly balance: number }[];
  readonly overrideEnds?: string;
  readonly sensitivity?: object;
};

type Moved = {
  readonly change: number;
  readonly cumulativeBalance: number;
  readonly balanceYear: string | null;
};

export type FinanceAnswer = {
  readonly years: readonly {
    readonly year: string;
    readonly income: number;
    readonly spend: number;
    readonly inYearBalance: number;
    readonly cumulativeBalance: number;
    readonly limit: number | null;
    readonly unmitigated: {
      readonly spend: number;
      readonly inYearBalance: number;
      readonly cumulativeBalance: number;
    };
  }[];
  readonly balanceYear: string | null;
  readonly unmitigatedBalanceYear: string | null;
  readonly residualDeficit: number;
  readonly override: {
    readonly ends: string;
    readonly cumulativeBalance: number;
    readonly unmitigatedCumulativeBalance: number;
    readonly reserves: number | null;
    readonly beyondReserves: boolean | null;
  } | null;
  readonly sensitivity:
    | readonly {
        readonly driver: string;
        readonly down: Moved;
        readonly up: Moved;
        readonly swing: number;
      }[]
    | null;
  readonly assumptions: readonly {
    readonly field: string;
    readonly basis: 'stated' | 'derived' | 'assumed' | 'calibrated';
    readonly text: string;
  }[];
};

export type Model = 'system-flow' | 'finance';

/** What is said of a kept scenario without its figures. */
export type KeptItem = {
  readonly name: string;
  readonly model: Model;
  readonly title: string | null;
  readonly version: number;
  readonly by: string;
  readonly at: string;
};

export type KeptScenario = KeptItem &
  (
    | { readonly model: 'system-flow'; readonly scenario: FlowBody }
    | { readonly model: 'finance'; readonly scenario: FinanceBody }
  );

export type Compared = {
  readonly scenarios: readonly KeptItem[];
  readonly lines: readonly {
    readonly metric: string;
    readonly unmitigated: boolean;
    readonly points: readonly { readonly period: string; readonly values: readonly (number | null)[] }[];
  }[];
};

/** What a flow of plans leads to. */
export function askFlow(area: string, body: FlowBody): Promise<Answer<FlowAnswer>> {
  return ask(`${below(area)}/scenarios/system-flow`, { method: 'POST', body });
}

/** What a budget leads to. */
export function askFinance(area: string, body: FinanceBody): Promise<Answer<FinanceAnswer>> {
  return ask(`${below(area)}/scenarios/finance`, { method: 'POST', body });
}

/** The scenarios that a council keeps. */
export function askKept(area: string, asOf: string | undefined): Promise<Answer<List<KeptItem>>> {
  return askAll(`${below(area)}/scenarios${query({ limit: '200', asOf })}`);
}

/** One of them with its figures. */
export function askKeptScenario(area: string, name: string): Promise<Answer<KeptScenario>> {
  return ask(`${below(area)}/scenarios/${encodeURIComponent(name)}`);
}

/** Keeps a scenario as the next version after the one that was read. */
export function keepScenario(
  area: string,
  name: string,
  said: { readonly model: Model; readonly scenario: object; readonly version: number },
): Promise<Answer<KeptItem>> {
  return ask(`${below(area)}/scenarios/${encodeURIComponent(name)}`, { method: 'PUT', body: said });
}

/** Kept scenarios side by side. */
export function askCompared(area: string, names: readonly string[]): Promise<Answer<Compared>> {
  return ask(`${below(area)}/scenarios/compare${query({ names: names.join(',') })}`);
}

/** Makes a plan of a kept scenario. */
export function promote(
  area: string,
  name: string,
  said: { readonly version: number; readonly kind: 'mitigated' | 'budget' | 'target' },
): Promise<Answer<{ readonly trajectory: string; readonly key: string; readonly rows: number }>> {
  return ask(`${below(area)}/scenarios/${encodeURIComponent(name)}/promote`, { method: 'POST', body: said });
}
