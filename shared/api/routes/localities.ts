import * as z from 'zod';
import { metricById } from '../../catalogue/metrics.ts';
import { isShareOfPupils } from '../../catalogue/outcomes/gap-bounds.ts';
import { funnelPositions } from '../../outcomes/localities/funnel.ts';
import { funnelPlot, type Place, placeOf, shareOfGroup } from '../../outcomes/localities/funnel-plot.ts';
import { pointAt, seriesOf, splitsOf } from '../../outcomes/split-series.ts';
import type { Period } from '../../period/period.ts';
import { periodSchema } from '../../recompute/period-schema.ts';
import { listOf } from '../page.ts';
import { areaParameter, asOfParameter, unknownArea } from '../parameters.ts';
import { problem } from '../problem.ts';
import { answer, calculation, refused } from '../route.ts';
import {
  chosenYear,
  groupParameter,
  resultParameter,
  schoolYearParameter,
  yearsOf,
} from './result-parameters.ts';
import { type ShownSeries, shownSeries } from './shown-series.ts';

const localitySchema = z
  .object({
    locality: z.string(),
    value: z.number().nullable(),
    status: z.string().exactOptional().describe('Why there is no figure, or what sort of figure it is'),
    numerator: z.int().exactOptional(),
    denominator: z.int().exactOptional().describe('Pupils'),
    limits: z
      .object({
        ...{ lower95: z.number(), upper95: z.number() },
        ...{ lower998: z.number(), upper998: z.number() },
      })
      .nullable()
      .describe(
        'Between which shares a place of so many pupils lies by chance alone; null without their number',
      ),
    position: z
      .enum(funnelPositions)
      .nullable()
      .describe('`within` the 95% limits; `below`, `above` them; `far-`: outside the 99.8% limits'),
    illustration: z.boolean().describe('Invented: no figure of the council'),
    text: z.string(),
  })
  .meta({ id: 'Locality' });

const localitiesSchema = listOf(localitySchema)
  .extend({
    ...{
      area: z.string(),
      metric: z.string(),
      name: z.string(),
      better: z.enum(['lower', 'higher', 'neither']),
    },
    ...{ group: z.string().nullable(), share: z.string().nullable() },
    year: periodSchema.nullable(),
    years: z.array(periodSchema).describe('The years that can be asked for, the last first'),
    mean: z.number().nullable().describe('Of all pupils of the places whose counts are shown'),
    pupils: z.int().describe('How many they are'),
    council: z.number().nullable().describe('The council’s own figure, where it has said one'),
    caution: z.string(),
    illustration: z.boolean(),
  })
  .meta({ id: 'Localities' });

const CAUTION =
  'Only a place outside its limits differs by more than chance; the more places there are, the likelier one is outside the 95% limits by chance. A place within them has not been shown to be like the others.';

/** The places of a council beside their mean, with limits for what chance alone does. */
export const listLocalities = calculation({
  method: 'GET',
  path: '/areas/{area}/localities',
  summary:
    'A result, or the share of a group of pupils, by locality, with funnel limits around the mean of all',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({
    metric: resultParameter,
    year: schoolYearParameter,
    group: groupParameter,
    share: groupParameter.meta({
      description:
        'Instead of the result itself, the share of pupils of this group among those whose results were counted: where particularly many vulnerable pupils are',
    }),
    asOf: asOfParameter,
  }),
  response: localitiesSchema,
  scopes: ['read'],
  handle: async ({ params: { area }, query, caller, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const { metric, group, share, asOf } = query;
    const definition = metricById(metric);
    if (!definition || !isShareOfPupils(definition)) {
      const detail = `Cannot draw limits for ${metric}: it does not count pupils once each. Ask for a share of pupils such as ks2.rwm or absence.persistent.`;
      return refused(problem(400, detail, [{ field: 'metric', message: 'Not a share of pupils' }]));
    }
    if (group !== undefined && share !== undefined) {
      const detail =
        'Cannot answer group and share together: ask for the result of a group, or for its share of pupils.';
      return refused(problem(400, detail, [{ field: 'share', message: 'Not together with group' }]));
    }
    const shown = await shownSeries(area, asOf, caller, ports);
    if (!('series' in shown)) return refused(shown);
    const dimensions = group === undefined ? {} : { group };
    const years = yearsOf(
      splitsOf(shown.series, metric, 'locality', dimensions).flatMap(({ series }) =>
        series.points.map(({ period }) => period),
      ),
    );
    const year = chosenYear(query.year, years, `figures of ${definition.name} by locality`);
    if (typeof year === 'object') return refused(year);
    const places = year === undefined ? [] : placesOf(shown, metric, year, { dimensions, share });
    const plot = funnelPlot(places, share === undefined ? definition : { better: 'neither' });
    const own =
      year === undefined || share !== undefined ? undefined : seriesOf(shown.series, metric, dimensions);
    return answer({
      ...{ area, metric, name: definition.name, better: share === undefined ? definition.better : 'neither' },
      ...{ group: group ?? null, share: share ?? null, year: year ?? null, years: [...years] },
      ...{ mean: plot.mean, pupils: plot.pupils },
      council: year === undefined ? null : (pointAt(own, year)?.value ?? null),
      ...{ caution: CAUTION, illustration: places.some(({ illustration }) => illustration) },
      ...{ items: plot.places.map((place) => ({ ...place })), next: null },
    });
  },
});

function placesOf(
  { series }: ShownSeries,
  metric: string,
  year: Period,
  {
    dimensions,
    share,
  }: { readonly dimensions: Readonly<Record<string, string>>; readonly share: string | undefined },
): readonly Place[] {
  return splitsOf(series, metric, 'locality', dimensions).flatMap(({ value: locality, series: own }) => {
    const point = pointAt(own, year);
    if (!point) return [];
    if (share === undefined) return [placeOf(locality, point)];
    const group = pointAt(seriesOf(series, metric, { locality, group: share }), year);
    return [shareOfGroup(locality, group, point)];
  });
}
