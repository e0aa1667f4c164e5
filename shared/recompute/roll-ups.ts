import type { MetricDefinition } from '../catalogue/metric.ts';
import type { Facts } from '../facts/fold.ts';
import { registerEntries } from '../facts/register.ts';
import { ratings } from '../rating/rating.ts';
import { type RollUp, rollUp } from '../rating/roll-up.ts';
import type { OfficerBook } from './officer-rating.ts';
import type { RatingItem, RollUpView } from './views.ts';

/**
 * Each condition from the metrics that are its evidence, with what officers say of it, and each programme from its
 * workstreams as last reported. A metric counts once: in its 12-month form only where that is the one that counts
 * for the whole, and without its splits.
 */
export function rollUps(
  items: readonly RatingItem[],
  catalogue: readonly MetricDefinition[],
  facts: Facts,
  book: OfficerBook,
): RollUpView[] {
  const counted = catalogue.filter(countsInRollUp);
  const conditions = [...new Set(counted.flatMap(({ condition }) => condition ?? []))].sort();
  return [
    ...conditions.flatMap((condition) => {
      const members = counted
        .filter((each) => each.condition === condition)
        .flatMap(({ id, shortName }) => {
          const item = items.find((each) => each.metric === id && isWhole(each));
          return item ? [{ id, name: shortName, rating: item.rating }] : [];
        });
      if (members.length === 0) return [];
      const found = rollUp(`Condition ${condition}`, members);
      const officerRating = book.ofCondition(condition).at(-1)?.rating ?? null;
      return [{ kind: 'condition' as const, id: condition, ...viewOf(found), officerRating }];
    }),
    ...programmeRollUps(facts, book),
  ];
}

/** True for a metric that counts for its condition: once, and in its 12-month form only where that is the headline. */
export function countsInRollUp({ supporting, derivation, headline }: MetricDefinition): boolean {
  return !supporting && (headline || derivation?.kind !== 'rolling-12');
}

function isWhole({ dimensions }: RatingItem): boolean {
  return Object.keys(dimensions).every((name) => name === 'financialYear');
}

/**
 * Each programme from its workstreams as last reported. A programme that only officers rate, without a workstream yet,
 * is there too, and grey.
 */
export function programmeRollUps(facts: Facts, book: OfficerBook): RollUpView[] {
  const workstreams = Map.groupBy(
    registerEntries(facts, 'programme'),
    ({ identity }) => identity['programme'] ?? '',
  );
  const names = new Set([...workstreams.keys(), ...book.programmes]);
  return [...names].map((programme) => {
    const entries = workstreams.get(programme) ?? [];
    const members = entries.map(({ identity, updates }) => {
      const name = identity['workstream'] ?? '';
      return {
        id: name,
        name,
        rating: ratings.find((each) => each === updates[0]?.fields['status']) ?? null,
      };
    });
    const found = viewOf(rollUp(`Programme ${programme}`, members));
    return {
      kind: 'programme' as const,
      id: programme,
      ...found,
      officerRating: book.ofProgramme(programme).at(-1)?.rating ?? null,
    };
  });
}

function viewOf({ reasons, decidedBy, ...found }: RollUp): Omit<RollUpView, 'kind' | 'id' | 'officerRating'> {
  return { ...found, reasons: [...reasons], decidedBy: [...decidedBy] };
}
