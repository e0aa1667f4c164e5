import { changedCodes } from '../../catalogue/areas/changed-codes.ts';
import { areas, regions } from '../../catalogue/areas.ts';
import { ENGLAND } from '../../facts/place.ts';

// The three-digit number outlives a change of the ONS code: join on it first.
const byOldCode: ReadonlyMap<string, string> = new Map(areas.map(({ oldCode, code }) => [oldCode, code]));
const liveCodes: ReadonlySet<string> = new Set(areas.map(({ code }) => code));
const regionCodes: ReadonlySet<string> = new Set(regions.map(({ code }) => code));
const byRegionName: ReadonlyMap<string, string> = new Map(
  regions.map(({ name, code }) => [name.toLowerCase(), code]),
);

/** The present code of a council by its three-digit number, else by ONS code, also a former one; undefined for one that is no more. */
export function councilOf(oldCode: string, newCode: string): string | undefined {
  const code = changedCodes.get(newCode) ?? newCode;
  return byOldCode.get(oldCode) ?? (liveCodes.has(code) ? code : undefined);
}

/** A region by its code; undefined for what is no region (Inner London has a code of another kind). */
export function regionOf(code: string): string | undefined {
  return regionCodes.has(code) ? code : undefined;
}

/** England or a region by its name, in whatever case. */
export function wholeOf(name: string): string | undefined {
  const plain = name.trim().toLowerCase();
  return plain === 'england' ? ENGLAND : byRegionName.get(plain);
}
