import type { BreakdownWord } from '../breakdowns/word.ts';
import type { Unit } from '../metric.ts';

/** The splits of figures that a column can name, by the name under which they are kept and asked for. */
export type BreakdownName =
  | 'group'
  | 'schoolType'
  | 'sex'
  | 'locality'
  | 'age'
  | 'reason'
  | 'requester'
  | 'schoolGroup'
  | 'placement'
  | 'cohort'
  | 'yearGroup'
  | 'groups';

/**
 * How a value of a split is read: as written, as lower-case words joined by hyphens, as an age or a span of ages, as
 * one of a list of words, or as several of them joined by plus signs.
 */
export type BreakdownContent =
  | 'name'
  | 'words'
  | 'age'
  | { readonly one: readonly BreakdownWord[] }
  | { readonly several: readonly BreakdownWord[] };

/** Which metrics a feed takes: numbers of cases of a month, or results of a school year. */
export type MetricSort = 'monthly-count' | 'school-year';

/** What a column holds, and so how its cells are read. */
type ColumnContent =
  /** The month that a row is about; a month after today's is refused. */
  | { readonly kind: 'month' }
  /** A month, quarter, calendar, financial or academic year; it may lie ahead. */
  | { readonly kind: 'period' }
  /** A financial year, which becomes the dimension `financialYear` of every figure of the row. */
  | { readonly kind: 'financial-year' }
  /** A figure of one metric (wide feeds). Counts are whole and, like every figure, not below `min`. */
  | { readonly kind: 'figure'; readonly metric: string; readonly unit: Unit; readonly min?: number }
  /** A school year that has begun. */
  | { readonly kind: 'school-year' }
  /** The id of a metric, which decides the unit of `value` (tidy feeds); any when no sort is named. */
  | { readonly kind: 'metric'; readonly sort?: MetricSort }
  /** The figure of the row; a number of pupils in a feed without metrics. */
  | { readonly kind: 'value' }
  /** Part and whole of the figure, counted in pupils; the figure can be worked out from both. */
  | { readonly kind: 'numerator' }
  | { readonly kind: 'denominator'; readonly atLeast?: number }
  /** The council, region or country that a row is about. */
  | { readonly kind: 'area' }
  /** A split of the figure; blank means all. */
  | { readonly kind: 'breakdown'; readonly name: BreakdownName; readonly of: BreakdownContent }
  /** Whether a figure is provisional. */
  | { readonly kind: 'status' }
  | { readonly kind: 'trajectory' }
  | { readonly kind: 'plan-kind' }
  | { readonly kind: 'level' }
  | { readonly kind: 'edition' }
  | { readonly kind: 'published-on' }
  | { readonly kind: 'source' }
  | { readonly kind: 'note' }
  /** The month of an update of a register; the entry's history runs through its updates. */
  | { readonly kind: 'update' }
  /** A column that, with its like, tells the entries of a register apart. */
  | {
      readonly kind: 'identity';
      readonly of: 'name' | 'date' | 'subject' | { readonly words: readonly string[] };
    }
  | { readonly kind: 'field'; readonly of: FieldContent }
  /** A column of a national file, read as its release says. */
  | { readonly kind: 'open-data' };

/** What a field of a register may be; blank is always allowed and means not said. */
export type FieldContent =
  | 'text'
  /** A rating of either scale, kept as `amber-green`. */
  | 'rating'
  /** A whole number from 1 to 5. */
  | 'score'
  | 'number'
  /** A day or a month, kept as `2025-03-31` or `2025-03`. */
  | 'date'
  | 'metric'
  | { readonly words: readonly string[] };

export type FeedColumn = {
  /** The canonical name, as in templates. */
  readonly name: string;
  /** What people also call it. Case, spacing and punctuation never matter, so one spelling of each is enough. */
  readonly variants: readonly string[];
  /** One sentence for templates and documentation. */
  readonly description: string;
  /** The file cannot be read without it. */
  readonly required: boolean;
  readonly holds: ColumnContent;
  /** The column of which this one counts a part: a part above its whole is pointed out. */
  readonly partOf?: string;
};

export type FeedDefinition = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /**
   * `wide`: a row a month, a column a metric; a wrong cell costs the cell. `tidy`: a row a figure; it costs the row.
   * `register`: a row an entry. `open-data`: a national file as published, whose header says what it holds.
   */
  readonly shape: 'wide' | 'tidy' | 'register' | 'open-data';
  /**
   * What its figures are: the council's own, lines of a plan, statements as somebody published them, of groups of
   * pupils that are read as a whole, or text.
   */
  readonly role: 'actual' | 'plan' | 'published' | 'pupils' | 'register';
  /** Whether a file of it may lie under `_shared` because its rows say which area they are about. */
  readonly shared: boolean;
  readonly columns: readonly FeedColumn[];
};
