import type { BreakdownName } from '../catalogue/feeds/feed.ts';
import type { Level, PlanKind } from '../facts/cell.ts';
import type { Month } from '../period/month.ts';
import type { Period } from '../period/period.ts';
import { readFinancialYear, readPeriod } from '../reading/period-text.ts';
import type { Fault, Read } from '../reading/problem.ts';
import { readBreakdown } from './breakdown-cell.ts';
import type { FoundColumn } from './columns.ts';
import { readFigureStatus } from './figure-status.ts';
import { readPastMonth } from './past-month.ts';
import { readPlace } from './row-place.ts';
import { readSchoolYear } from './school-year.ts';
import {
  type MeasuredAs,
  type MetricLookup,
  readDay,
  readLevel,
  readMetric,
  readName,
  readPlanKind,
  readText,
} from './tidy-cells.ts';

/** What the cells of a row say, each where it could be read. */
export type TidyFields = {
  metric?: { id: string; measured: MeasuredAs };
  period?: Period;
  financialYear?: Period;
  trajectory?: string;
  kind?: PlanKind;
  area?: string;
  level?: Level;
  edition?: string;
  breakdowns: Partial<Record<BreakdownName, string>>;
  provisional?: boolean;
  publishedOn?: string;
  source?: string;
  note?: string;
};

export type FieldContext = { readonly thisMonth: Month; readonly lookup: MetricLookup };

/** Reads one cell into its field; returns what is wrong with it. Figures are read later, when their unit is known. */
export function takeField(
  fields: TidyFields,
  { column: { holds } }: FoundColumn,
  text: string,
  { thisMonth, lookup }: FieldContext,
): Fault | undefined {
  function set<Name extends keyof TidyFields>(
    name: Name,
    result: Read<Exclude<TidyFields[Name], undefined>>,
  ) {
    if (!result.ok) return result.fault;
    fields[name] = result.value;
    return undefined;
  }
  switch (holds.kind) {
    case 'metric':
      return set('metric', readMetric(text, lookup, holds.sort));
    case 'period':
      return set('period', readPeriod(text));
    case 'month':
      return set('period', readPastMonth(text, thisMonth));
    case 'school-year':
      return set('period', readSchoolYear(text, thisMonth));
    case 'financial-year':
      return set('financialYear', readFinancialYear(text));
    case 'trajectory':
      return set('trajectory', readName(text));
    case 'plan-kind':
      return set('kind', readPlanKind(text));
    case 'area':
      return set('area', readPlace(text));
    case 'level':
      return set('level', readLevel(text));
    case 'edition':
      return set('edition', readName(text));
    case 'breakdown': {
      const value = readBreakdown(text, holds.of);
      if (!value.ok) return value.fault;
      if (value.value !== undefined) fields.breakdowns[holds.name] = value.value;
      return undefined;
    }
    case 'status':
      return set('provisional', readFigureStatus(text));
    case 'published-on':
      return set('publishedOn', readDay(text));
    case 'source':
      return set('source', readText(text));
    case 'note':
      return set('note', readText(text));
    case 'value':
    case 'numerator':
    case 'denominator':
    case 'figure':
    case 'update':
    case 'identity':
    case 'field':
    case 'open-data':
      return undefined;
  }
}
