import { dimensionsId } from '../facts/cell.ts';
import { comparePeriods, type Period } from '../period/period.ts';
import { statement } from '../rating/statement.ts';
import type { EarlierAnswers } from './earlier.ts';
import type { RatingChange } from './rating-change.ts';
import type { RatingItem, SeriesView } from './views.ts';

export type ChangesInput = {
  /** Each series' answers as they stand, and as the run before had them; `changes` is all that was kept until then. */
  readonly now: readonly RatingItem[];
  readonly before: EarlierAnswers | undefined;
  /** The ratings of every period, each series in order of period. */
  readonly history: readonly RatingItem[];
  /** The figures that are rated, as they are shown. */
  readonly series: readonly SeriesView[];
  readonly recordedAt: string;
  readonly input: string | null;
};

/**
 * Every change of the three answers, with what a run adds to those that were kept before. A file that brings several months
 * changes the rating month by month, each change with when its figure became known, so no level is skipped silently; the
 * first run of an area, or the first after its table was lost, so tells anew what the files have said.
 */
export function ratingChanges(given: ChangesInput): readonly RatingChange[] {
  const { items, changes } = given.before ?? { items: [], changes: [] };
  const input = { ...given, shown: new Map(given.series.map((series) => [nameOf(series), series])) };
  const before = new Map(items.map((item) => [nameOf(item), item]));
  const kept = new Set(changes.map(nameOf));
  const history = Map.groupBy(input.history, nameOf);
  const found = input.now.flatMap((item) => {
    const name = nameOf(item);
    const was = before.get(name);
    const passed = was || !kept.has(name) ? between(history.get(name) ?? [], was?.period, item.period) : [];
    return [...ratingsOf([...passed, item], was, input), ...answersOf(item, was, input)];
  });
  const present = new Set(input.now.map(nameOf));
  const gone = items.filter((item) => !present.has(nameOf(item)) && item.rating !== null);
  return [...changes, ...found, ...gone.map((item) => goneOf(item, input))];
}

/** Periods rated after one and before another: what was so up to the one is told already, the other is told as it shows. */
function between(
  rated: readonly RatingItem[],
  after: Period | null | undefined,
  until: Period | null,
): readonly RatingItem[] {
  return rated.filter(
    ({ period }) =>
      period !== null &&
      until !== null &&
      comparePeriods(period, until) < 0 &&
      (after === null || after === undefined || comparePeriods(period, after) > 0),
  );
}

function ratingsOf(
  steps: readonly RatingItem[],
  was: RatingItem | undefined,
  input: Looked,
): readonly RatingChange[] {
  let from = was?.rating ?? null;
  return steps.flatMap((item) => {
    if (item.rating === from) return [];
    const change = { of: 'rating', from, to: item.rating, reason: item.reasons[0] ?? null } as const;
    from = item.rating;
    return [changeOf(item, change, input)];
  });
}

function answersOf(item: RatingItem, was: RatingItem | undefined, input: Looked): readonly RatingChange[] {
  return (['variation', 'assurance'] as const).flatMap((of) => {
    const [from, to] = [was?.[of]?.state ?? null, item[of]?.state ?? null];
    // What was never said is no news while it still cannot be said.
    if (from === to || (from === null && (to === 'not-enough' || to === 'not-applicable'))) return [];
    return [changeOf(item, { of, from, to, reason: item[of]?.reasons[0] ?? null }, input)];
  });
}

function goneOf(item: RatingItem, input: Looked): RatingChange {
  const reason = statement('no-figure', `${item.name}: no figure of it is known any more.`);
  const { metric, dimensions, rating: from } = item;
  return changeOf({ metric, dimensions, period: null }, { of: 'rating', from, to: null, reason }, input);
}

function changeOf(
  { metric, dimensions, period }: Subject,
  change: Pick<RatingChange, 'of' | 'from' | 'to' | 'reason'>,
  { shown, recordedAt, input }: Looked,
): RatingChange {
  const knownAt = knownAtOf({ metric, dimensions, period }, shown);
  return { metric, dimensions, ...change, period, knownAt, recordedAt, input };
}

function knownAtOf(subject: Subject, shown: Looked['shown']): string | null {
  const points = shown.get(nameOf(subject))?.points ?? [];
  return points.find(({ period }) => period === subject.period)?.knownAt ?? null;
}

/** With the shown series by name. */
type Looked = ChangesInput & { readonly shown: ReadonlyMap<string, SeriesView> };

type Subject = Pick<RatingItem, 'metric' | 'dimensions' | 'period'>;

function nameOf({ metric, dimensions }: Pick<Subject, 'metric' | 'dimensions'>): string {
  return `${metric}|${dimensionsId(dimensions)}`;
}
