import * as z from 'zod';
import { noQuery } from '../parameters.ts';
import type { ComputePorts } from '../ports.ts';
import { answer, calculation, type DescribedRoute, type Route } from '../route.ts';

/**
 * The route that describes the others and itself. It is calculated from the schemas of all, which are read when somebody
 * asks, so that no function need hold what it does not answer.
 */
export function openApiRoute(others: () => Promise<readonly DescribedRoute[]>): Route<ComputePorts> {
  const self: Route<ComputePorts> = calculation({
    method: 'GET',
    path: '/openapi.json',
    summary: 'This description, OpenAPI 3.1',
    params: z.object({}),
    query: noQuery,
    response: z.looseObject({ openapi: z.literal('3.1.0') }),
    scopes: null,
    cacheControl: 'public, max-age=300',
    async handle() {
      made ??= await describe();
      return answer(made);
    },
  });
  let made: Awaited<ReturnType<typeof describe>> | undefined;
  const describe = async () => {
    const [{ openApiDocument }, { readExamples }, described] = await Promise.all([
      import('../openapi.ts'),
      import('../examples/examples.ts'),
      others(),
    ]);
    return openApiDocument([...described, self], await readExamples());
  };
  return self;
}
