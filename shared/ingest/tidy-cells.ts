import type { MetricSort } from '../catalogue/feeds/feed.ts';
import type { MetricDefinition } from '../catalogue/metric.ts';
import { metrics } from '../catalogue/metrics.ts';
import type { Level, PlanKind } from '../facts/cell.ts';
import { readDate } from '../reading/date-text.ts';
import type { FigureRule } from '../reading/figure.ts';
import { formulaFault } from '../reading/formula.ts';
import { nearestName } from '../reading/heading.ts';
import { readNumber } from '../reading/number-text.ts';
import { cut, type Read, read, unreadable } from '../reading/problem.ts';
import { readSymbol } from '../reading/symbol.ts';

/** What reading needs to know of a metric. */
export type MeasuredAs = Pick<MetricDefinition, 'unit' | 'derivation' | 'frequency'>;
export type MetricLookup = (id: string) => MeasuredAs | undefined;

const PLAN_KINDS = [
  'mitigated',
  'unmitigated',
  'budget',
  'limit',
  'target',
] as const satisfies readonly PlanKind[];

const LEVELS: ReadonlyMap<string, Level> = new Map([
  ['la', 'la'],
  ['local-authority', 'la'],
  ['region', 'region'],
  ['regional', 'region'],
  ['national', 'national'],
  ['england', 'national'],
  ['stat-neighbours', 'stat-neighbours'],
  ['stat-neighbour', 'stat-neighbours'],
  ['statistical-neighbours', 'stat-neighbours'],
  ['statistical-neighbour', 'stat-neighbours'],
]);

const SORTS: Readonly<
  Record<MetricSort, { readonly what: string; readonly takes: (measured: MeasuredAs) => boolean }>
> = {
  'monthly-count': {
    what: 'numbers of cases of a month that files bring, such as ehcp.requests or ehcp.ceased',
    takes: ({ unit, frequency, derivation }) =>
      unit === 'count' && frequency === 'month' && derivation === undefined,
  },
  'school-year': {
    what: 'results of a school year, such as ks2.rwm or absence.total',
    takes: ({ frequency }) => frequency === 'academic-year',
  },
};

const LONGEST_NAME = 100;
const LONGEST_TEXT = 1000;
/** Twelve updates of the five texts of a risk stay below the 400 KB of an item, whatever the letters. */
const LONGEST_PROSE = 2000;

/** The id of a metric that is measured, whatever its case, and of the sort that the feed takes. */
export function readMetric(
  text: string,
  lookup: MetricLookup,
  sort?: MetricSort,
): Read<{ id: string; measured: MeasuredAs }> {
  const id = text.trim().toLowerCase();
  const measured = lookup(id);
  if (measured !== undefined && (sort === undefined || SORTS[sort].takes(measured)))
    return read({ id, measured });
  if (measured !== undefined && sort !== undefined) {
    const message = `Cannot take ${id} here: this feed takes ${SORTS[sort].what}. Put it into the feed that it belongs to.`;
    return unreadable('metric-of-other-feed', message);
  }
  const meant = nearestName(
    id,
    metrics.map((metric) => metric.id),
  );
  const hint =
    meant === undefined ? 'The list of metrics has the ids that can be used.' : `Perhaps ${meant} is meant.`;
  return unreadable('unknown-metric', `Cannot take "${cut(text.trim())}": no metric has that id. ${hint}`);
}

export function readPlanKind(text: string): Read<PlanKind> {
  const written = text.trim().toLowerCase();
  const kind = PLAN_KINDS.find((known) => known === written);
  return kind === undefined
    ? unreadable(
        'unknown-kind',
        `Cannot take "${cut(text.trim())}" as the kind of a plan line. Write ${PLAN_KINDS.join(', ')}.`,
      )
    : read(kind);
}

export function readLevel(text: string): Read<Level> {
  const level = LEVELS.get(
    text
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-'),
  );
  return level === undefined
    ? unreadable(
        'unknown-level',
        `Cannot take "${cut(text.trim())}" as a level. Write la, region, national or stat-neighbours.`,
      )
    : read(level);
}

/** A calendar day, day first, as `YYYY-MM-DD`. */
export function readDay(text: string): Read<string> {
  const date = readDate(text, 'a date');
  if (!date.ok) return date;
  const { year, month, day } = date.value;
  if (day !== undefined)
    return read([year, month, day].map((part) => String(part).padStart(2, '0')).join('-'));
  return unreadable(
    'not-a-date',
    `Cannot read "${cut(text.trim())}" as a date: it has no day. Write 2024-12-18 or 18/12/2024.`,
  );
}

/** The name of a trajectory or an edition. */
export function readName(text: string): Read<string> {
  return readWords(text, LONGEST_NAME);
}

/** A source or a note. */
export function readText(text: string): Read<string> {
  return readWords(text, LONGEST_TEXT);
}

/** A text of a register. */
export function readProse(text: string): Read<string> {
  return readWords(text, LONGEST_PROSE);
}

function readWords(text: string, longest: number): Read<string> {
  const words = text.trim().replace(/\s+/g, ' ');
  if (words.length > longest) {
    return unreadable(
      'text-too-long',
      `Cannot take a text of ${words.length} characters here: at most ${longest} are kept. Shorten it.`,
    );
  }
  const fault = formulaFault(text);
  const harmless = fault === undefined || readNumber(text).ok || readSymbol(text) !== undefined;
  return harmless ? read(words) : { ok: false, fault };
}

/**
 * What the figure of a metric may be. Counts are whole; means are not: a rolling figure, and that of a level above the
 * council. A difference or a residual can be below zero.
 */
export function figureRule(measured: MeasuredAs, level: Level, lookup: MetricLookup): FigureRule {
  const isCount = measured.unit === 'count';
  const whole = isCount && measured.derivation?.kind !== 'rolling-12' && level === 'la';
  return { unit: measured.unit, whole, ...(isCount && !canBeNegative(measured, lookup) ? { min: 0 } : {}) };
}

function canBeNegative({ derivation }: MeasuredAs, lookup: MetricLookup): boolean {
  switch (derivation?.kind) {
    case 'residual':
    case 'difference':
      return true;
    case 'rolling-12': {
      const of = lookup(derivation.of);
      return of !== undefined && canBeNegative(of, lookup);
    }
    case 'quotient':
    case undefined:
      return false;
  }
}
