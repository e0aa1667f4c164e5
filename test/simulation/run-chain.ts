import * as z from 'zod';
import type { AlertMessage } from '../../shared/alerting/alert.ts';
import { compareSeverity, type Severity } from '../../shared/alerting/condition.ts';
import { groupMessages } from '../../shared/alerting/group.ts';
import { alertMessageSchema, alertStateSchema } from '../../shared/recompute/alert-views.ts';
import { ALERTS_PART, MESSAGES_PART, seriesPart } from '../../shared/recompute/part-names.ts';
import type { RunHead } from '../../shared/recompute/run.ts';
import { seriesSchema } from '../../shared/recompute/views.ts';
import type { Shown } from './shown.ts';
import type { Basis } from './small-counts.ts';
import { expectWithheld, type WithheldSoFar } from './withheld.ts';

/** The committed runs of an area so far: which messages they hold, and where each alert stands. */
export type RunChain = {
  /** Ids of all messages as they go out. */
  readonly ids: Set<string>;
  readonly alerts: Map<string, { transition: number; open: Severity | null }>;
  readonly withheld: WithheldSoFar;
};

/** Before the first run. */
export function newChain(): RunChain {
  return { ids: new Set(), alerts: new Map(), withheld: { things: new Set(), small: new Set() } };
}

/**
 * What is wrong with a run that has just become current: it must follow the one before it, be there as a whole, show
 * what it was made from, to callers without small numbers none of these, and tell of each alert's next transition and
 * no other.
 */
export function expectNextRun(
  chain: RunChain,
  head: RunHead,
  before: RunHead | undefined,
  parts: ReadonlyMap<string, string> | undefined,
  basis: Basis | undefined,
): string[] {
  const wrong: string[] = [];
  if (head.previous !== (before?.runId ?? null) || head.sequence !== (before?.sequence ?? 0) + 1)
    wrong.push(`10: run ${head.runId} took the place of ${before?.runId}, which it does not follow`);
  const part = (name: string): unknown => JSON.parse(parts?.get(`${head.runId} ${name}`) ?? 'null');
  const messages = z.array(alertMessageSchema).safeParse(part(MESSAGES_PART));
  const alerts = z.array(alertStateSchema).safeParse(part(ALERTS_PART));
  if (!messages.success || !alerts.success) return [...wrong, `3: run ${head.runId} shows and is not whole`];
  const keys = alerts.data.map(({ dedupKey }) => dedupKey);
  if (new Set(keys).size !== keys.length) wrong.push(`15: run ${head.runId} has two alerts for a condition`);
  for (const message of messages.data) wrong.push(...expectTransition(chain, message));
  for (const { id } of groupMessages(messages.data)) chain.ids.add(id);
  if (basis) {
    wrong.push(...expectFigures(head, part(seriesPart('ehcp.active', {})), basis.shown));
    wrong.push(...expectWithheld(head.runId, part, chain.withheld, basis.small));
  }
  return wrong;
}

function expectTransition({ alerts }: RunChain, message: AlertMessage): string[] {
  const { dedupKey, id, action, severity, reminder } = message;
  if (reminder !== null) {
    const open = alerts.get(dedupKey)?.open;
    return open === severity ? [] : [`15: ${id} reminds of an alert that is ${open ?? 'shut'}`];
  }
  const stands = alerts.get(dedupKey) ?? { transition: 0, open: null };
  const transition = stands.transition + 1;
  alerts.set(dedupKey, { transition, open: action === 'resolve' ? null : severity });
  if (id !== `${dedupKey}.${transition}`)
    return [`4: the alert ${dedupKey} stood at ${stands.transition}, then came ${id}`];
  const allowed =
    action === 'resolve'
      ? stands.open !== null
      : stands.open === null || compareSeverity(severity, stands.open) > 0;
  return allowed ? [] : [`15: ${id} says ${action} ${severity} of an alert that is ${stands.open ?? 'shut'}`];
}

/** The points of EHCPs that a run shows are those of the files that it was made from: all of a file or nothing. */
function expectFigures(head: RunHead, part: unknown, basis: Shown): string[] {
  const points = part === null ? [] : seriesSchema.parse(part).points;
  const shown = points.map(({ period, value, status }) => `${period} ${value} ${status ?? null}`);
  const should = figuresOf(basis);
  return JSON.stringify(shown) === JSON.stringify(should)
    ? []
    : [`3: run ${head.runId} shows [${shown.join('; ')}] and was made from [${should.join('; ')}]`];
}

/** EHCPs of what shows, month by month: period, value, status. */
export function figuresOf(shown: Shown): string[] {
  return [...shown]
    .filter(([cell]) => cell.startsWith('ehcp.active '))
    .map(([cell, text]) => `${cell.slice('ehcp.active '.length)} ${text.slice(0, text.indexOf(' in row'))}`)
    .sort();
}
