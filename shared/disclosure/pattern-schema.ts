import * as z from 'zod';

/**
 * What is withheld of an area from callers who may not see small numbers, fixed by a run: it speaks of the drops that
 * the run has judged, and such callers see no other.
 */
export const patternSchema = z.object({
  /** Figures and ratings by their names (`shown-things.ts`), sorted. */
  withheld: z.array(z.string()),
  /** Ids of the committed drops. */
  judged: z.array(z.string()),
});

export type Pattern = z.output<typeof patternSchema>;

/** Before anything is known. */
export const nothingWithheld: Pattern = { withheld: [], judged: [] };
