import type { Problem } from '../../facts/drop.ts';
import { cut } from '../../reading/problem.ts';
import { levels } from './levels.ts';
import { councilOf } from './places.ts';

type Text = (column: string) => string;

/** Finds what is wrong with the place of a row, knowing the rows before it; undefined when nothing is. */
export type PlaceCheck = (row: number, text: Text) => Problem | undefined;

const COUNTRY = /^([EKNSW]92000001|[EKNSW]9300000[1-3]|K0[2-4]00000[1-3]|S92000003|W92000004|N92000002|z)$/;
const REGION = /^(E1[23]\d{6}|z)$/;
/** lad_combinations, pcon_combinations, lep_combinations, lsip_combinations, ward_combinations, eda_combinations */
const ONS_CODED: ReadonlySet<string> = new Set([
  ...['Local authority district', 'Parliamentary constituency', 'Local enterprise partnership', 'Ward'],
  ...['Local skills improvement plan area', 'English devolved area', 'Mayoral combined authority'],
]);
const NOT_AVAILABLE = 'Not available';

/** Levels whose codes no list of the screener knows: a code of theirs must have one name, and a name one code. */
const ONE_TO_ONE: ReadonlySet<string> = new Set(['Opportunity area', 'MAT', 'Sponsor']);
/** Of these `x` is the code of "Not available" and of nothing else. */
const X_IS_NOT_AVAILABLE: ReadonlySet<string> = new Set([
  ...ONE_TO_ONE,
  ...['School', 'Provider', 'Police force area', 'Mayoral combined authority'],
]);

/**
 * The rules of the standard about places, for files with these columns.
 * Source: Department for Education, open data standards; each rule by the name that the data screener has for it.
 */
export function placeCheck(columns: ReadonlySet<string>): PlaceCheck {
  const told = new Map<string, string>();
  const seen = new Set<string>();

  return (row, text) => {
    const fault = (column: string, code: string, message: string): Problem => ({
      ...{ row, column, code, value: cut(text(column)) },
      message: `Cannot take this file: ${message} Drop the file as it was published.`,
    });
    const wrong = (column: string, why: string, code: string) =>
      fault(column, code, `${column} on row ${row} ${why}.`);
    const level = text('geographic_level');
    const needed = levels.get(level);
    if (needed === undefined) {
      return fault(
        'geographic_level',
        'unknown-geographic-level',
        `"${cut(level)}" on row ${row} is no geographic level of the standard, such as National, Regional or Local authority.`,
      );
    }
    // geography_level_present
    const lacking = needed.filter((column) => !columns.has(column));
    if (lacking.length > 0) {
      return fault(
        lacking.join(', '),
        'missing-column',
        `row ${row} is of the level ${level}, which needs the columns ${needed.join(', ')}, and ${lacking.join(', ')} ${lacking.length === 1 ? 'is' : 'are'} not there.`,
      );
    }
    seen.add(level);
    // ignored_rows
    if (seen.has('School') && seen.has('Provider'))
      return wrong('geographic_level', 'mixes School and Provider, which a file never does', 'mixed-levels');
    return (
      codeFault(level, columns, text, wrong) ??
      notAvailableFault(level, needed, text, wrong) ??
      repeatedPlace(level, needed, text, told, wrong)
    );
  };
}

type Wrong = (column: string, why: string, code: string) => Problem;

/** country_combinations, region_combinations, la_combinations, overcompleted_cols */
function codeFault(
  level: string,
  columns: ReadonlySet<string>,
  text: Text,
  wrong: Wrong,
): Problem | undefined {
  if (!COUNTRY.test(text('country_code')))
    return wrong('country_code', 'is not the code of a country', 'country-code');
  const filled = (names: readonly string[]) => names.find((name) => text(name) !== '');
  switch (level) {
    case 'National': {
      const column = filled(['region_code', 'old_la_code', 'new_la_code']);
      return column === undefined
        ? undefined
        : wrong(column, 'is filled in on a row about the whole country', 'location-of-other-level');
    }
    case 'Regional': {
      if (!REGION.test(text('region_code')))
        return wrong('region_code', 'is not the code of a region', 'region-code');
      const column = filled(['old_la_code', 'new_la_code']);
      return column === undefined
        ? undefined
        : wrong(column, 'is filled in on a row about a region', 'location-of-other-level');
    }
    case 'Local authority': {
      const region = text('region_code');
      if (columns.has('region_code') && region !== '' && !REGION.test(region))
        return wrong('region_code', 'is not the code of a region', 'region-code');
      return councilFault(text, wrong);
    }
    default: {
      const [code = ''] = levels.get(level) ?? [];
      return ONS_CODED.has(level) && !/^([EKNSW]\d{8}|z|x)$/.test(text(code))
        ? wrong(code, 'is no ONS code', 'place-code')
        : undefined;
    }
  }
}

function councilFault(text: Text, wrong: Wrong): Problem | undefined {
  const [oldCode, newCode] = [text('old_la_code'), text('new_la_code')];
  if (!/^(\d{3}|z|x)$/.test(oldCode))
    return wrong('old_la_code', 'is not the three-digit number of a council', 'la-code');
  if (!/^([ENSW]\d{8}|z|x)$/.test(newCode))
    return wrong('new_la_code', 'is not the ONS code of a council', 'la-code');
  // Codes that are no more name nobody; two that name two councils leave it open whose figure it is.
  const [byNumber, byCode] = [councilOf(oldCode, ''), councilOf('', newCode)];
  return byNumber !== undefined && byCode !== undefined && byNumber !== byCode
    ? wrong(
        'old_la_code',
        'is the number of another council than new_la_code is the code of',
        'la-combination',
      )
    : undefined;
}

/** na_geography, na_geography_code */
function notAvailableFault(
  level: string,
  [code = '', ...more]: readonly string[],
  text: Text,
  wrong: Wrong,
): Problem | undefined {
  const name = more.at(-1);
  if (!X_IS_NOT_AVAILABLE.has(level) || name === undefined) return undefined;
  return (text(code) === 'x') === (text(name) === NOT_AVAILABLE)
    ? undefined
    : wrong(
        code,
        `does not fit ${name}: x is the code of "${NOT_AVAILABLE}" and of nothing else`,
        'not-available-code',
      );
}

/** other_geography_duplicates, other_geography_code_duplicates */
function repeatedPlace(
  level: string,
  [code = '', ...more]: readonly string[],
  text: Text,
  told: Map<string, string>,
  wrong: Wrong,
): Problem | undefined {
  const name = more.at(-1);
  if (!ONE_TO_ONE.has(level) || name === undefined || text(code) === '') return undefined;
  const pairs = [
    [`${level}|code|${text(code)}`, text(name), 'has had another name on a row above'],
    [`${level}|name|${text(name)}`, text(code), 'is another than the same name has had on a row above'],
  ] as const;
  for (const [key, value, why] of pairs) {
    if ((told.get(key) ?? value) !== value) return wrong(code, why, 'place-twice');
    told.set(key, value);
  }
  return undefined;
}
