import type { Count, Relation } from '../../shared/disclosure/count-table.ts';
import { isSmall, THRESHOLD } from '../../shared/disclosure/policy.ts';
import type { Random } from '../simulation/random.ts';

/** A table that is being made. */
export type Draft = {
  readonly counts: Map<string, Count>;
  readonly relations: Relation[];
  readonly costs: Map<string, number>;
};

/** A count: mostly a small one. */
export function size(random: Random): number {
  const most = random.pick([4, 12, 12, 40, 300]);
  return random.below(most);
}

export function add({ counts }: Draft, id: string, value: number, shownBy: string | undefined): void {
  const small = isSmall(value) && shownBy !== undefined;
  const lowest = small ? 0 : shownBy === undefined ? value : THRESHOLD;
  counts.set(id, {
    id,
    value,
    shownBy,
    small,
    lowest,
    highest: small ? THRESHOLD - 1 : Number.POSITIVE_INFINITY,
  });
}
