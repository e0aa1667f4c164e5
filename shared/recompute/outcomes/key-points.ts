import { complementOfGroup } from '../../catalogue/outcomes/complements.ts';
import { gapBounds } from '../../catalogue/outcomes/gap-bounds.ts';
import { stageOf } from '../../catalogue/outcomes/stages.ts';
import { clean } from '../../outcomes/outcome-figure.ts';
import { gapText, measureText, outcomeText, schoolYearText } from '../../outcomes/outcome-text.ts';
import { runOf } from '../../outcomes/trend.ts';
import type { Period } from '../../period/period.ts';
import type { OutcomeSeries } from './outcome-series.ts';
import { yearsOf } from './scorecard-row.ts';
import type { KeyPoint, ScorecardRow } from './scorecard-view.ts';

/** A row of a scorecard and the series that it is a year of. */
export type Told = {
  readonly row: ScorecardRow;
  readonly series: OutcomeSeries;
  readonly region: string;
  /** The same of an earlier year. */
  readonly earlier: (year: Period) => Pick<ScorecardRow, 'gaps'>;
};

type Rule = {
  readonly id: string;
  readonly find: (
    all: readonly Told[],
    year: Period,
  ) => { readonly told: Told; readonly text: string } | undefined;
};

const MOST = 5;

/**
 * The three to five points of a scorecard, by rule and in the order of the rules; fewer where so little is known. Each
 * names the figures that it speaks of. The order of the rows does not matter.
 */
export function keyPoints(all: readonly Told[], year: Period, area: string): KeyPoint[] {
  const found = rules.flatMap(({ id, find }) => {
    const point = find(all, year);
    return point ? [{ rule: id, ...point }] : [];
  });
  return found.slice(0, MOST).map(({ rule, text, told: { row } }) => {
    const { metric, dimensions } = row;
    const split = new URLSearchParams(dimensions).toString();
    return {
      ...{ rule, text, metric, dimensions },
      links: {
        series: `/api/v1/areas/${area}/series/${metric}${split && `?${split}`}`,
        page: `/?${new URLSearchParams({ area, page: 'gaps', metric, ...dimensions })}`,
      },
    };
  });
}

const rules: readonly Rule[] = [
  { id: 'leading-measure', find: leadingMeasure },
  { id: 'largest-gap', find: largestGap },
  { id: 'group-gap', find: groupGap },
  { id: 'first-below-national', find: firstBehind },
  { id: 'biggest-change', find: biggestChange },
  { id: 'longest-trend', find: longestTrend },
  { id: 'furthest-ahead', find: furthestAhead },
];

/** The measure that leads the stage, beside everybody. */
function leadingMeasure(all: readonly Told[], year: Period) {
  const told = best(all, ({ row }) =>
    isOfAll(row) && row.council.value !== null ? -placeOf(row.metric) : undefined,
  );
  if (!told) return undefined;
  const { council, unit, region, national, neighbours, shortName } = told.row;
  const others = [
    ['England', national.value],
    [told.region, region.value],
    [`neighbours (mean of ${neighbours.n})`, neighbours.value],
  ] as const;
  const beside = others.flatMap(([name, value]) =>
    value === null ? [] : [`${name} ${outcomeText(value, unit)}`],
  );
  const own = `${shortName}: ${outcomeText(council.value ?? 0, unit)} in ${schoolYearText(year)}`;
  return { told, text: `${own}${beside.length > 0 ? `; ${beside.join(', ')}` : ''}.` };
}

/** The place of a metric on its scorecard: the leading one stands first. */
function placeOf(metric: string): number {
  return stageOf(metric)?.metrics.indexOf(metric) ?? 0;
}

/** The row that is furthest behind England, measured in its own amber bounds, so that points and marks compare. */
function largestGap(all: readonly Told[]) {
  return furthest(all, (behind) => behind, 'Furthest behind England');
}

function furthestAhead(all: readonly Told[]) {
  return furthest(all, (behind) => -behind, 'Furthest ahead of England');
}

function furthest(all: readonly Told[], wanted: (behind: number) => number, words: string) {
  const told = best(all, ({ row }) => {
    const behind = behindOf(row);
    return behind === undefined || wanted(behind) <= 0 ? undefined : wanted(behind) / bound(row);
  });
  const gap = told?.row.gaps.national;
  if (!told || !gap) return undefined;
  const { unit, national } = told.row;
  const side = gap.difference > 0 ? 'above' : 'below';
  const beyond = gap.chance.judged ? chanceWords(gap.chance.beyond) : '';
  return {
    told,
    text: `${words}: ${nameOf(told.row)}, ${gapText(gap.difference, unit)} ${side} England (${outcomeText(national.value ?? 0, unit)})${beyond}.`,
  };
}

