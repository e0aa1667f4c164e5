import { join } from 'node:path';
import { handRows } from './table.ts';

/** Where a row belongs, by the lists of codes that come with the files; undefined for a place that is no more. */
export type HandPlaces = {
  council(number: string): string | undefined;
  region(code: string): string | undefined;
  regionNamed(name: string): string | undefined;
};

/** Reads `codes/las.csv` and `codes/regions.csv` below a folder. */
export function handPlaces(folder: string): HandPlaces {
  const live = handRows(join(folder, 'codes/las.csv')).filter((row) => row('status') === 'live');
  const byNumber = new Map(live.map((row) => [row('old_la_code'), row('new_la_code')]));
  // Inner and Outer London (E13) are no regions.
  const regions = handRows(join(folder, 'codes/regions.csv')).filter((row) => row('region_code') < 'E13');
  const codes = new Set(regions.map((row) => row('region_code')));
  const byName = new Map(regions.map((row) => [row('region_name'), row('region_code')]));
  return {
    council: (number) => byNumber.get(number),
    region: (code) => (codes.has(code) ? code : undefined),
    regionNamed: (name) => byName.get(name),
  };
}
