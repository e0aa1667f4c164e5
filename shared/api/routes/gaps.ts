import * as z from 'zod';
import { editionInUse } from '../../catalogue/areas/neighbours-in-use.ts';
import { metricById } from '../../catalogue/metrics.ts';
import { DELAYED_ENTRY } from '../../catalogue/outcomes/group-notes.ts';
import { stageOf } from '../../catalogue/outcomes/stages.ts';
import { comparesFrom } from '../../catalogue/outcomes/years.ts';
import { dimensionsId } from '../../facts/cell.ts';
import type { Measured } from '../../outcomes/gap.ts';
import { distanceSince } from '../../outcomes/trend.ts';
import { type Period, parsePeriod } from '../../period/period.ts';
import {
  type GapYear,
  gapYearSchema,
  type KeptGaps,
  keptGapsSchema,
  outcomeChangeSchema,
  scorecardRowSchema,
} from '../../recompute/outcomes/scorecard-view.ts';
import { gapsPart } from '../../recompute/part-names.ts';
import { periodSchema } from '../../recompute/period-schema.ts';
import { csvForm } from '../csv/csv-form.ts';
import { itemTable } from '../csv/item-table.ts';
import { schemaColumns } from '../csv/schema-columns.ts';
import { areaParameter, asOfParameter, dimensionParameters, unknownArea } from '../parameters.ts';
import { problem } from '../problem.ts';
import { answer, refused, route } from '../route.ts';
import { readRun } from '../run-read.ts';
import { runStamp } from '../run-stamp.ts';

const { group, sex } = dimensionParameters;

const metricWithGaps = z
  .string()
  .refine((id) => stageOf(id) !== undefined, {
    error: ({ input }) =>
      `No result of schools is called "${String(input).slice(0, 80)}". Gaps are of the metrics on the scorecards, such as ks2.rwm.`,
  })
  .meta({ description: 'A result of schools, `ks2.rwm`' });

const LEVELS = ['council', 'region', 'national', 'neighbours'] as const;
const distance = outcomeChangeSchema.nullable().describe('Null without a figure of both years');

const gapsSchema = z
  .object({
    area: z.string(),
    ...scorecardRowSchema.pick({
      ...{ metric: true, name: true, shortName: true, unit: true, better: true },
      ...{ dimensions: true, group: true, of: true },
    }).shape,
    region: z.string().describe('Name of the region'),
    edition: z.string(),
    base: periodSchema.nullable().describe('The year that the distance is measured from'),
    comparesFrom: z.string().nullable().describe('Why earlier years do not compare, where they do not'),
    distance: z
      .object({ council: distance, region: distance, national: distance, neighbours: distance })
      .describe('How far each has come from the base year to the latest'),
    notes: z.array(z.string()),
    splits: z
      .array(z.object({ dimensions: z.record(z.string(), z.string()), of: z.string() }))
      .describe('Of whom else there are gaps of this metric'),
    years: z.array(gapYearSchema).describe('Every school year, the oldest first; none is left out'),
  })
  .meta({ id: 'Gaps' });

/** The gaps of a result of schools over the years. */
export const getGaps = route({
  method: 'GET',
  path: '/areas/{area}/gaps/{metric}',
  summary: 'Gaps of a result to region, England, neighbours and all other pupils, year by year',
  params: z.object({ area: areaParameter, metric: metricWithGaps }),
  query: z.strictObject({
    ...{ group, sex, asOf: asOfParameter },
    base: z
      .string()
      .regex(/^AY\d{4}$/, 'Write a school year as AY2018 (September 2018 to August 2019)')
      .exactOptional()
      .meta({ description: 'The year to measure the distance from; usually the last before Covid' }),
  }),
  response: gapsSchema,
  forms: ['text/csv'],
  stamp: runStamp,
  scopes: ['read'],
  handle: async ({ params, query, caller, ports }) => {
    const unknown = unknownArea(params.area, ports);
    if (unknown) return refused(unknown);
    const { asOf, base: asked, ...split } = query;
    const run = await readRun(params.area, asOf, caller, ports, () => [gapsPart(params.metric)]);
    if (run.kind === 'problem') return run;
    const part = run.part(gapsPart(params.metric));
    const kept: KeptGaps = part === undefined ? [] : keptGapsSchema.parse(part);
    const wanted = dimensionsId(split);
    const found = kept.find(({ dimensions }) => dimensionsId(dimensions) === wanted);
    if (!found && wanted !== '') {
      const there = kept.map(({ dimensions }) => dimensionsId(dimensions)).filter((each) => each !== '');
      const list = there.length === 0 ? 'There are none by group or sex.' : `There are: ${there.join(', ')}.`;
      return refused(problem(404, `There are no gaps of ${params.metric} for ${wanted}. ${list}`));
    }
    const series = found ?? nothingOf(params.metric);
    const latest = series.years.findLast(({ council }) => council.value !== null)?.period;
    const { travelled, base } = distances(
      series,
      latest,
      asked === undefined ? undefined : parsePeriod(asked),
    );
    // Every council of England, which few answers need.
    const { areaByCode } = await import('../../catalogue/areas.ts');
    const body = {
      ...{ area: params.area, ...series, edition: editionInUse },
      region: areaByCode(params.area)?.region.name ?? 'region',
      ...{ base, distance: travelled, notes: notesOf(series) },
      comparesFrom: (latest && comparesFrom(params.metric, latest)?.why) ?? null,
      splits: kept.map(({ dimensions, of }) => ({ dimensions, of })),
    };
    const table = () => itemTable(schemaColumns(gapYearSchema), body.years);
    return { ...answer(body), forms: [csvForm(table)] };
  },
});

/** What the figures must be read with; an assessment says how delayed entry is reflected. */
function notesOf({ metric, notes }: KeptGaps[number]): string[] {
  return stageOf(metric)?.id === 'absence' ? notes : [...notes, DELAYED_ENTRY];
}

/** How far each level has come by the latest year of the council. */
function distances(
  { metric: id, unit, better, years }: KeptGaps[number],
  latest: Period | undefined,
  asked: Period | undefined,
) {
  const measured: Measured = { id, unit, better };
  const of = (level: (typeof LEVELS)[number]) =>
    (latest && distanceSince(figuresOf(years, level), latest, measured, asked)) ?? null;
  const travelled = {
    ...{
      council: of('council'),
      region: of('region'),
      national: of('national'),
      neighbours: of('neighbours'),
    },
  };
  return { travelled, base: asked ?? travelled.council?.since ?? null };
}

function figuresOf(years: readonly GapYear[], level: (typeof LEVELS)[number]) {
  return years.map((year) => {
    const { value, numerator, denominator } = year[level];
    return {
      period: year.period,
      figure: {
        value,
        ...(numerator !== null && { numerator }),
        ...(denominator !== null && { denominator }),
      },
    };
  });
}

function nothingOf(id: string): KeptGaps[number] {
  const definition = metricById(id);
  if (!definition) throw new Error(`Metric ${id} passed validation but is not in the catalogue`);
  const { name, shortName, unit, better } = definition;
  return {
    metric: id,
    name,
    shortName,
    unit,
    better,
    dimensions: {},
    group: null,
    of: 'All pupils',
    notes: [],
    years: [],
  };
}
