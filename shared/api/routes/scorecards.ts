import * as z from 'zod';
import { editionInUse } from '../../catalogue/areas/neighbours-in-use.ts';
import { metricById } from '../../catalogue/metrics.ts';
import { GAP_RULES } from '../../catalogue/outcomes/gap-bounds.ts';
import { DELAYED_ENTRY } from '../../catalogue/outcomes/group-notes.ts';
import { stageBackgrounds } from '../../catalogue/outcomes/stage-backgrounds.ts';
import { type Stage, stageById, stageIds } from '../../catalogue/outcomes/stages.ts';
import { covidNote, whyNoResult } from '../../catalogue/outcomes/years.ts';
import { type Period, parsePeriod } from '../../period/period.ts';
import {
  type KeptScorecard,
  keptScorecardSchema,
  type Scorecard,
  scorecardRowSchema,
  scorecardSchema,
} from '../../recompute/outcomes/scorecard-view.ts';
import { scorecardPart } from '../../recompute/part-names.ts';
import { csvForm } from '../csv/csv-form.ts';
import { itemTable } from '../csv/item-table.ts';
import { schemaColumns } from '../csv/schema-columns.ts';
import { areaParameter, asOfParameter, unknownArea } from '../parameters.ts';
import { type Problem, problem } from '../problem.ts';
import { answer, refused, route } from '../route.ts';
import { type RunRead, readRun } from '../run-read.ts';
import { runStamp } from '../run-stamp.ts';

const stageParameter = z
  .string()
  .refine((id) => stageById(id) !== undefined, {
    error: ({ input }) =>
      `There is no scorecard "${String(input).slice(0, 40)}". There are: ${stageIds.join(', ')}.`,
  })
  .meta({ description: `Stage of school: ${stageIds.map((id) => `\`${id}\``).join(', ')}` });

const yearParameter = z
  .string()
  .regex(/^AY\d{4}$/, 'Write a school year as AY2023 (September 2023 to August 2024)')
  .exactOptional()
  .meta({ description: 'School year, `AY2023` for 2023/24; without it the latest with figures' });

/** A stage of school in one year, as a councillor reads it. */
export const getScorecard = route({
  method: 'GET',
  path: '/areas/{area}/scorecards/{stage}',
  summary: 'Results of a stage of school beside region, England and neighbours, with gaps and key points',
  params: z.object({ area: areaParameter, stage: stageParameter }),
  query: z.strictObject({ year: yearParameter, asOf: asOfParameter }),
  response: scorecardSchema,
  forms: ['text/csv'],
  scopes: ['read'],
  stamp: runStamp,
  handle: async ({ params, query, caller, ports }) => {
    const unknown = unknownArea(params.area, ports);
    if (unknown) return refused(unknown);
    const stage = stageById(params.stage);
    if (!stage) throw new Error(`The stage ${params.stage} passed validation and is none`);
    const year = query.year === undefined ? undefined : parsePeriod(query.year);
    const name = scorecardPart(stage.id, year);
    const run = await readRun(params.area, query.asOf, caller, ports, () => [name]);
    if (run.kind === 'problem') return run;
    const part = run.part(name);
    if (part === undefined && year !== undefined) return refused(await noSuchYear(stage, year, run));
    const kept =
      part === undefined ? await nothingKnown(params.area, stage) : keptScorecardSchema.parse(part);
    const shown = explained(kept, stage);
    const table = () => itemTable(schemaColumns(scorecardRowSchema), shown.rows);
    return { ...answer(shown), forms: [csvForm(table)] };
  },
});

const COLUMNS = ['council', 'region', 'national', 'neighbours', 'gaps', 'pupils', 'trend'];

/** With what the catalogue says to a reader who is no teacher. */
function explained(kept: KeptScorecard, stage: Stage): Scorecard {
  const { year } = kept;
  const shown = new Set(kept.rows.map(({ metric }) => metric));
  return {
    ...kept,
    title: stage.name,
    background: stageBackgrounds[stage.id],
    covid: year === null ? null : (covidNote(stage.metrics[0] ?? '', year) ?? null),
    columns: COLUMNS,
    assessments: stage.metrics.flatMap((id) => {
      const found = shown.has(id) ? metricById(id) : undefined;
      return found
        ? [{ metric: id, name: found.name, definition: found.definition, background: found.background }]
        : [];
    }),
    rules: [...GAP_RULES],
    notes: stage.id === 'absence' ? [] : [DELAYED_ENTRY],
  };
}

async function nothingKnown(area: string, stage: Stage): Promise<KeptScorecard> {
  const { areaByCode } = await import('../../catalogue/areas.ts');
  const council = areaByCode(area);
  return {
    ...{ area, name: council?.name ?? area, region: council?.region.name ?? 'region' },
    ...{ stage: stage.id, year: null, years: [], edition: editionInUse },
    ...{ rating: null, officerRating: null, reasons: [], keyPoints: [], rows: [] },
  };
}

async function noSuchYear(stage: Stage, year: Period, { more }: RunRead): Promise<Problem> {
  const name = scorecardPart(stage.id);
  const latest = (await more([name])).part(name);
  const years = latest === undefined ? [] : keptScorecardSchema.parse(latest).years;
  const why = whyNoResult(stage.metrics[0] ?? '', year);
  const there = years.length === 0 ? 'There are no figures of it yet.' : `There are: ${years.join(', ')}.`;
  return problem(
    404,
    `There is no scorecard ${stage.id} of ${year}.${why === undefined ? '' : ` ${why}`} ${there}`,
  );
}
