import { covidNote } from '../../../shared/catalogue/outcomes/years.ts';
import { type Period, parsePeriod } from '../../../shared/period/period.ts';
import type { SeriesView } from '../../../shared/recompute/views.ts';
import type { AreaItem } from '../../api/questions.ts';
import type { ResultYear } from '../../chart/years/lines.ts';
import { seriesFigure } from '../../words/series-figure.ts';
import { yearFigure } from './year-figure.ts';

const AXES = { ratio: 'Share', count: 'Number', score: 'Points', gbp: 'Pounds' } as const;

/** A measure that comes once a year as a picture with the figures of others; none where there is no line to draw. */
export function seriesYears(series: SeriesView, area: Pick<AreaItem, 'name' | 'region'>): HTMLElement | null {
  const years = yearsOf(series);
  if (years.filter(({ values }) => values.council !== null).length < 2) return null;
  return yearFigure({
    ...{ subject: series.name, axis: AXES[series.unit], unit: series.unit, years },
    names: {
      ...{ council: area.name, complement: 'All other pupils', region: area.region?.name ?? 'Region' },
      ...{ national: 'England', neighbours: 'Similar councils' },
    },
  });
}

/** What others had in the year of the last figure, in a sentence; empty where nothing of them is known. */
export function othersThen(series: SeriesView, { region }: Pick<AreaItem, 'region'>): string {
  const { frequency, points, comparators } = series;
  const last = points.findLast(({ value }) => value !== null);
  if (frequency === 'month' || last === undefined) return '';
  const names = {
    national: 'England',
    region: region?.name ?? 'the region',
    'stat-neighbours': 'similar councils',
  };
  const said = (['national', 'region', 'stat-neighbours'] as const).flatMap((level) => {
    const then = comparators
      .find((each) => each.level === level)
      ?.points.find(({ period }) => period === last.period);
    return then?.value == null ? [] : [`${names[level]} ${seriesFigure(series, then.value)}`];
  });
  return said.length === 0 ? '' : `In the same year: ${said.join(', ')}.`;
}

/** Every year from the first figure of anybody to the last, none left out; empty where figures are not yearly. */
function yearsOf({ metric, frequency, points, comparators }: SeriesView): readonly ResultYear[] {
  if (frequency === 'month') return [];
  const own = valuesOf(points);
  const level = (wanted: string) => valuesOf(comparators.find((each) => each.level === wanted)?.points ?? []);
  const [region, national, neighbours] = [level('region'), level('national'), level('stat-neighbours')];
  const known = [own, region, national, neighbours].flatMap((values) => [...values.keys()]);
  return yearsBetween(known).map((period) => {
    const values = {
      ...{ council: own.get(period) ?? null, complement: null, region: region.get(period) ?? null },
      ...{ national: national.get(period) ?? null, neighbours: neighbours.get(period) ?? null },
    };
    return {
      ...{ period, values, silent: Object.values(values).every((value) => value === null) },
      covid: covidNote(metric, period) !== undefined,
    };
  });
}

function valuesOf(points: readonly { readonly period: Period; readonly value: number | null }[]) {
  return new Map(points.flatMap(({ period, value }) => (value === null ? [] : [[period, value] as const])));
}

/** `AY2021` and `AY2023` with the year between them; calendar years alike. */
function yearsBetween(periods: readonly Period[]): readonly Period[] {
  const begin = periods.map((period) => Number(period.slice(-4)));
  const kind = periods[0]?.slice(0, -4) ?? '';
  const [first, last] = [Math.min(...begin), Math.max(...begin)];
  return Array.from({ length: begin.length === 0 ? 0 : last - first + 1 }, (_, at) => first + at).flatMap(
    (year) => parsePeriod(`${kind}${year}`) ?? [],
  );
}
