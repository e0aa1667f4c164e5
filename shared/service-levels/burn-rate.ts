import type { Objective } from './objectives.ts';

/** Days over which an objective is kept. */
export const BUDGET_DAYS = 30;

/** Fewer bad events than these ring nothing: of ten requests in a night one may fail. */
export const LEAST_BAD = 5;

/** Minutes of the long window, which must be sure, and of the short one, which must still go on. */
type Window = { readonly long: number; readonly short: number; readonly budgetSpent: number };

/**
 * An alarm at the rate at which the error budget burns: it rings while both windows are above `badShare`.
 * `burnRate` 1 spends the budget in exactly 30 days.
 */
export type BurnAlarm = Window & { readonly burnRate: number; readonly badShare: number };

/**
 * Fast: 2% of the month's budget within an hour. Slow: 5% within six. The short window is a twelfth, so that the alarm
 * ends soon after the cause. Source: The Site Reliability Workbook, chapter 5, "Multiwindow, multi-burn-rate alerts".
 */
const windows = {
  fast: { long: 60, short: 5, budgetSpent: 0.02 },
  slow: { long: 360, short: 30, budgetSpent: 0.05 },
} as const satisfies Record<string, Window>;

/** The alarms of an objective, with shares of bad events 0–1. */
export function burnAlarms({
  target,
}: Pick<Objective, 'target'>): Readonly<Record<keyof typeof windows, BurnAlarm>> {
  const alarm = (window: Window): BurnAlarm => {
    const burnRate = (window.budgetSpent * BUDGET_DAYS * 24 * 60) / window.long;
    return { ...window, burnRate, badShare: Math.min(1, burnRate * (1 - target)) };
  };
  return { fast: alarm(windows.fast), slow: alarm(windows.slow) };
}
