import * as z from 'zod';
import { conditions } from '../../catalogue/feeds/conditions.ts';
import type { FeedDefinition } from '../../catalogue/feeds/feed.ts';
import { interventions } from '../../catalogue/feeds/interventions.ts';
import { milestones } from '../../catalogue/feeds/milestones.ts';
import { programme } from '../../catalogue/feeds/programme.ts';
import { recommendations } from '../../catalogue/feeds/recommendations.ts';
import { risks } from '../../catalogue/feeds/risks.ts';
import { isAbout } from '../../programme/about.ts';
import { apiName } from '../../programme/column-name.ts';
import { type RegisterFeed, registerItemSchema } from '../../programme/register-schemas.ts';
import { registerPart } from '../../recompute/part-names.ts';
import { listOf, pageOf } from '../page.ts';
import { areaParameter, asOfParameter, metricParameter, pageParameters, unknownArea } from '../parameters.ts';
import type { ApiPorts } from '../ports.ts';
import { page, type Route, refused, route } from '../route.ts';
import { readRun } from '../run-read.ts';
import { runStamp } from '../run-stamp.ts';

/** A register of an area: one part of a run. */
function registerRoute(feed: FeedDefinition, id: RegisterFeed, summary: string): Route<ApiPorts> {
  const item = registerItemSchema({ ...feed, id });
  const identity = feed.columns.flatMap(({ name, holds }) =>
    holds.kind === 'identity' ? [apiName(name)] : [],
  );
  return route({
    method: 'GET',
    path: `/areas/{area}/${id}`,
    summary,
    params: z.object({ area: areaParameter }),
    query: z.strictObject({
      ...{ ...pageParameters, asOf: asOfParameter },
      metric: metricParameter
        .exactOptional()
        .meta({ description: 'Only what is about this metric; its 12-month form is the same metric' }),
    }),
    response: listOf(item),
    scopes: ['read'],
    stamp: runStamp,
    handle: async ({ params, query, caller, ports }) => {
      const unknown = unknownArea(params.area, ports);
      if (unknown) return refused(unknown);
      const run = await readRun(params.area, query.asOf, caller, ports, () => [registerPart(id)]);
      if (run.kind === 'problem') return run;
      const all = z.array(item).parse(run.part(registerPart(id)) ?? []);
      const { metric, ...paging } = query;
      const items = metric === undefined ? all : all.filter((entry) => isAbout(entry, metric));
      const keyOf = (entry: Readonly<Record<string, unknown>>) =>
        JSON.stringify(identity.map((name) => entry[name]));
      return page(pageOf(items, paging, keyOf));
    },
  });
}

/** The registers, each entry with its history and what the data say of it. */
export const registers: readonly Route<ApiPorts>[] = [
  registerRoute(
    programme,
    'programme',
    'Workstreams of each programme, their status over time, and what is late',
  ),
  registerRoute(
    milestones,
    'milestones',
    'Milestones of each workstream, and by how many days they are late',
  ),
  registerRoute(
    conditions,
    'conditions',
    'Conditions of the agreement, their ratings over time, and the evidence',
  ),
  registerRoute(risks, 'risks', 'Risks and issues, how they are scored and how they moved'),
  registerRoute(
    interventions,
    'interventions',
    'What is done to change the figures, and what the figures now say',
  ),
  registerRoute(recommendations, 'recommendations', 'What committees recommended, and what became of it'),
];
