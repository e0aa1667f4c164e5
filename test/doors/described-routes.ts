import * as z from 'zod';

const documentSchema = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** A route of the OpenAPI document, `GET /api/v1/areas/{area}`. */
export type Operation = { readonly method: string; readonly path: string };

export async function describedRoutes(origin: string): Promise<readonly Operation[]> {
  const { paths } = documentSchema.parse(await (await fetch(`${origin}/api/v1/openapi.json`)).json());
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => ({ method: method.toUpperCase(), path })),
  );
}

/** What is written into the parameters of a path, but for the area: things that there are, else nothing. */
const THERE: Readonly<Record<string, string>> = {
  metric: 'ehcp.active',
  feed: 'send-monthly',
  stage: 'ks2',
};

/** The address of a route for an area. */
export function addressOf({ path }: Operation, area: string): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'area' ? area : (THERE[name] ?? 'nothing'),
  );
}
