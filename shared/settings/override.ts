import * as z from 'zod';
import { ratings } from '../rating/rating.ts';
import type { Setting } from './setting.ts';

/** What an officer says of a metric beside the data, until an instant; `rating` null takes it back. */
export type Override = {
  readonly version: number;
  readonly rating: (typeof ratings)[number] | null;
  readonly reason: string;
  /** ISO; null where it takes one back. */
  readonly until: string | null;
  readonly by: string;
  readonly at: string;
};

const bodySchema = z.object({
  rating: z.enum(ratings).nullable(),
  reason: z.string(),
  until: z.iso.datetime().nullable(),
});

/** Every version of the override of a metric, the first first; throws when one was not written by this product. */
export function overridesOf(settings: readonly Setting[], metric: string): readonly Override[] {
  return settings
    .filter(({ kind, id }) => kind === 'override' && id === metric)
    .sort((a, b) => a.version - b.version)
    .map(({ version, body, by, at }) => ({ version, ...bodySchema.parse(body), by, at }));
}

/** The override in force at an instant (ISO): the last written by then, unless it took one back or has expired. */
export function overrideAt(
  overrides: readonly Override[],
  instant: string,
): (Override & { readonly rating: NonNullable<Override['rating']> }) | undefined {
  const last = overrides.findLast(({ at }) => at <= instant);
  if (!last || last.rating === null || last.until === null || last.until < instant) return undefined;
  return { ...last, rating: last.rating };
}

/** When overrides end, of all metrics and versions; what is said of a metric may change at these instants. */
export function overridesEnd(settings: readonly Setting[]): readonly string[] {
  const ends = settings.flatMap(({ kind, body }) =>
    kind === 'override' ? (bodySchema.parse(body).until ?? []) : [],
  );
  return [...new Set(ends)].sort();
}
