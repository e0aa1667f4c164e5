import type { BreakdownContent, FeedColumn, FieldContent } from './feeds/feed.ts';
import type { Unit } from './metric.ts';

/** What a column takes, in words for people, with its unit where it has one and the words that it is limited to. */
export type ColumnTakes = {
  readonly takes: string;
  readonly unit: Unit | null;
  readonly words: readonly string[];
};

const FIGURES: Readonly<Record<Unit, string>> = {
  count: 'a whole number',
  ratio: 'a share: 5.87% or 0.0587',
  gbp: 'pounds',
  score: 'a score',
};

const NAME = 'a name of at most 100 characters';

/** What a column of a feed takes. */
export function columnTakes({ holds }: FeedColumn): ColumnTakes {
  switch (holds.kind) {
    case 'month':
    case 'update':
      return plain('a month: 2024-10, October 2024');
    case 'period':
      return plain('a period: 2024-10, 2023, 2024-Q3, FY2024, AY2023');
    case 'school-year':
      return plain('a school year: 2023/24');
    case 'financial-year':
      return plain('a financial year: FY2024, 2024/25');
    case 'figure':
      return { takes: FIGURES[holds.unit], unit: holds.unit, words: [] };
    case 'metric':
      return plain('the id of a metric');
    case 'value':
      return plain('a figure in the unit of the metric; a whole number where there is no metric');
    case 'numerator':
      return plain('a number');
    case 'denominator':
      return { takes: 'a whole number', unit: 'count', words: [] };
    case 'area':
      return plain('an ONS code of a council or region, or England');
    case 'breakdown':
      return breakdownTakes(holds.of);
    case 'status':
      return oneOf(['provisional', 'revised', 'final']);
    case 'plan-kind':
      return oneOf(['mitigated', 'unmitigated', 'budget', 'limit', 'target']);
    case 'level':
      return oneOf(['la', 'region', 'national', 'stat-neighbours']);
    case 'trajectory':
    case 'edition':
      return plain(NAME);
    case 'published-on':
      return plain('a day: 2024-12-18, 18/12/2024');
    case 'source':
    case 'note':
      return plain('a text of at most 1,000 characters');
    case 'identity':
      if (typeof holds.of === 'object') return oneOf(holds.of.words);
      return plain(IDENTITIES[holds.of]);
    case 'field':
      return fieldTakes(holds.of);
    case 'open-data':
      return plain('as published');
  }
}

const IDENTITIES = {
  name: NAME,
  date: 'a day: 2024-12-18, 18/12/2024',
  subject: 'overall, or programme, condition, metric, stage or group with its id: condition 3.1',
} as const;

function breakdownTakes(of: BreakdownContent): ColumnTakes {
  if (of === 'name') return plain('a name of at most 80 characters');
  if (of === 'words') return plain('words of your own, the same each time');
  if (of === 'age') return plain('an age: 3, 5 to 10, under 5, 20 and over');
  if ('one' in of) return oneOf(of.one.map(({ id }) => id));
  return { ...oneOf(of.several.map(({ id }) => id)), takes: 'one or more of its words, joined by +' };
}

function fieldTakes(of: FieldContent): ColumnTakes {
  if (typeof of === 'object') return oneOf(of.words);
  switch (of) {
    case 'text':
      return plain('a text of at most 2,000 characters');
    case 'rating':
      return plain('a rating: Green, Amber/Red');
    case 'score':
      return plain('a whole number from 1 to 5');
    case 'number':
      return plain('a number');
    case 'date':
      return plain('a day or a month: 2025-03-31, 2025-03');
    case 'metric':
      return plain('the id of a metric');
  }
}

function plain(takes: string): ColumnTakes {
  return { takes, unit: null, words: [] };
}

function oneOf(words: readonly string[]): ColumnTakes {
  return { takes: 'one of its words', unit: null, words };
}
