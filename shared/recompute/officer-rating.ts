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
  /** Their last rating of a stage of school or a group of pupils, by any of the names that people write for it. */
  readonly ofPupils: (kind: 'stage' | 'group', names: readonly string[]) => Rating | null;
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
    const named = reportsOf(rated, is(`condition:${condition}`), 'subject', 'condition');
    return named.some(({ rating }) => rating !== null)
      ? named
      : reportsOf(conditions, is(condition), 'condition', 'condition');
  };
  return {
    ofCondition,
    overall: saidOf(rated, is('overall'), 'subject'),
    programmes: rated.flatMap(
      ({ identity }) => /^programme:(.+)$/s.exec(identity['subject'] ?? '')?.[1] ?? [],
    ),
    ofProgramme: (programme) => reportsOf(rated, is(`programme:${programme}`), 'subject', 'programme'),
    ofPupils: (kind, names) => {
      const wanted = new Set(names.map((name) => plain(`${kind}:${name}`)));
      return saidOf(rated, (subject) => wanted.has(plain(subject)), 'subject').at(-1)?.rating ?? null;
    },
    ofMetric: ({ id, condition }) => {
      const own = reportsOf(rated, is(`metric:${id}`), 'subject', 'metric');
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
  named: (name: string) => boolean,
  column: string,
  of: OfficerReport['of'],
): readonly OfficerReport[] {
  return saidOf(entries, named, column).map((each) => ({ ...each, of }));
}

function saidOf(
  entries: readonly RegisterEntry[],
  named: (name: string) => boolean,
  column: string,
): readonly OfficersSaid[] {
  return entries
    .filter(({ identity }) => named(identity[column] ?? ''))
    .flatMap(({ updates }) => updates.toReversed())
    .map(({ update, fields, drop }) => {
      const rating = ratings.find((each) => each === fields['rating']) ?? null;
      return { rating, knownAt: drop.knownAt, update };
    });
}

function is(wanted: string): (name: string) => boolean {
  return (name) => name === wanted;
}

/** Case, spacing and punctuation do not tell names apart: `Key Stage 2` is `key-stage-2`. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The first report of at least so bad a rating; undefined where officers have never gone so far. */
export function firstAsBad(reports: readonly OfficerReport[], rating: Rating): OfficerReport | undefined {
  return reports.find(
    (report) =>
      report.rating !== null && isKnown(report.rating) && compareRatings(report.rating, rating) >= 0,
  );
}
