import * as z from 'zod';
import { neighboursInUse } from '../../catalogue/areas/neighbours-in-use.ts';
import { areaByCode } from '../../catalogue/areas.ts';
import { metricById } from '../../catalogue/metrics.ts';
import { type Point, pointOf } from '../../derive/point.ts';
import { type Dimensions, seriesId } from '../../facts/cell.ts';
import { correlation, correlationBases, correlationMethod } from '../../outcomes/correlations/correlation.ts';
import { type Candidate, paired } from '../../outcomes/correlations/pairing.ts';
import { schoolYearText } from '../../outcomes/outcome-text.ts';
import { pointAt, seriesOf, splitsOf } from '../../outcomes/split-series.ts';
import type { Period } from '../../period/period.ts';
import { comparedWith } from '../../recompute/compared-with.ts';
import { periodSchema } from '../../recompute/period-schema.ts';
import { csvForm } from '../csv/csv-form.ts';
import { areaParameter, asOfParameter, unknownArea } from '../parameters.ts';
import { answer, calculation, refused } from '../route.ts';
import {
  chosenYear,
  groupParameter,
  resultParameter,
  schoolYearParameter,
  yearsOf,
} from './result-parameters.ts';
import { type ShownSeries, shownSeries } from './shown-series.ts';

const measureSchema = z.object({
  metric: z.string(),
  name: z.string(),
  unit: z.enum(['count', 'ratio', 'gbp', 'score']),
});

const coefficientSchema = z
  .object({
    value: z.number(),
    lower: z.number().nullable().describe('95% interval; null of three pairs, of which none can be had'),
    upper: z.number().nullable(),
  })
  .meta({ id: 'Coefficient' });

const correlationSchema = z
  .object({
    area: z.string(),
    x: measureSchema,
    y: measureSchema,
    by: z.enum(correlationBases),
    group: z.string().nullable(),
    year: periodSchema.nullable().describe('Null by year, and where no year has both figures'),
    years: z.array(periodSchema).describe('The years that can be asked for, the last first'),
    n: z.int(),
    pairs: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        x: z.number(),
        y: z.number(),
        illustration: z.boolean().describe('Invented: no figure of the council'),
      }),
    ),
    excluded: z
      .array(z.object({ id: z.string(), name: z.string(), reason: z.string() }))
      .describe('What could not be counted, and why'),
    pearson: coefficientSchema
      .nullable()
      .describe('Null under three pairs, or where one figure is the same everywhere'),
    spearman: coefficientSchema.nullable(),
    method: z.string(),
    illustration: z.boolean().describe('Some of it is invented: no figure of the council'),
    text: z.string(),
    caution: z.string(),
  })
  .meta({ id: 'Correlation' });

type Answered = z.input<typeof correlationSchema>;

