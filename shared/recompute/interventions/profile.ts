import type { RegisterEntry } from '../../facts/register.ts';
import { addMonths, type Month, monthIndex, parseMonth } from '../../period/month.ts';

/** One intervention with an effect on a metric, month by month. */
export type Profiled = {
  readonly id: string;
  readonly metric: string;
  /** In the unit of the metric, at full effect; it is never 0. */
  readonly effectPerMonth: number;
  /** The first month with an effect, and the first with all of it. */
  readonly starts: Month;
  readonly full: Month;
  /** The part of the effect that is there in a month, 0 to 1. */
  readonly partIn: (month: Month) => number;
  /** What the metric was before, where the register says a figure. */
  readonly baseline: number | null;
};

/**
 * An intervention as the register tells of it last; undefined where it moves no metric by a number from a known month,
 * or is paused. Its profile is `at once`, a list of parts month by month (`25%, 50%, 100%`), or grows evenly from start
 * to full effect, as it also does where the register says nothing else.
 */
export function profiled({ identity, updates }: RegisterEntry): Profiled | undefined {
  const fields = updates[0]?.fields ?? {};
  const { metric, effect_per_month: effect, change, profile, baseline } = fields;
  const from = monthOf(fields['starts']);
  const to = monthOf(fields['full_effect_by']);
  const starts = from ?? to;
  if (typeof metric !== 'string' || typeof effect !== 'number' || effect === 0) return undefined;
  if (starts === undefined || change === 'Pause') return undefined;
  const parts = partsOf(typeof profile === 'string' ? profile : '');
  const full = parts === undefined ? later(starts, to) : addMonths(starts, Math.max(0, parts.length - 1));
  const length = monthIndex(full) - monthIndex(starts) + 1;
  return {
    ...{ id: identity['id'] ?? '', metric, effectPerMonth: effect, starts, full },
    baseline: figureOf(baseline),
    partIn: (month) => {
      const at = monthIndex(month) - monthIndex(starts);
      if (at < 0) return 0;
      return parts === undefined ? Math.min(1, (at + 1) / length) : (parts[at] ?? parts.at(-1) ?? 1);
    },
  };
}

/** The parts that a profile lists, as fractions; undefined where it grows evenly. */
function partsOf(profile: string): readonly number[] | undefined {
  if (/\b(at once|immediate(ly)?|step)\b/i.test(profile)) return [1];
  const numbers = profile.match(/\d+(?:\.\d+)?\s*%?/g) ?? [];
  if (numbers.length < 2) return undefined;
  const percent = profile.includes('%');
  const parts = numbers.map((text) => Number.parseFloat(text) / (percent ? 100 : 1));
  return parts.every((part) => part >= 0 && part <= 1) ? parts : undefined;
}

function figureOf(baseline: unknown): number | null {
  if (typeof baseline === 'number') return baseline;
  const text = typeof baseline === 'string' ? baseline.replaceAll(',', '').trim() : '';
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

function monthOf(date: unknown): Month | undefined {
  return typeof date === 'string' ? parseMonth(date.slice(0, 7)) : undefined;
}

function later(a: Month, b: Month | undefined): Month {
  return b === undefined || b < a ? a : b;
}
