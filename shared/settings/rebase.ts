import * as z from 'zod';
import { type Period, parsePeriod } from '../period/period.ts';
import type { Setting } from './setting.ts';

/** From when on a person has said that a process is another one, and why; `from` null takes it back. */
export type Rebase = {
  readonly version: number;
  readonly from: Period | null;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
};

const period = z.string().transform((text, context): Period => {
  const parsed = parsePeriod(text);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: `Not a period: ${text}` });
  return z.NEVER;
});
const bodySchema = z.object({ from: period.nullable(), reason: z.string() });

/** Every version of the new basis of a metric, the first first; throws when one was not written by this product. */
export function rebasesOf(settings: readonly Setting[], metric: string): readonly Rebase[] {
  return settings
    .filter(({ kind, id }) => kind === 'rebase' && id === metric)
    .sort((a, b) => a.version - b.version)
    .map(({ version, body, by, at }) => ({ version, ...bodySchema.parse(body), by, at }));
}

/** What counts of it: the version written last, unless it takes the one before back. */
export function rebasedFrom(
  settings: readonly Setting[],
  metric: string,
): { readonly from: Period; readonly reason: string } | undefined {
  const last = rebasesOf(settings, metric).at(-1);
  return last?.from ? { from: last.from, reason: last.reason } : undefined;
}
