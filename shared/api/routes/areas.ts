import * as z from 'zod';
import { editionInUse } from '../../catalogue/areas/neighbours-in-use.ts';
import { type Area, areaByCode, areas } from '../../catalogue/areas.ts';
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
  handle: ({ query, caller, ports }) => {
    const later = laterThanNow(query.asOf, ports);
    if (later) return refused(later);
    const served = areas.filter(({ code }) => ports.areas.includes(code) && mayUse(caller, code));
    return page(pageOf(served.map(describe), query, ({ code }) => code));
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
  handle: ({ params, query, ports }) => {
    const unknown = unknownArea(params.area, ports) ?? laterThanNow(query.asOf, ports);
    const area = areaByCode(params.area);
    if (unknown) return refused(unknown);
    if (!area) throw new Error(`Area ${params.area} is served but not in the catalogue`);
    return answer(describe(area));
  },
});

function describe({ code, name, region, neighbours }: Area): z.input<typeof areaSchema> {
  const statisticalNeighbours = Object.entries(neighbours).map(([edition, items]) => ({
    edition,
    items: items.map((item) => ({ code: item.code, name: item.name, closeness: item.closeness })),
  }));
  return { code, name, region, neighbourEdition: editionInUse, statisticalNeighbours };
}
