import * as z from 'zod';
import type { MetricDefinition } from '../../catalogue/metric.ts';
import { metricById } from '../../catalogue/metrics.ts';
import { dayInLondon, parseDay } from '../../period/london.ts';
import { leaveOf, ruleBoundsSchema, ruleOn, ruleProblems, rulesOf } from '../../settings/rule.ts';
import { latestSetting, type Setting } from '../../settings/setting.ts';
import { areaParameter, asOfParameter, metricParameter, noQuery, unknownArea } from '../parameters.ts';
import { type Problem, problem } from '../problem.ts';
import { actionWithBody, answer, calculation, refused } from '../route.ts';
import { settingsAsOf } from '../settings-as-of.ts';
import { settle } from '../settle.ts';

const day = z.string().refine((text) => parseDay(text) !== undefined, 'Write a day: 2025-04-01');
const versionSchema = z.int().min(0).max(99_999_998);
const shownBound = z.object({ enter: z.number(), leave: z.number() });

const ruleSchema = z
  .object({
    area: z.string(),
    metric: z.string(),
    inForce: z
      .object({
        whose: z.enum(['catalogue', 'council']),
        version: versionSchema.nullable(),
        amber: shownBound,
        red: shownBound,
        entering: ruleBoundsSchema.shape.entering.unwrap(),
        leaving: ruleBoundsSchema.shape.leaving.unwrap(),
      })
      .describe('What rates a period that ends today'),
    version: versionSchema.describe('The latest version; 0 where nobody has written one'),
    versions: z
      .array(
        z.object({
          version: versionSchema,
          bounds: ruleBoundsSchema.nullable().describe('Null: taken back'),
          reason: z.string(),
          by: z.string(),
          at: z.iso.datetime(),
          validFrom: z.string(),
          validTo: z.string().nullable(),
        }),
      )
      .describe('All that was ever written, the last first'),
  })
  .meta({ id: 'Rule' });

const givenSchema = z
  .strictObject({
    bounds: ruleBoundsSchema.nullable().meta({ description: 'Null takes the council’s own bounds back' }),
    reason: z.string().trim().min(1, 'Say why').max(500),
    validFrom: day
      .exactOptional()
      .meta({ description: 'First day that a period may end on to be rated by it; today when left out' }),
    validTo: day.exactOptional().meta({ description: 'Last such day; for good when left out' }),
    version: versionSchema.default(0).meta({
      description: 'The version that you have read, 0 where there was none: 409 when it is not the latest',
    }),
  })
  .meta({ id: 'RuleChange' });

const params = z.object({ area: areaParameter, metric: metricParameter });

/** By which bounds a metric of a council is rated against its plan, and who said so. */
export const getRule = calculation({
  method: 'GET',
  path: '/areas/{area}/rules/{metric}',
  summary: 'The bounds by which a metric is rated against its plan, with every version of them',
  params,
  query: z.strictObject({ asOf: asOfParameter }),
  response: ruleSchema,
  scopes: ['read'],
  handle: async ({ params: { area, metric }, query, ports }) => {
    const definition = unknownArea(area, ports) ?? rated(metric);
    if ('status' in definition) return refused(definition);
    const found = await settingsAsOf(area, query.asOf, ports);
    return 'status' in found ? refused(found) : answer(described(area, definition, found.settings, found.at));
  },
});

/** Sets a council's own bounds, for periods that end while it is valid. */
export const putRule = actionWithBody({
  method: 'PUT',
  path: '/areas/{area}/rules/{metric}',
  summary: 'Set the council’s own bounds for a metric, or take them back; the reasons of ratings name them',
  params,
  query: noQuery,
  body: givenSchema,
  response: ruleSchema,
  scopes: ['operate'],
  handle: async ({ params: { area, metric }, body, caller, ports }) => {
    const definition = unknownArea(area, ports) ?? rated(metric);
    if ('status' in definition) return refused(definition);
    const { bounds, reason, version: seen, validTo } = body;
    const validFrom = body.validFrom ?? dayInLondon(ports.clock.now());
    const wrong = [
      ...(bounds ? ruleProblems(bounds) : []),
      ...(validTo !== undefined && validTo < validFrom
        ? [{ field: 'validTo', message: `It ends on ${validTo}, before it begins on ${validFrom}.` }]
        : []),
    ];
    if (wrong.length > 0) {
      const told = wrong.map(({ field, message }) => `${field}: ${message}`).join(' ');
      return refused(problem(400, `Cannot use this rule: ${told}`, wrong));
    }
    const written = await settle(
      {
        ...{ area, kind: 'rule', id: metric, body: { bounds, reason }, validFrom, seen },
        ...(validTo !== undefined && { validUntil: validTo }),
      },
      caller,
      ports,
    );
    if ('status' in written) return refused(written);
    const settings = await ports.settings.list(area);
    return answer(described(area, definition, settings, ports.clock.now()));
  },
});

/** A metric that bounds can be set for: one of which a direction is worse. */
function rated(id: string): MetricDefinition | Problem {
  const definition = metricById(id);
  if (!definition) return problem(404, `No metric is called "${id.slice(0, 40)}". See /api/v1/metrics.`);
  return definition.better === 'neither'
    ? problem(
        400,
        `Cannot rate ${id}: neither more nor less of it is better in itself. Choose a metric with a better direction.`,
      )
    : definition;
}

function described(
  area: string,
  { id, bounds }: MetricDefinition,
  settings: readonly Setting[],
  at: Date,
): z.input<typeof ruleSchema> {
  const rules = rulesOf(settings, id);
  const own = ruleOn(rules, dayInLondon(at));
  const { amber, red, ...confirmation } =
    own?.bounds ?? ruleBoundsSchema.parse({ amber: { enter: bounds.amber }, red: { enter: bounds.red } });
  return {
    ...{ area, metric: id },
    inForce: {
      ...{ whose: own ? 'council' : 'catalogue', version: own?.version ?? null },
      amber: { enter: amber.enter, leave: leaveOf(amber) },
      red: { enter: red.enter, leave: leaveOf(red) },
      ...confirmation,
    },
    version: latestSetting(settings, 'rule', id)?.version ?? 0,
    versions: rules.toReversed(),
  };
}
