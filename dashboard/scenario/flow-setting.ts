import { addMonths, type Month, monthIndex, parseMonth } from '../../shared/period/month.ts';
import { type Lever, levers } from '../../shared/scenario/flow/levers.ts';
import type { FlowBody } from '../api/scenarios.ts';
import { type Action, actionsText, counted, parseActions } from './actions.ts';
import { type FlowBase, usualHorizon } from './flow-base.ts';
import { numberIn, type State } from './state.ts';

/** Everything that can be set on the workbench of plans. */
export type FlowSetting = Readonly<Record<Lever | 'start' | 'transferredIn', number>> & {
  readonly from: Month;
  readonly to: Month;
  readonly actions: readonly Action[];
  readonly find: Lever;
  readonly wanted: number;
  readonly by: Month;
  readonly range: boolean;
};

/** The setting that an address says, on the ground of the council's figures or of a kept scenario. */
export function flowSetting(
  state: State,
  base: FlowBase,
  first: FlowSetting | null,
  own: readonly Action[],
): FlowSetting {
  const given = (name: Lever | 'start' | 'transferredIn') =>
    numberIn(state, name, first?.[name] ?? base[name]?.value ?? 0);
  const from = parseMonth(state['from'] ?? '') ?? first?.from ?? base.from;
  const to = parseMonth(state['to'] ?? '') ?? first?.to ?? usualHorizon(from);
  const planned = base.plan?.points.findLast(({ period }) => period <= to)?.value;
  return {
    ...{ requests: given('requests'), ceased: given('ceased'), start: given('start') },
    ...{ noToAssessRate: given('noToAssessRate'), noToIssueRate: given('noToIssueRate') },
    transferredIn: given('transferredIn'),
    ...{ from, to: to < from ? from : to },
    actions: state['actions'] === undefined ? (first?.actions ?? own) : parseActions(state['actions']),
    find: levers.find((each) => each === state['find']) ?? first?.find ?? 'requests',
    wanted: numberIn(state, 'wanted', first?.wanted ?? planned ?? given('start')),
    by: parseMonth(state['by'] ?? '') ?? first?.by ?? to,
    range: state['range'] === '1',
  };
}

/** The setting of a kept scenario; figures that one action moves together stand as one action each. */
export function settingOf(body: FlowBody): FlowSetting | null {
  const from = parseMonth(body.from);
  if (from === undefined) return null;
  const to = addMonths(from, body.horizonMonths - 1);
  const actions = (body.interventions ?? []).flatMap((each) =>
    levers.flatMap((lever): Action[] => {
      const change = each[lever];
      const begins = parseMonth(each.fullEffectBy ?? each.from);
      if (change === undefined || change === 0) return [];
      return [
        { name: each.name ?? '', lever, change, from: begins, on: true, assumed: each.assumed === true },
      ];
    }),
  );
  const { requests, noToAssessRate, noToIssueRate, ceased, start, transferredIn = 0, solveFor } = body;
  return {
    ...{ requests, noToAssessRate, noToIssueRate, ceased, start, transferredIn, from, to, actions },
    find: solveFor?.lever ?? 'requests',
    wanted: solveFor?.active ?? start,
    by: (solveFor && parseMonth(solveFor.by)) ?? to,
    range: false,
  };
}

/** The body that the model takes. */
export function flowBody(setting: FlowSetting): FlowBody {
  const { requests, noToAssessRate, noToIssueRate, ceased, start, transferredIn, from, to } = setting;
  const { actions, find, wanted, by, range } = setting;
  return {
    ...{ requests, noToAssessRate, noToIssueRate, ceased, start, transferredIn, from },
    horizonMonths: monthIndex(to) - monthIndex(from) + 1,
    interventions: counted(actions, from),
    ...(by >= from && { solveFor: { lever: find, active: wanted, by } }),
    ...(range && { uncertainty: { seed: 1, paths: 500 } }),
  };
}

/** What of a setting differs from what the page would begin with, for the address. */
export function flowState(setting: FlowSetting, begun: FlowSetting): State {
  const texts = (of: FlowSetting) => ({
    ...Object.fromEntries(
      [...levers, 'start' as const, 'transferredIn' as const].map((name) => [name, String(of[name])]),
    ),
    ...{ from: of.from, to: of.to, actions: actionsText(of.actions), find: of.find },
    ...{ wanted: String(of.wanted), by: of.by, range: of.range ? '1' : '0' },
  });
  const before: State = texts(begun);
  return Object.fromEntries(Object.entries(texts(setting)).filter(([name, text]) => before[name] !== text));
}