/** Two results of places or years side by side: pairs, how closely they go together, and what that does not say. */
export const getCorrelation = calculation({
  method: 'GET',
  path: '/areas/{area}/correlations',
  summary:
    'Two results side by side by locality, statistical neighbour or year: pairs, coefficients with intervals, caution',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({
    x: resultParameter,
    y: resultParameter,
    by: z.enum(correlationBases).default('locality'),
    group: groupParameter,
    year: schoolYearParameter,
    asOf: asOfParameter,
  }),
  response: correlationSchema,
  forms: ['text/csv'],
  scopes: ['read'],
  handle: async ({ params: { area }, query, caller, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const shown = await shownSeries(area, query.asOf, caller, ports);
    if (!('series' in shown)) return refused(shown);
    const { by, group } = query;
    const [x, y] = [measureOf(query.x), measureOf(query.y)];
    const dimensions: Dimensions = group === undefined ? {} : { group };
    const compared = by === 'year' ? undefined : places(area, shown, query, dimensions);
    const years = compared ? yearsWithBoth(compared) : [];
    const year = compared && chosenYear(query.year, years, `${x.name} and ${y.name} together`);
    if (typeof year === 'object') return refused(year);
    const names = { x: x.shortName, y: y.shortName };
    const { pairs, excluded } = paired(
      compared
        ? year === undefined
          ? []
          : compared.map((place) => place.at(year))
        : ownYears(shown, query, dimensions),
      names,
    );
    const illustration = pairs.some((pair) => pair.illustration);
    const found = correlation(pairs, names, by);
    const body: Answered = {
      ...{ area, x: x.measure, y: y.measure, by, group: group ?? null },
      ...{ year: year ?? null, years: [...years], pairs: [...pairs], excluded: [...excluded] },
      ...{ ...found, method: correlationMethod, illustration },
      text: illustration ? `Illustration, not figures of the council: ${found.text}` : found.text,
    };
    return { ...answer(body), forms: [csvForm(() => pairTable(body))] };
  },
});

type Asked = { readonly x: string; readonly y: string };
type Compared = {
  readonly periods: readonly { readonly x: Period[]; readonly y: Period[] }[];
  readonly at: (year: Period) => Candidate;
};

function places(
  area: string,
  shown: ShownSeries,
  { x, y, by }: Asked & { readonly by: 'locality' | 'neighbour' | 'year' },
  dimensions: Dimensions,
): readonly Compared[] {
  if (by === 'neighbour') return councils(area, shown, { x, y }, dimensions);
  const [xs, ys] = [x, y].map(
    (metric) =>
      new Map(
        splitsOf(shown.series, metric, 'locality', dimensions).map(({ value, series }) => [value, series]),
      ),
  );
  const names = new Set([...(xs?.keys() ?? []), ...(ys?.keys() ?? [])]);
  return [...names].map((name) =>
    comparedBy(name, name, xs?.get(name)?.points ?? [], ys?.get(name)?.points ?? []),
  );
}

/** The council itself and its statistical neighbours in use; of those all figures are public. */
function councils(
  area: string,
  { known, series, at }: ShownSeries,
  { x, y }: Asked,
  dimensions: Dimensions,
): readonly Compared[] {
  const council = areaByCode(area);
  if (!council) return [];
  const own = comparedBy(
    area,
    council.name,
    seriesOf(series, x, dimensions)?.points ?? [],
    seriesOf(series, y, dimensions)?.points ?? [],
  );
  const { neighbours } = comparedWith(area, known, at);
  const codes = neighboursInUse(council);
  return [
    own,
    ...neighbours.map((facts, index) => {
      const code = codes[index] ?? '';
      const [xs = [], ys = []] = [x, y].map((metric) =>
        [...(facts.get(seriesId({ role: 'actual', metric, dimensions }))?.cells ?? [])].map(
          ([period, cell]) => pointOf(period, cell),
        ),
      );
      return comparedBy(code, areaByCode(code)?.name ?? code, xs, ys);
    }),
  ];
}

function comparedBy(id: string, name: string, xs: readonly Point[], ys: readonly Point[]): Compared {
  const at = (points: readonly Point[], year: Period) => points.find(({ period }) => period === year);
  return {
    periods: [{ x: xs.map(({ period }) => period), y: ys.map(({ period }) => period) }],
    at: (year) => ({ id, name, x: at(xs, year), y: at(ys, year) }),
  };
}

/** The years for which somebody has both figures. */
function yearsWithBoth(compared: readonly Compared[]): readonly Period[] {
  return yearsOf(
    compared.flatMap(({ periods }) => periods.flatMap(({ x, y }) => x.filter((each) => y.includes(each)))),
  );
}

function ownYears({ series }: ShownSeries, { x, y }: Asked, dimensions: Dimensions): readonly Candidate[] {
  const [xs, ys] = [seriesOf(series, x, dimensions), seriesOf(series, y, dimensions)];
  return yearsOf([...(xs?.points ?? []), ...(ys?.points ?? [])].map(({ period }) => period))
    .toReversed()
    .map((period) => ({
      id: period,
      name: schoolYearText(period),
      x: pointAt(xs, period),
      y: pointAt(ys, period),
    }));
}

function measureOf(metric: string) {
  const definition = metricById(metric);
  if (!definition) throw new Error(`Metric ${metric} passed validation but is not in the catalogue`);
  const { name, shortName, unit } = definition;
  return { name, shortName, measure: { metric, name, unit } };
}

function pairTable({ x, y, year, pairs, excluded }: Answered) {
  return {
    columns: [
      'id',
      'name',
      'period',
      x.metric,
      y.metric === x.metric ? `${y.metric} (y)` : y.metric,
      'illustration',
      'excluded',
    ],
    rows: [
      ...pairs.map((pair) => [pair.id, pair.name, year ?? pair.id, pair.x, pair.y, pair.illustration, null]),
      ...excluded.map(({ id, name, reason }) => [id, name, year ?? id, null, null, null, reason]),
    ],
  };
}
