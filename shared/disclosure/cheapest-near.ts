import { isWithheld, type Linked } from './linked.ts';

/** So far is looked for something cheaper than what lies nearest. */
const RINGS = 3;

/** Of what is shown and hangs together with a count, the cheapest; of equals the nearest, then by name. */
export function cheapestNear(
  table: Linked,
  target: number,
  withheld: ReadonlySet<string>,
  costs: ReadonlyMap<string, number>,
): string | undefined {
  const candidates = new Map<string, number>();
  const seen = new Set([target]);
  const looked = new Set<number>();
  let ring = [target];
  for (let distance = 0; ring.length > 0 && (distance < RINGS || candidates.size === 0); distance += 1) {
    const note = (thing: string) => candidates.has(thing) || candidates.set(thing, distance);
    const next: number[] = [];
    for (const { at: index } of ring.flatMap((at) => table.relationsOf[at] ?? [])) {
      const relation = table.relations[index];
      if (!relation || looked.has(index) || isWithheld(relation, withheld)) continue;
      looked.add(index);
      if (relation.shownBy !== undefined) note(relation.shownBy);
      for (const { at } of relation.terms) {
        const count = table.counts[at];
        if (!count || seen.has(at)) continue;
        seen.add(at);
        if (isWithheld(count, withheld)) next.push(at);
        else if (count.shownBy !== undefined) note(count.shownBy);
      }
    }
    ring = next;
  }
  const cost = (thing: string) => costs.get(thing) ?? 1;
  const [best] = [...candidates].sort(
    ([a, near], [b, far]) => cost(a) - cost(b) || near - far || (a < b ? -1 : 1),
  );
  return best?.[0];
}
