import * as z from 'zod';
import {
  COMBINATION,
  groupsIn,
  MOST_FOR_THREES,
  OVERLAPS,
  vennRegions,
} from '../../catalogue/breakdowns/combination.ts';
import { groups } from '../../catalogue/breakdowns/groups.ts';
import { type Point, pointOf } from '../../derive/point.ts';
import { type Facts, foldFacts } from '../../facts/fold.ts';
import { isIllustration } from '../../outcomes/illustration.ts';
import { type ExactRow, groupName, overlapsOf, vennOf } from '../../outcomes/overlaps/overlap-view.ts';
import { periodSchema } from '../../recompute/period-schema.ts';
import { listOf } from '../page.ts';
import { areaParameter, asOfParameter, unknownArea } from '../parameters.ts';
import { problem } from '../problem.ts';
import { answer, calculation, refused } from '../route.ts';
import { knownAsOf } from './known-as-of.ts';
import { chosenYear, schoolYearParameter, yearsOf } from './result-parameters.ts';

const pupils = z
  .int()
  .nullable()
  .describe('Null with a status: `c` is withheld, for another could be worked out');
const status = z.string().exactOptional();

const overlapSchema = z
  .object({
    of: z
      .enum(['exact', 'at-least'])
      .describe(
        '`exact`: in these groups and in no other that the file names; `at-least`: whatever else they are in',
      ),
    groups: z.array(z.string()).describe('Empty: in any of them'),
    name: z.string(),
    ...{ pupils, status },
  })
  .meta({ id: 'Overlap' });

const overlapsSchema = listOf(overlapSchema)
  .extend({
    area: z.string(),
    year: periodSchema.nullable(),
    years: z.array(periodSchema).describe('The years that can be asked for, the last first'),
    groups: z.array(z.object({ id: z.string(), name: z.string() })),
    venn: z
      .object({
        groups: z.array(z.string()),
        parts: z.array(
          z.object({
            ...{ inside: z.array(z.string()), outside: z.array(z.string()), name: z.string() },
            ...{ pupils, status },
          }),
        ),
      })
      .nullable()
      .describe('The parts of the Venn diagram of the two or three groups that `groups` names'),
    illustration: z.boolean().describe('Some of it is invented: no figures of the council'),
    sources: z.array(z.string()).describe('What the files say of where the figures come from'),
    drops: z.array(z.string()),
    knownAt: z.iso.datetime().nullable(),
    text: z.string(),
  })
  .meta({ id: 'Overlaps' });

const KNOWN = new Set(groups.map(({ id }) => id));

const vennParameter = z
  .string()
  .transform((text) => [...new Set(text.split(/[,+ ]/).filter((each) => each !== ''))].sort())
  .refine((ids) => ids.length >= 2 && ids.length <= 3, 'Name two or three groups: disadvantaged,sen-support')
  .refine((ids) => ids.every((id) => KNOWN.has(id)), `Name groups of these: ${[...KNOWN].join(', ')}`)
  .exactOptional()
  .meta({ description: 'Two or three groups, `disadvantaged,sen-support`: the parts of their Venn diagram' });

/** How many pupils are in several groups at once. */
export const listOverlaps = calculation({
  method: 'GET',
  path: '/areas/{area}/overlaps',
  summary:
    'Pupils by combination of groups: each combination, each total of those in at least some, and Venn diagrams',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({ year: schoolYearParameter, groups: vennParameter, asOf: asOfParameter }),
  response: overlapsSchema,
  scopes: ['read'],
  handle: async ({ params: { area }, query, caller, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const found = await knownAsOf(area, query.asOf, caller, ports);
    if (!('known' in found)) return refused(found);
    const all = combinationsIn(foldFacts(found.known.drops, found.known.blocks, found.at));
    const years = yearsOf(all.map(({ point }) => point.period));
    const year = chosenYear(query.year, years, 'pupils by combination of groups');
    if (typeof year === 'object') return refused(year);
    const rows = all.filter(({ point }) => point.period === year);
    const named = [...new Set(rows.flatMap(({ combination }) => groupsIn(combination)))].sort();
    const absent = (query.groups ?? []).filter((id) => !named.includes(id));
    if (absent.length > 0) {
      const detail = `Cannot draw a diagram with ${absent.join(' and ')}: the file of that year names ${named.join(', ') || 'no group'}.`;
      return refused(
        problem(400, detail, [{ field: 'groups', message: 'Not among the groups of the year' }]),
      );
    }
    if (named.length > MOST_FOR_THREES && query.groups?.length === 3) {
      const detail = `Cannot draw a diagram of three groups: the file of that year names ${named.length}, and of more than ${MOST_FOR_THREES} only pairs are told. Ask for two.`;
      return refused(problem(400, detail, [{ field: 'groups', message: 'Name two' }]));
    }
    const isWithheld = (dimensions: Readonly<Record<string, string>>) =>
      year !== undefined && found.veil?.figure(OVERLAPS, dimensions, year) === 'withheld';
    const items = overlapsOf(rows, isWithheld);
    const points = rows.map(({ point }) => point);
    const venn = query.groups && {
      groups: query.groups,
      parts: vennOf(vennRegions(query.groups), rows, isWithheld),
    };
    return answer({
      ...{ area, year: year ?? null, years: [...years] },
      groups: named.map((id) => ({ id, name: groupName(id) })),
      ...{ items: items.map((item) => ({ ...item, groups: [...item.groups] })), next: null },
      venn: venn
        ? {
            groups: venn.groups,
            parts: venn.parts.map((part) => ({
              ...part,
              inside: [...part.inside],
              outside: [...part.outside],
            })),
          }
        : null,
      ...aboutSources(points),
      text: textOf(items.length, points),
    });
  },
});

function combinationsIn(facts: Facts): readonly ExactRow[] {
  return [...facts.values()].flatMap(({ series, cells }) => {
    const combination = series.dimensions[COMBINATION];
    if (series.role !== 'pupils' || series.metric !== OVERLAPS || combination === undefined) return [];
    return [...cells].map(([period, cell]): ExactRow => ({ combination, point: pointOf(period, cell) }));
  });
}

function aboutSources(points: readonly Point[]) {
  return {
    illustration: points.some(isIllustration),
    sources: [...new Set(points.flatMap(({ said }) => said?.source ?? []))],
    drops: [...new Set(points.map(({ source }) => source.drop.id))],
    knownAt:
      points
        .map(({ source }) => source.drop.knownAt)
        .sort()
        .at(-1) ?? null,
  };
}

function textOf(count: number, points: readonly Point[]): string {
  if (count === 0) return 'No file of the feed overlaps has come yet.';
  const invented = points.some(isIllustration) ? 'Illustration, not figures of the council. ' : '';
  return `${invented}A combination that the file does not name is not counted. Groups overlap, so that their totals add up to more than the pupils there are.`;
}
