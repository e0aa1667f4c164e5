/** `ratio` is a fraction 0–1, `gbp` is pounds, `count` is children, plans or places, `score` is a test score. */
export type Unit = 'count' | 'ratio' | 'gbp' | 'score';

export type Frequency = 'month' | 'calendar-year' | 'academic-year';

/**
 * What sort of quantity it is; it decides how it rolls over twelve months and how it is forecast.
 * `stock` is counted on a day, `flow` over a period, `rate-of-flows` is flow ÷ flow, `share-of-stock` is stock ÷ stock,
 * `year-end` is a money forecast of a financial year's end, with the month it was made in as period.
 */
export type Nature = 'stock' | 'flow' | 'rate-of-flows' | 'share-of-stock' | 'year-end' | 'score';

/** How a metric follows from others, period by period. Metrics without one are stored as files give them. */
export type Derivation =
  | { readonly kind: 'quotient'; readonly numerator: string; readonly denominator: string }
  | { readonly kind: 'difference'; readonly minuend: string; readonly subtrahend: string }
  /** closing − opening − the inflows + the outflows: what the flows do not explain. */
  | {
      readonly kind: 'residual';
      readonly stock: string;
      readonly inflows: readonly string[];
      readonly outflows: readonly string[];
    }
  /** Over the last 12 months: `mean` of the monthly values, or `pooled` = sum of numerators ÷ sum of denominators. */
  | { readonly kind: 'rolling-12'; readonly of: string; readonly method: 'mean' | 'pooled' };

/** How much worse than plan, as a fraction of the plan's absolute value, is amber and is red. */
export type PlanBounds = { readonly amber: number; readonly red: number };

export type MetricDefinition = {
  readonly id: string;
  readonly name: string;
  /** As it begins a line in an alert or a table, in at most five words: "EHCPs", "In-year DSG balance". */
  readonly shortName: string;
  /** One sentence that says exactly what is counted. */
  readonly definition: string;
  /** What a lay reader needs to know to read it. */
  readonly background: string;
  readonly unit: Unit;
  readonly frequency: Frequency;
  readonly nature: Nature;
  readonly better: 'lower' | 'higher' | 'neither';
  readonly derivation?: Derivation;
  readonly bounds: PlanBounds;
  /** Counts towards the overall rating. */
  readonly headline: boolean;
  /** Only an input of other metrics; not a measure of its own. */
  readonly supporting: boolean;
  /** It counts children, or what stands for one (a plan, a request): below ten it is told to few. */
  readonly pupils: boolean;
  /** Ids of the glossary's terms that the texts use. */
  readonly terms: readonly string[];
  /** Metrics that must not get worse for this one to get better: it is not green while one of them is red. */
  readonly mustNotWorsen?: readonly string[];
  /** The Safety Valve condition that it evidences, `3.1`. */
  readonly condition?: string;
};
