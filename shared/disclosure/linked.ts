import type { Count, CountTable, Relation } from './count-table.ts';

/** A relation with its counts by place. */
export type LinkedRelation = Omit<Relation, 'terms'> & {
  readonly terms: readonly { readonly at: number; readonly times: number }[];
  /** Σ times × count of the true values. */
  readonly sum: number;
};

/** A table whose counts know their relations. */
export type Linked = {
  readonly counts: readonly Count[];
  readonly relations: readonly LinkedRelation[];
  /** By the place of a count, the places of the relations that speak of it, and how often each counts it. */
  readonly relationsOf: readonly (readonly { readonly at: number; readonly times: number }[])[];
};

/** Links a table up. A relation that names an unknown count is a mistake of the caller and throws. */
export function linked({ counts, relations }: CountTable): Linked {
  const places = new Map(counts.map(({ id }, at) => [id, at]));
  const relationsOf = counts.map((): { at: number; times: number }[] => []);
  const found = relations.map(({ terms, ...relation }, index): LinkedRelation => {
    const placed = terms.map(({ count, times }) => {
      const at = places.get(count);
      if (at === undefined) throw new Error(`A relation speaks of the count ${count}, which is not there`);
      relationsOf[at]?.push({ at: index, times });
      return { at, times };
    });
    const sum = placed.reduce((total, { at, times }) => total + times * (counts[at]?.value ?? 0), 0);
    return { ...relation, terms: placed, sum };
  });
  return { counts, relations: found, relationsOf };
}

/** True while a reader is not shown it. */
export function isWithheld(
  { shownBy }: { readonly shownBy?: string | undefined },
  withheld: ReadonlySet<string>,
): boolean {
  return shownBy !== undefined && withheld.has(shownBy);
}
