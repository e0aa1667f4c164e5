import { councils } from './areas/councils.ts';
import { type Neighbours, neighboursOf } from './areas/neighbours.ts';
import { type Region, regions } from './areas/regions.ts';

export { regions };

/** A council responsible for special educational needs in England. */
export type Area = {
  /** ONS code, `E06000054`. */
  readonly code: string;
  /** The Department for Education's three-digit number, which a change of ONS code leaves as it is. */
  readonly oldCode: string;
  readonly name: string;
  readonly region: Region;
  /** By edition of the statistical neighbour model, nearest first. */
  readonly neighbours: Neighbours;
};

const regionByCode = new Map(regions.map((region) => [region.code, region]));

/** Every council of England that is live, by ONS code. */
export const areas: readonly Area[] = councils.map(([code, oldCode, name, regionCode]) => {
  const region = regionByCode.get(regionCode);
  if (region === undefined) throw new Error(`Cannot place ${name}: no region has the code ${regionCode}.`);
  return { code, oldCode, name, region, neighbours: neighboursOf(oldCode) };
});

const byCode: ReadonlyMap<string, Area> = new Map(areas.map((area) => [area.code, area]));

/** The council with that ONS code, or undefined for a code that no live council of England has. */
export function areaByCode(code: string): Area | undefined {
  return byCode.get(code);
}
