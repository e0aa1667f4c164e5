import type { Period } from '../period/period.ts';

/** The splits of a metric, `{ financialYear: 'FY2024' }`; empty means all. Keys are the query names of the series route. */
export type Dimensions = Readonly<Record<string, string>>;

export type PlanKind = 'mitigated' | 'unmitigated' | 'budget' | 'limit' | 'target';

export type Level = 'la' | 'region' | 'national' | 'stat-neighbours';

/** What a field of a register holds: text, a number, or nothing, which is blank and never a rating. */
export type RegisterField = string | number | null;

/** What a cell speaks of: a figure of the council, a line of a plan, a figure as somebody published it, pupils, or an entry of a register. */
export type SeriesKey =
  | { readonly role: 'actual'; readonly metric: string; readonly dimensions: Dimensions }
  | {
      readonly role: 'plan';
      readonly metric: string;
      readonly dimensions: Dimensions;
      readonly trajectory: string;
      readonly kind: PlanKind;
    }
  | {
      readonly role: 'published';
      readonly metric: string;
      readonly dimensions: Dimensions;
      readonly level: Level;
      readonly edition: string;
    }
  /**
   * A cohort or an overlap of groups: counts and results of pupils that are read together and are no series of their
   * own. `metric` is that of the result; where pupils are only counted, the feed.
   */
  | { readonly role: 'pupils'; readonly metric: string; readonly dimensions: Dimensions }
  /** `metric` is the feed, which names the register; `dimensions` are the columns that tell its entries apart. */
  | { readonly role: 'register'; readonly metric: string; readonly dimensions: Dimensions };

/**
 * What a file says about one period of a series. `value` null with a `status` is a written reason why there
 * is no figure (`c`, `x`, `..`), kept as written in lower case: never zero. Rates are fractions 0–1, money is pounds.
 */
export type CellValue = {
  readonly value: number | null;
  readonly status?: string;
  readonly numerator?: number;
  readonly denominator?: number;
  /** 1-based row of the file, counting every line or sheet row from the top. */
  readonly row: number;
  readonly sheet?: string;
  readonly publishedOn?: string;
  readonly source?: string;
  readonly note?: string;
  /** Of an entry of a register: its columns by canonical name, `value` being null. */
  readonly fields?: Readonly<Record<string, RegisterField>>;
};

/** One stored item: what one version of one file says of one series in one storage year. Never changed. */
export type CellBlock = {
  /** The area or geography that the figures describe. */
  readonly area: string;
  readonly series: SeriesKey;
  readonly year: string;
  /** The object key of the file, `E06000054/send-monthly/2025-01.csv`. */
  readonly file: string;
  readonly versionId: string;
  readonly values: Readonly<Record<Period, CellValue>>;
};

/** The same text for the same series, whatever the order of its dimensions. */
export function seriesId(series: SeriesKey): string {
  return `${series.metric}|${qualifierOf(series)}|${dimensionsId(series.dimensions)}`;
}

/** The same text for the same dimensions: `group=sen-support&sex=girls`; empty for all. */
export function dimensionsId(dimensions: Dimensions): string {
  const entries = Object.entries(dimensions);
  if (entries.length === 0) return '';
  return entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
}

function qualifierOf(series: SeriesKey): string {
  switch (series.role) {
    case 'actual':
      return 'actual';
    case 'plan':
      return `plan:${encodeURIComponent(series.trajectory)}:${series.kind}`;
    case 'pupils':
      return 'pupils';
    case 'register':
      return 'register';
    case 'published':
      return `published:${series.level}:${encodeURIComponent(series.edition)}`;
  }
}
