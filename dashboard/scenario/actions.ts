import { type Month, parseMonth } from '../../shared/period/month.ts';
import type { Lever } from '../../shared/scenario/flow/levers.ts';
import type { Intervention } from '../api/registers.ts';
import type { FlowIntervention } from '../api/scenarios.ts';

/** Something done to change the flow, as the workbench lists it: one figure, by so much, from a month. */
export type Action = {
  readonly name: string;
  readonly lever: Lever;
  /** Requests or plans a month; of rates a fraction. */
  readonly change: number;
  /** Undefined where nobody has said when. */
  readonly from: Month | undefined;
  /** Whether it is counted. */
  readonly on: boolean;
  /** Whether its month was given by the reader of the page and not by the register. */
  readonly assumed: boolean;
};

const LEVERS: Readonly<Record<string, Lever>> = {
  'ehcp.requests': 'requests',
  'ehcp.no-to-assess-rate': 'noToAssessRate',
  'ehcp.no-to-issue-rate': 'noToIssueRate',
  'ehcp.ceased': 'ceased',
};

const CODES = {
  requests: 'r',
  noToAssessRate: 'a',
  noToIssueRate: 'i',
  ceased: 'c',
} as const satisfies Record<Lever, string>;

/**
 * The interventions of the register that move a figure of the flow by a number, from the month of their full effect;
 * without a month they do not count.
 */
export function registered(items: readonly Intervention[]): readonly Action[] {
  return items.flatMap(({ metric, effectPerMonth, text, id, fullEffectBy, starts, change }) => {
    const lever = LEVERS[metric ?? ''];
    if (lever === undefined || effectPerMonth === null || effectPerMonth === 0) return [];
    const from = parseMonth((fullEffectBy ?? starts ?? '').slice(0, 7));
    const on = from !== undefined && change !== 'Pause';
    return [{ name: text ?? id, lever, change: effectPerMonth, from, on, assumed: false }];
  });
}

/** Actions as they stand in an address: `r*-8*2025-04*1*0*Early help`, one after the other. */
export function actionsText(actions: readonly Action[]): string {
  return actions
    .map(({ name, lever, change, from, on, assumed }) =>
      [CODES[lever], change, from ?? '', on ? 1 : 0, assumed ? 1 : 0, name.replaceAll(/[*|]/g, ' ')].join(
        '*',
      ),
    )
    .join('|');
}

/** Reads them again; what cannot be read is left out. */
export function parseActions(text: string): readonly Action[] {
  return text.split('|').flatMap((each) => {
    const [code, change = '', from = '', on, assumed, name = ''] = each.split('*');
    const lever = leverOf(code);
    if (lever === undefined || !Number.isFinite(Number(change))) return [];
    return [
      {
        name,
        lever,
        change: Number(change),
        from: parseMonth(from),
        on: on === '1',
        assumed: assumed === '1',
      },
    ];
  });
}

/** Those that count, as the model takes them; what begins before the first month is there from the first month on. */
export function counted(actions: readonly Action[], first: Month): readonly FlowIntervention[] {
  return actions.flatMap(({ name, lever, change, from, on, assumed }) =>
    on && from !== undefined
      ? [{ name, from: from < first ? first : from, [lever]: change, ...(assumed && { assumed: true }) }]
      : [],
  );
}

function leverOf(code: string | undefined): Lever | undefined {
  switch (code) {
    case CODES.requests:
      return 'requests';
    case CODES.noToAssessRate:
      return 'noToAssessRate';
    case CODES.noToIssueRate:
      return 'noToIssueRate';
    case CODES.ceased:
      return 'ceased';
    default:
      return undefined;
  }
}
