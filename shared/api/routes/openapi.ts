import * as z from 'zod';
import { readExamples } from '../examples/examples.ts';
import { openApiDocument } from '../openapi.ts';
import { noQuery } from '../parameters.ts';
import type { ComputePorts } from '../ports.ts';
import { answer, calculation, type DescribedRoute, type Route } from '../route.ts';

/**
 * The route that describes the others and itself. It is calculated from the schemas of all, so that no other function
 * need hold what it does not answer.
 */
export function openApiRoute(others: readonly DescribedRoute[]): Route<ComputePorts> {
  const self: Route<ComputePorts> = calculation({
    method: 'GET',
    path: '/openapi.json',
    summary: 'This description, OpenAPI 3.1',
    params: z.object({}),
    query: noQuery,
    response: z.looseObject({ openapi: z.literal('3.1.0') }),
    scopes: null,
    cacheControl: 'public, max-age=300',
    handle: async () => answer(await document()),
  });
  let made: ReturnType<typeof openApiDocument> | undefined;
  const document = async () => {
    made ??= openApiDocument([...others, self], await readExamples());
    return made;
  };
  return self;
}
