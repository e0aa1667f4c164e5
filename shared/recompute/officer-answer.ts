import type { MetricDefinition } from '../catalogue/metric.ts';
import type { Point } from '../derive/point.ts';
import { dayInLondon } from '../period/london.ts';
import type { Period } from '../period/period.ts';
import { isKnown } from '../rating/combine.ts';
import { disagreementOf, type SaidAt } from '../rating/disagreement.ts';
import { dayText, periodText } from '../rating/period-text.ts';
import type { Rating } from '../rating/rating.ts';
import { type Override, overrideAt } from '../settings/override.ts';
import type { OfficerReport } from './officer-rating.ts';
import type { OfficerAnswer } from './views.ts';

export type OfficersSaid = {
  readonly reports: readonly OfficerReport[];
  readonly overrides: readonly Override[];
};

/** The rating that the data gave a period. */
type Rated = { readonly period: Period; readonly rating: Rating };

/**
 * What officers say of a metric, beside what the data says, and whether the two disagree. An override speaks from when
 * it was written until it expires, is taken back, or officers rate the metric itself anew in a file; what they say of
 * the condition does not replace it. Null where officers have said nothing, or left it blank the last time.
 */
export function officerAnswer(
  {
    definition,
    rated,
    points,
  }: {
    readonly definition: Pick<MetricDefinition, 'shortName' | 'condition'>;
    readonly rated: readonly Rated[];
    readonly points: readonly Point[];
  },
  said: OfficersSaid,
  now: Date,
): OfficerAnswer {
  const instant = now.toISOString();
  const speaks = speaking(said, instant);
  if (!speaks) return { officerRating: null, officer: null, disagreement: null };
  const today = dayInLondon(now);
  const subject = { name: definition.shortName, officersOf: sourceText(speaks, definition.condition) };
  const dayOf = (at: string) => dayInLondon(new Date(at));
  return {
    officerRating: speaks.rating,
    officer: {
      ...{ rating: speaks.rating, of: speaks.of, update: speaks.update, reason: speaks.reason },
      ...{ by: speaks.by, since: speaks.since, until: speaks.until },
    },
    disagreement: disagreementOf(timeline(rated, points, said, instant), today, subject, dayOf),
  };
}

/** The same now, and, while an override speaks, what they will say when it has ended. */
export function officersNowAndAfter(
  about: Parameters<typeof officerAnswer>[0],
  said: OfficersSaid,
  now: Date,
): { readonly officers: OfficerAnswer; readonly after?: OfficerAnswer } {
  const officers = officerAnswer(about, said, now);
  const until = officers.officer?.of === 'override' ? officers.officer.until : null;
  if (until === null) return { officers };
  return { officers, after: officerAnswer(about, said, new Date(justAfter(until))) };
}

type Speaking = NonNullable<OfficerAnswer['officer']>;

function speaking({ reports, overrides }: OfficersSaid, instant: string): Speaking | undefined {
  const report = reports.filter(({ knownAt }) => knownAt <= instant).at(-1);
  const override = overrideAt(overrides, instant);
  if (override && !(report?.of === 'metric' && report.rating !== null && report.knownAt > override.at)) {
    const { rating, reason, by, at, until } = override;
    return { rating, of: 'override', update: null, reason, by, since: at, until };
  }
  if (!report || report.rating === null) return undefined;
  const { rating, of, update, knownAt } = report;
  return { rating, of, update, reason: null, by: null, since: knownAt, until: null };
}

/** What each side had said from each instant on at which one of them said something new, up to now. */
function timeline(
  rated: readonly Rated[],
  points: readonly Point[],
  said: OfficersSaid,
  now: string,
): readonly SaidAt[] {
  const knownAt = new Map(points.map(({ period, source }) => [period, source.drop.knownAt]));
  const data = rated.flatMap(({ period, rating }) => {
    const at = knownAt.get(period);
    return at === undefined || !isKnown(rating) ? [] : [{ at, rating }];
  });
  const instants = [
    ...data.map(({ at }) => at),
    ...said.reports.map((report) => report.knownAt),
    ...said.overrides.flatMap(({ at, until }) => (until === null ? [at] : [at, justAfter(until)])),
  ];
  return [...new Set(instants.filter((at) => at <= now))].sort().map((at) => ({
    at,
    data: data.findLast((each) => each.at <= at)?.rating ?? null,
    officers: speaking(said, at)?.rating ?? null,
  }));
}

/** An override still speaks at the instant that it names as its end. */
function justAfter(instant: string): string {
  return new Date(Date.parse(instant) + 1).toISOString();
}

function sourceText({ of, update, by, until }: Speaking, condition: string | undefined): string {
  if (of === 'override') {
    return `override by ${by}${until === null ? '' : `, until ${dayText(dayInLondon(new Date(until)))}`}`;
  }
  const what = of === 'condition' ? `condition ${condition}` : 'the measure itself';
  return update === null ? what : `${what}, ${periodText(update)}`;
}
