import * as z from 'zod';
import { outcomeOf } from '../../scenario/saved/outcome.ts';
import { fixedInTime, savedProblems, savedScenarioSchema } from '../../scenario/saved/saved-scenario.ts';
import { trajectoryFile } from '../../scenario/saved/trajectory-file.ts';
import { latestSetting } from '../../settings/setting.ts';
import { areaParameter, noQuery, unknownArea } from '../parameters.ts';
import { problem } from '../problem.ts';
import { actionWithBody, answer, refused } from '../route.ts';
import { settle } from '../settle.ts';
import { scenarioRefusal } from './scenario-answers.ts';
import { keptOf, keptSchema, nextMonth, savedIn, scenarioNameSchema } from './scenario-settings.ts';

const params = z.object({ area: areaParameter, name: scenarioNameSchema });

const versionSchema = z.int().min(0).max(99_999_998).default(0).meta({
  description: 'The version that you have read, 0 where there was none: 409 when it is not the latest',
});

const [flow, finance] = savedScenarioSchema.options;

/** Keeps a scenario under a name; every version stays readable. */
export const putScenario = actionWithBody({
  method: 'PUT',
  path: '/areas/{area}/scenarios/{name}',
  summary: 'Keep a scenario under a name, as its next version',
  params,
  query: noQuery,
  body: z
    .discriminatedUnion('model', [
      flow.extend({ version: versionSchema }),
      finance.extend({ version: versionSchema }),
    ])
    .meta({ id: 'ScenarioToKeep' }),
  response: keptSchema,
  scopes: ['operate'],
  handle: async ({ params: { area, name }, body: { version: seen, ...given }, caller, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const next = nextMonth(ports);
    const problems = savedProblems(given, next);
    if (problems.length > 0) return refused(scenarioRefusal(problems));
    const body = fixedInTime(given, next);
    const written = await settle({ area, kind: 'scenario', id: name, body, seen }, caller, ports);
    return 'status' in written ? refused(written) : answer(keptOf(written));
  },
});

const promotionSchema = z
  .strictObject({
    version: z
      .int()
      .min(1)
      .exactOptional()
      .meta({ description: 'The version to promote; the latest when left out' }),
    trajectory: z
      .string()
      .regex(
        /^[a-z0-9][a-z0-9-]{0,59}$/,
        'A trajectory is named in small letters, figures and hyphens: sv-2024-03',
      )
      .exactOptional()
      .meta({
        description: 'Name of the plan that it becomes; the scenario’s name and version when left out',
      }),
    kind: z.enum(['mitigated', 'budget', 'target']).default('mitigated').meta({
      description: 'What its lines with interventions and mitigations are; those without are unmitigated',
    }),
  })
  .meta({ id: 'Promotion' });

/** Makes a plan of a scenario: a file of the feed `trajectory` that is dropped, and then rates the figures. */
export const promoteScenario = actionWithBody({
  method: 'POST',
  path: '/areas/{area}/scenarios/{name}/promote',
  summary:
    'Make a plan of a scenario: its lines are dropped as a trajectory and rate the figures from then on',
  params,
  query: noQuery,
  body: promotionSchema,
  response: z
    .object({
      trajectory: z.string(),
      version: z.int(),
      key: z.string().describe('The file in the drops bucket: its drops are listed by it'),
      metrics: z.array(z.string()),
      rows: z.int(),
    })
    .meta({ id: 'Promoted' }),
  scopes: ['operate'],
  handle: async ({ params: { area, name }, body, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const settings = await ports.settings.list(area);
    const latest = latestSetting(settings, 'scenario', name);
    const version = body.version ?? latest?.version;
    const setting = settings.find(
      (each) => each.kind === 'scenario' && each.id === name && each.version === version,
    );
    if (!setting || version === undefined) {
      const there = latest
        ? `its latest version is ${latest.version}`
        : 'no scenario is kept under that name';
      return refused(problem(404, `Cannot promote ${name}: ${there}.`));
    }
    const trajectory = body.trajectory ?? `${name}-v${version}`;
    const lines = outcomeOf(savedIn(setting), nextMonth(ports));
    const key = `${area}/trajectory/scenario-${name}-v${version}.csv`;
    await ports.putDrop(key, trajectoryFile(trajectory, body.kind, lines));
    return answer({
      ...{ trajectory, version, key },
      metrics: [...new Set(lines.map(({ metric }) => metric))],
      rows: lines.reduce((sum, { points }) => sum + points.length, 0),
    });
  },
});
