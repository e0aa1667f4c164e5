import { groupPartitions } from '../../catalogue/breakdowns/groups.ts';
import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Relation } from '../count-table.ts';
import { partNames } from '../counts-of.ts';
import type { AllSaid, Said, SaidSeries } from '../said.ts';
import { seriesName } from '../shown-things.ts';
import { combinations } from './combinations.ts';

/**
 * Groups and their total, for each split of each metric: where the groups add up to the total, anybody may take it
 * that they always do; where they fall short, that they cannot be more.
 */
export function splitRelations(
  said: AllSaid,
  definitions: ReadonlyMap<string, MetricDefinition>,
): readonly Relation[] {
  return [...groupsByTotal(said), ...partitions(said)].flatMap(({ total, groups, expected }) => {
    const whole = said.series.get(total);
    const definition = whole && definitions.get(whole.metric);
    if (!whole || !definition) return [];
    const parts = definition.pupils ? (['whole'] as const) : (['numerator', 'denominator'] as const);
    return [...whole.periods].flatMap(([period, totals]) =>
      combinations(said, (instant) => {
        const sum = totals[instant];
        const there = groups.flatMap((group) => group.periods.get(period)?.[instant] ?? []);
        return sum && there.length > 0 ? [sum, ...there] : undefined;
      }).flatMap(([sum, ...there]) =>
        parts.flatMap((part) => (sum ? relationOf(part, sum, there, expected) : [])),
      ),
    );
  });
}

/** `expected`: how many groups there are where none is missing. */
type Split = { readonly total: string; readonly groups: readonly SaidSeries[]; readonly expected: number };

/** Each total with the groups that part it by what they are: of all groups at once, most overlap. */
function partitions({ series }: AllSaid): readonly Split[] {
  const byRest = Map.groupBy(
    [...series.values()].filter(({ dimensions }) => dimensions['group'] !== undefined),
    ({ metric, dimensions }) => seriesName(metric, { ...dimensions, group: '' }),
  );
  return [...byRest.values()].flatMap((each) => {
    const [first] = each;
    if (!first) return [];
    const { metric, dimensions } = first;
    const { group: _, ...rest } = dimensions;
    return groupPartitions.flatMap(({ of, parts }): readonly Split[] => {
      const groups = each.filter((one) => parts.includes(one.dimensions['group'] ?? ''));
      const total = seriesName(metric, of === undefined ? rest : { ...rest, group: of });
      return groups.length === 0 ? [] : [{ total, groups, expected: parts.length }];
    });
  });
}

/** Each total with the series of one of its splits. */
function groupsByTotal({ series }: AllSaid): readonly Split[] {
  const found = new Map<string, { total: string; groups: SaidSeries[] }>();
  for (const each of series.values()) {
    for (const key of Object.keys(each.dimensions)) {
      const { [key]: _, ...others } = each.dimensions;
      const total = seriesName(each.metric, others);
      const split = found.get(`${total}\n${key}`) ?? { total, groups: [] };
      split.groups.push(each);
      found.set(`${total}\n${key}`, split);
    }
  }
  return [...found.values()].map((split) => ({ ...split, expected: split.groups.length }));
}

function relationOf(
  part: keyof typeof partNames,
  total: Said,
  groups: readonly Said[],
  expected: number,
): readonly Relation[] {
  const figure = (said: Said) => (part === 'whole' ? said.value : said[part]) ?? null;
  const sum = figure(total);
  const known = groups.filter((group) => figure(group) !== null);
  if (sum === null || known.length === 0) return [];
  const added = known.reduce((all, group) => all + (figure(group) ?? 0), 0);
  if (added > sum) return [];
  const terms = [
    ...known.map(({ id }) => ({ count: `${id}${partNames[part]}`, times: 1 })),
    { count: `${total.id}${partNames[part]}`, times: -1 },
  ];
  const complete = added === sum && known.length === expected;
  return [{ terms, lowest: complete ? 0 : Number.NEGATIVE_INFINITY, highest: 0 }];
}
