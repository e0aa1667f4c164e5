import * as z from 'zod';
import type { Area } from '../../catalogue/areas.ts';
import { mayUse } from '../authorise.ts';
import { listOf, pageOf } from '../page.ts';
import { areaParameter, asOfParameter, laterThanNow, pageParameters, unknownArea } from '../parameters.ts';
import { answer, page, refused, route } from '../route.ts';

const neighbour = z.object({
  code: z.string().nullable().describe('Null when the council has been abolished since'),
  name: z.string(),
  closeness: z.string(),
});

const areaSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    region: z.object({ code: z.string(), name: z.string() }),
    neighbourEdition: z.string().describe('The edition by which the council is compared'),
    statisticalNeighbours: z.array(z.object({ edition: z.string(), items: z.array(neighbour) })),
  })
  .meta({ id: 'Area' });

/** The councils that the caller may see. */
export const listAreas = route({
  method: 'GET',
  path: '/areas',
  summary: 'Areas with their region and statistical neighbours',
  params: z.object({}),
  query: z.strictObject({ ...pageParameters, asOf: asOfParameter }),
  response: listOf(areaSchema),
  scopes: ['read'],
  handle: async ({ query, caller, ports }) => {
    const later = laterThanNow(query.asOf, ports);
    if (later) return refused(later);
    const { areas, editionInUse } = await catalogued();
    const served = areas.filter(({ code }) => ports.areas.includes(code) && mayUse(caller, code));
    return page(
      pageOf(
        served.map((area) => describe(area, editionInUse)),
        query,
        ({ code }) => code,
      ),
    );
  },
});

/** One council. */
export const getArea = route({
  method: 'GET',
  path: '/areas/{area}',
  summary: 'An area with its region and statistical neighbours',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({ asOf: asOfParameter }),
  response: areaSchema,
  scopes: ['read'],
  handle: async ({ params, query, ports }) => {
    const unknown = unknownArea(params.area, ports) ?? laterThanNow(query.asOf, ports);
    if (unknown) return refused(unknown);
    const { areas, editionInUse } = await catalogued();
    const area = areas.find(({ code }) => code === params.area);
    if (!area) throw new Error(`Area ${params.area} is served but not in the catalogue`);
    return answer(describe(area, editionInUse));
  },
});

/** Every council of England with its neighbours, 25 KiB: few ask, so it is read when one does. */
async function catalogued() {
  const [{ areas }, { editionInUse }] = await Promise.all([
    import('../../catalogue/areas.ts'),
    import('../../catalogue/areas/neighbours-in-use.ts'),
  ]);
  return { areas, editionInUse };
}

function describe(
  { code, name, region, neighbours }: Area,
  editionInUse: string,
): z.input<typeof areaSchema> {
  const statisticalNeighbours = Object.entries(neighbours).map(([edition, items]) => ({
    edition,
    items: items.map((item) => ({ code: item.code, name: item.name, closeness: item.closeness })),
  }));
  return { code, name, region, neighbourEdition: editionInUse, statisticalNeighbours };
}