/** The widest gap between a group and all other pupils, and how it has moved on the year before. */
function groupGap(all: readonly Told[], year: Period) {
  const told = best(all, ({ row, series }) => {
    const gap = row.gaps.complement;
    const rest = complementOfGroup(series.group ?? '')?.isRest === true;
    return gap && rest ? Math.abs(gap.difference) / bound(row) : undefined;
  });
  const gap = told?.row.gaps.complement;
  if (!told || !gap || !told.row.complement) return undefined;
  const { unit, complement } = told.row;
  const side = gap.difference > 0 ? 'above' : 'below';
  const before = yearsOf(told.series.council).findLast(
    ({ period, figure }) => period < year && figure.value !== null,
  );
  const then = before && told.earlier(before.period).gaps.complement;
  const moved = then && clean(Math.abs(gap.difference) - Math.abs(then.difference));
  return {
    told,
    text: `Widest gap between groups: ${nameOf(told.row)}, ${gapText(gap.difference, unit)} ${side} ${complement.name} (${outcomeText(complement.value, unit)})${moved == null || !before ? '' : `; ${movedText(moved, unit)} since ${schoolYearText(before.period)}`}.`,
  };
}

function movedText(moved: number, unit: ScorecardRow['unit']): string {
  if (moved === 0) return 'unchanged';
  return `${moved > 0 ? 'wider' : 'narrower'} by ${gapText(moved, unit)}`;
}

/** Behind England for the first time in the years that are known, three at least. */
function firstBehind(all: readonly Told[], year: Period) {
  const told = best(all, ({ row, series }) => {
    const behind = behindOf(row);
    if (behind === undefined || behind <= 0) return undefined;
    const before = yearsOf(series.council).flatMap(({ period, figure }) => {
      const national = series.national.get(period)?.value;
      if (period >= year || figure.value === null || national == null) return [];
      const difference = clean(figure.value - national);
      return row.better === 'higher' ? -difference : difference;
    });
    return before.length >= 2 && before.every((each) => each <= 0) ? behind / bound(row) : undefined;
  });
  const gap = told?.row.gaps.national;
  if (!told || !gap) return undefined;
  const { unit } = told.row;
  return {
    told,
    text: `Behind England for the first time in the years that are known: ${nameOf(told.row)}, by ${gapText(gap.difference, unit)}.`,
  };
}

/** The biggest change on the year before; one that chance explains is none. */
function biggestChange(all: readonly Told[]) {
  const told = best(all, ({ row: { trend, ...row } }) =>
    trend && trend.arrow !== 'flat' ? Math.abs(trend.difference) / bound(row) : undefined,
  );
  const trend = told?.row.trend;
  if (!told || !trend) return undefined;
  const { unit } = told.row;
  const way = trend.difference > 0 ? 'up' : 'down';
  const good = trend.arrow.endsWith('good') ? 'better' : 'worse';
  return {
    told,
    text: `Biggest change: ${nameOf(told.row)}, ${way} ${gapText(trend.difference, unit)} since ${schoolYearText(trend.since)}, which is ${good}${chanceWords(trend.chance.beyond)}.`,
  };
}

/** The longest run of years in one direction, two changes at least. */
function longestTrend(all: readonly Told[], year: Period) {
  const runs = all.flatMap((told) => {
    const run = runOf(yearsOf(told.series.council), year, told.series.definition);
    return run && run.changes >= 2 ? [{ told, run }] : [];
  });
  const told = best(
    runs.map((each) => each.told),
    (each) => runs.find((run) => run.told === each)?.run.changes,
  );
  const run = runs.find((each) => each.told === told)?.run;
  if (!told || !run) return undefined;
  const good = run.up === (told.row.better === 'higher') ? 'better' : 'worse';
  return {
    told,
    text: `Longest trend: ${nameOf(told.row)}, ${run.up ? 'up' : 'down'} ${run.changes} years running since ${schoolYearText(run.since)}, which is ${good}.`,
  };
}

/** The one with the highest measure; of equals the first by name, whatever their order. */
function best(all: readonly Told[], measure: (told: Told) => number | undefined): Told | undefined {
  const measured = all.flatMap((told) => {
    const size = measure(told);
    return size === undefined ? [] : [{ told, size: clean(size) }];
  });
  const name = ({ row }: Told) => `${row.metric}|${JSON.stringify(row.dimensions)}`;
  return measured.sort((a, b) => b.size - a.size || (name(a.told) < name(b.told) ? -1 : 1))[0]?.told;
}

/** By how much a row is behind England; below nought it is ahead. */
function behindOf({ gaps, better }: ScorecardRow): number | undefined {
  if (!gaps.national || better === 'neither') return undefined;
  return better === 'higher' ? -gaps.national.difference : gaps.national.difference;
}

function bound(row: Pick<ScorecardRow, 'metric' | 'dimensions'>): number {
  return gapBounds(row.metric, isOfAll(row)).amber;
}

function isOfAll({ dimensions }: Pick<ScorecardRow, 'dimensions'>): boolean {
  return Object.keys(dimensions).length === 0;
}

/** `KS2 RWM, disadvantaged: 38%`. */
function nameOf(row: ScorecardRow): string {
  const { shortName, of, council, unit } = row;
  const value = council.value === null ? '' : `: ${outcomeText(council.value, unit)}`;
  return `${measureText(shortName, isOfAll(row) ? null : of)}${value}`;
}

function chanceWords(beyond: boolean | null): string {
  if (beyond === null) return ' (whether by chance cannot be told: number of pupils not published)';
  return beyond ? ', more than chance explains' : ', no more than chance explains';
}
