import type { MetricDefinition } from '../catalogue/metric.ts';
import type { Facts } from '../facts/fold.ts';
import { type RegisterEntry, registerEntries } from '../facts/register.ts';
import type { Period } from '../period/period.ts';
import { compareRatings, isKnown } from '../rating/combine.ts';
import { type Rating, ratings } from '../rating/rating.ts';

/** What officers rated at an update, and when that became known; null where they left it blank: not published. */
export type OfficerReport = {
  readonly rating: Rating | null;
  readonly knownAt: string;
  readonly update: Period | null;
  /** What they rated: the metric itself, the condition that it is evidence of, or a programme. */
  readonly of: 'metric' | 'condition' | 'programme';
};

/** The same of the council as a whole. */
export type OfficersSaid = Omit<OfficerReport, 'of'>;

/** Reports by what they are about, in order of the update. */
export type OfficerBook = {
  readonly ofMetric: (subject: Subject) => readonly OfficerReport[];
  readonly ofCondition: (condition: string) => readonly OfficerReport[];
  readonly ofProgramme: (programme: string) => readonly OfficerReport[];
  /** What they say of the council as a whole. */
  readonly overall: readonly OfficersSaid[];
  /** The programmes that they have rated, or left blank. */
  readonly programmes: readonly string[];
};

type Subject = Pick<MetricDefinition, 'id' | 'condition'>;

/**
 * What officers have reported by what the facts hold: of a metric, like with like, in order of the update; of the
 * metric itself where they rate it, else of the condition that it is evidence of; and of a programme. The registers are read
 * once.
 */
export function officerBook(facts: Facts): OfficerBook {
  const rated = registerEntries(facts, 'officer-ratings');
  const conditions = registerEntries(facts, 'conditions');
  const ofCondition = (condition: string) => {
    const named = reportsOf(rated, 'subject', `condition:${condition}`, 'condition');
    return named.some(({ rating }) => rating !== null)
      ? named
      : reportsOf(conditions, 'condition', condition, 'condition');
  };
  return {
    ofCondition,
    overall: saidOf(rated, 'subject', 'overall'),
    programmes: rated.flatMap(
      ({ identity }) => /^programme:(.+)$/s.exec(identity['subject'] ?? '')?.[1] ?? [],
    ),
    ofProgramme: (programme) => reportsOf(rated, 'subject', `programme:${programme}`, 'programme'),
    ofMetric: ({ id, condition }) => {
      const own = reportsOf(rated, 'subject', `metric:${id}`, 'metric');
      return own.some(({ rating }) => rating !== null) || condition === undefined
        ? own
        : ofCondition(condition);
    },
  };
}

/** The same of one metric. */
export function officerReports(subject: Subject, facts: Facts): readonly OfficerReport[] {
  return officerBook(facts).ofMetric(subject);
}

function reportsOf(
  entries: readonly RegisterEntry[],
  column: string,
  name: string,
  of: OfficerReport['of'],
): readonly OfficerReport[] {
  return saidOf(entries, column, name).map((said) => ({ ...said, of }));
}

function saidOf(entries: readonly RegisterEntry[], column: string, name: string): readonly OfficersSaid[] {
  return entries
    .filter(({ identity }) => identity[column] === name)
    .flatMap(({ updates }) => updates.toReversed())
    .map(({ update, fields, drop }) => {
      const rating = ratings.find((each) => each === fields['rating']) ?? null;
      return { rating, knownAt: drop.knownAt, update };
    });
}

/** The first report of at least so bad a rating; undefined where officers have never gone so far. */
export function firstAsBad(reports: readonly OfficerReport[], rating: Rating): OfficerReport | undefined {
  return reports.find(
    (report) =>
      report.rating !== null && isKnown(report.rating) && compareRatings(report.rating, rating) >= 0,
  );
}
