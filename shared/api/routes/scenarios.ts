import * as z from 'zod';
import { compared } from '../../scenario/saved/compare.ts';
import { outcomeOf } from '../../scenario/saved/outcome.ts';
import { latestSetting, type Setting } from '../../settings/setting.ts';
import { listOf, pageOf } from '../page.ts';
import { areaParameter, asOfParameter, pageParameters, unknownArea } from '../parameters.ts';
import type { ComputePorts } from '../ports.ts';
import { type Problem, problem } from '../problem.ts';
import { answer, calculation, page, refused } from '../route.ts';
import { settingsAsOf } from '../settings-as-of.ts';
import {
  keptOf,
  keptSchema,
  keptWithBody,
  keptWithBodySchema,
  nextMonth,
  savedIn,
  scenarioNameSchema,
} from './scenario-settings.ts';

const named = z.object({ area: areaParameter, name: scenarioNameSchema });
const versionParameter = z.coerce.number().int().min(1).exactOptional();

/** The scenarios that an area keeps, each in its latest version. */
export const listScenarios = calculation({
  method: 'GET',
  path: '/areas/{area}/scenarios',
  summary: 'Scenarios that are kept, each in its latest version, by name',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({ ...pageParameters, asOf: asOfParameter }),
  response: listOf(keptSchema),
  scopes: ['read'],
  handle: async ({ params: { area }, query, ports }) => {
    const found = await versionsOf(area, query.asOf, ports);
    if (!Array.isArray(found)) return refused(found);
    const names = [...new Set(found.map(({ id }) => id))].sort();
    const latest = names.flatMap((name) => latestSetting(found, 'scenario', name) ?? []);
    return page(pageOf(latest.map(keptOf), query, ({ name }) => name));
  },
});

/** One version of a scenario with its body; the latest when none is named. */
export const getScenario = calculation({
  method: 'GET',
  path: '/areas/{area}/scenarios/{name}',
  summary: 'A kept scenario with its body: the latest version, or one of them',
  params: named,
  query: z.strictObject({ version: versionParameter, asOf: asOfParameter }),
  response: keptWithBodySchema,
  scopes: ['read'],
  handle: async ({ params: { area, name }, query, ports }) => {
    const found = await versionsOf(area, query.asOf, ports);
    if (!Array.isArray(found)) return refused(found);
    const setting = versionOf(found, name, query.version);
    return 'status' in setting ? refused(setting) : answer(keptWithBody(setting));
  },
});

/** Every version of a scenario, the last first. */
export const listScenarioVersions = calculation({
  method: 'GET',
  path: '/areas/{area}/scenarios/{name}/versions',
  summary: 'Every version of a kept scenario, the last first',
  params: named,
  query: z.strictObject({ ...pageParameters, asOf: asOfParameter }),
  response: listOf(keptSchema),
  scopes: ['read'],
  handle: async ({ params: { area, name }, query, ports }) => {
    const found = await versionsOf(area, query.asOf, ports);
    if (!Array.isArray(found)) return refused(found);
    const own = found.filter(({ id }) => id === name).sort((a, b) => b.version - a.version);
    if (own.length === 0) return refused(noScenario(name));
    return page(pageOf(own.map(keptOf), query, ({ version }) => String(version)));
  },
});

const MOST_COMPARED = 6;

const namesSchema = z
  .string()
  .transform((text) => text.split(',').map((name) => name.trim()))
  .pipe(z.array(scenarioNameSchema).min(1).max(MOST_COMPARED))
  .meta({ description: `Names of up to ${MOST_COMPARED} scenarios, between commas` });

/** Scenarios side by side, line by line. */
export const compareScenarios = calculation({
  method: 'GET',
  path: '/areas/{area}/scenarios/compare',
  summary: 'Kept scenarios side by side: open plans by month, money by financial year',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({ names: namesSchema, asOf: asOfParameter }),
  response: z
    .object({
      scenarios: z.array(keptSchema),
      lines: z.array(
        z.object({
          metric: z.string(),
          unmitigated: z.boolean().describe('Without interventions and mitigations'),
          points: z.array(
            z.object({
              period: z.string(),
              values: z.array(z.number().nullable()).describe('One for each scenario, in their order'),
            }),
          ),
        }),
      ),
    })
    .meta({ id: 'ComparedScenarios' }),
  scopes: ['read'],
  handle: async ({ params: { area }, query, ports }) => {
    const found = await versionsOf(area, query.asOf, ports);
    if (!Array.isArray(found)) return refused(found);
    const settings: Setting[] = [];
    for (const name of query.names) {
      const setting = versionOf(found, name, undefined);
      if ('status' in setting) return refused(setting);
      settings.push(setting);
    }
    const outcomes = settings.map((setting) => outcomeOf(savedIn(setting), nextMonth(ports)));
    const lines = compared(outcomes).map((line) => ({ ...line, points: [...line.points] }));
    return answer({ scenarios: settings.map(keptOf), lines });
  },
});

/** Every version of every scenario of an area that had been written by a day. */
async function versionsOf(
  area: string,
  asOf: string | undefined,
  ports: ComputePorts,
): Promise<Setting[] | Problem> {
  const unknown = unknownArea(area, ports);
  if (unknown) return unknown;
  const found = await settingsAsOf(area, asOf, ports);
  return 'status' in found ? found : found.settings.filter(({ kind }) => kind === 'scenario');
}

/** A version of a scenario, the latest when none is named, or why there is none. */
function versionOf(
  settings: readonly Setting[],
  name: string,
  version: number | undefined,
): Setting | Problem {
  const latest = latestSetting(settings, 'scenario', name);
  if (!latest) return noScenario(name);
  if (version === undefined) return latest;
  const found = settings.find((each) => each.id === name && each.version === version);
  return found ?? problem(404, `${name} has no version ${version}: its latest is ${latest.version}.`);
}

function noScenario(name: string): Problem {
  return problem(404, `No scenario is kept under the name ${name}. See the list of scenarios.`);
}
