import { areaByCode } from '../catalogue/areas.ts';
import type { Level } from '../facts/cell.ts';
import { SHARED_AREA } from '../facts/folder.ts';
import { ENGLAND, isRegion } from '../facts/place.ts';
import { cut, type Fault, type Read, read, unreadable } from '../reading/problem.ts';
import { councilOf, regionOf, wholeOf } from './statistics/places.ts';

/** What a row is about: a level, and under `_shared` the place whose figure it is. */
export type RowPlace = { readonly level: Level; readonly place?: string };

/** The place that a cell names: a council or region by its code or number, England by code or name. */
export function readPlace(text: string): Read<string> {
  const written = text.trim();
  const code = written.toUpperCase();
  const place =
    code === 'E92000001' ? ENGLAND : (councilOf(written, code) ?? regionOf(code) ?? wholeOf(written));
  return place === undefined
    ? unreadable(
        'unknown-area',
        `Cannot take "${cut(written)}" as an area: no council or region of England has that code. Write an ONS code such as E06000054, E12000009, or England.`,
      )
    : read(place);
}

/**
 * Joins what a row says of its place with the folder that its file lies in. A council's own file may also say what
 * its region, England and its neighbours had; a row about another council is not taken there.
 */
export function rowPlace(
  said: { readonly area?: string; readonly level?: Level },
  folder: string,
): Read<RowPlace> {
  return folder === SHARED_AREA ? placeAmongAll(said) : placeOfCouncil(said, folder);
}

function placeAmongAll({ area, level }: { readonly area?: string; readonly level?: Level }): Read<RowPlace> {
  if (area === undefined) {
    if (level === 'national') return read({ level, place: ENGLAND });
    return unreadable(
      'missing-cell',
      'Cannot take this row: area is empty, and under _shared nothing else says which council or region the row is about. Write its ONS code.',
    );
  }
  const own = levelOf(area);
  const fits = level === undefined || level === own || (level === 'stat-neighbours' && own === 'la');
  return fits ? read({ level: level ?? own, place: area }) : contradiction(area, level);
}

function placeOfCouncil(
  { area, level }: { readonly area?: string; readonly level?: Level },
  folder: string,
): Read<RowPlace> {
  if (area === undefined) return read({ level: level ?? 'la' });
  const own = levelOf(area);
  const about = own === 'la' ? folder : own === 'region' ? areaByCode(folder)?.region.code : ENGLAND;
  if (area !== about) {
    return unreadable(
      'wrong-area',
      `Cannot take this row under ${folder}: it is about ${area}. Put it under the code that it is about, or the whole file under _shared.`,
    );
  }
  const fits = level === undefined || level === own || (level === 'stat-neighbours' && own === 'la');
  return fits ? read({ level: level ?? own }) : contradiction(area, level);
}

function contradiction(area: string, level: Level): { readonly ok: false; readonly fault: Fault } {
  return unreadable(
    'level-of-other-area',
    `Cannot take this row: its level is ${level}, and ${area} is ${WHAT[levelOf(area)]}. Correct one of the two.`,
  );
}

const WHAT = { la: 'a council', region: 'a region', national: 'the whole country' } as const;

function levelOf(place: string): keyof typeof WHAT {
  if (place === ENGLAND) return 'national';
  return isRegion(place) ? 'region' : 'la';
}
