import * as z from 'zod';
import { metrics } from '../../catalogue/metrics.ts';
import { compareTypes } from '../../outcomes/school-types/comparison.ts';
import { pointAt, seriesOf, splitsOf } from '../../outcomes/split-series.ts';
import type { Period } from '../../period/period.ts';
import { periodSchema } from '../../recompute/period-schema.ts';
import { listOf } from '../page.ts';
import { areaParameter, asOfParameter, unknownArea } from '../parameters.ts';
import { answer, calculation, refused } from '../route.ts';
import { chosenYear, groupParameter, schoolYearParameter, yearsOf } from './result-parameters.ts';
import { type ShownSeries, shownSeries } from './shown-series.ts';

const figureSchema = z.object({
  value: z.number().nullable(),
  status: z.string().exactOptional().describe('Why there is no figure, or what sort of figure it is'),
  pupils: z.int().nullable(),
});

const comparisonSchema = z
  .object({
    metric: z.string(),
    name: z.string(),
    unit: z.enum(['count', 'ratio', 'gbp', 'score']),
    better: z.enum(['lower', 'higher', 'neither']),
    academy: figureSchema,
    maintained: figureSchema,
    gap: z.number().nullable().describe('Academies less maintained schools; a share as a fraction'),
    interval: z
      .object({ lower: z.number(), upper: z.number() })
      .nullable()
      .describe('95% interval of the gap (Newcombe); null without the numbers of pupils'),
    gapInPupils: z.int().nullable().describe('How many pupils of academies the gap is'),
    beyondChance: z.boolean().nullable().describe('Null where it cannot be judged'),
    illustration: z.boolean().describe('Invented: no figure of the council'),
    text: z.string(),
  })
  .meta({ id: 'SchoolTypeComparison' });

const schoolTypesSchema = listOf(comparisonSchema)
  .extend({
    ...{ area: z.string(), group: z.string().nullable() },
    year: periodSchema.nullable(),
    years: z.array(periodSchema).describe('The years that can be asked for, the last first'),
    caution: z.string(),
    illustration: z.boolean(),
  })
  .meta({ id: 'SchoolTypes' });

const CAUTION =
  'Schools become academies for different reasons, and their pupils differ: a gap says how results stand, not what a type of school does.';

/** Academies beside maintained schools, result by result. */
export const listSchoolTypes = calculation({
  method: 'GET',
  path: '/areas/{area}/school-types',
  summary:
    'Academies beside maintained schools by subject: both figures, the gap, what it is in pupils, and chance',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({ year: schoolYearParameter, group: groupParameter, asOf: asOfParameter }),
  response: schoolTypesSchema,
  scopes: ['read'],
  handle: async ({ params: { area }, query, caller, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const shown = await shownSeries(area, query.asOf, caller, ports);
    if (!('series' in shown)) return refused(shown);
    const dimensions = query.group === undefined ? {} : { group: query.group };
    const years = yearsOf(
      metrics.flatMap(({ id }) =>
        splitsOf(shown.series, id, 'schoolType', dimensions).flatMap(({ series }) =>
          series.points.map(({ period }) => period),
        ),
      ),
    );
    const year = chosenYear(query.year, years, 'figures by type of school');
    if (typeof year === 'object') return refused(year);
    const items = year === undefined ? [] : compared(shown, year, dimensions);
    return answer({
      ...{ area, group: query.group ?? null, year: year ?? null, years: [...years] },
      ...{ caution: CAUTION, illustration: items.some(({ illustration }) => illustration) },
      ...{ items, next: null },
    });
  },
});

function compared({ series }: ShownSeries, year: Period, dimensions: Readonly<Record<string, string>>) {
  return metrics.flatMap((definition) => {
    const at = (schoolType: string) =>
      pointAt(seriesOf(series, definition.id, { ...dimensions, schoolType }), year);
    const [academy, maintained] = [at('academy'), at('maintained')];
    if (!academy && !maintained) return [];
    const { id, name, unit, better } = definition;
    return [{ metric: id, name, unit, better, ...compareTypes(definition, academy, maintained) }];
  });
}
