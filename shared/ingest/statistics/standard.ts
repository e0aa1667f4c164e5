import type { Problem } from '../../facts/drop.ts';
import { cut } from '../../reading/problem.ts';
import { timeFault } from './time.ts';

/** Source: Department for Education, Analysts' guide, open data standards. */
const NEEDED = ['time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name'];

const LEVELS: ReadonlySet<string> = new Set([
  ...['National', 'Regional', 'Local authority', 'Local authority district', 'Parliamentary constituency'],
  ...[
    'Local enterprise partnership',
    'English devolved area',
    'Mayoral combined authority',
    'Opportunity area',
  ],
  ...['Ward', 'MAT', 'Sponsor', 'School', 'Provider', 'Institution', 'RSC region', 'Planning area'],
  ...['Local skills improvement plan area', 'Police force area'],
]);

const LOCATION =
  /^(country|region|new_la|old_la|la|lad|pcon|local_enterprise_partnership|english_devolved_area|mayoral_combined_authority|opportunity_area|ward|trust|sponsor|school|provider|institution|rsc_region|planning_area|lsip|police_force_area)_/;

/** What a database writes where it has nothing. */
const NO_VALUE = /^null$/i;

export type StandardCheck = {
  /** What is wrong with the header; undefined when nothing is. */
  readonly header: Problem | undefined;
  /** What is wrong with a row below it. */
  row(row: number, cells: readonly string[]): Problem | undefined;
};

/** Checks a file against the rules of the standard that decide whether its figures can be trusted. */
export function standardCheck(headings: readonly string[], row: number): StandardCheck {
  const at = new Map(headings.map((name, index) => [name, index]));
  const text = (cells: readonly string[], name: string) => cells[at.get(name) ?? -1] ?? '';
  const twice = headings.flatMap((name, index) => {
    const last = at.get(name) ?? index;
    return last === index ? [] : [{ name, index, last }];
  });
  const blankable = new Set(headings.flatMap((name, index) => (LOCATION.test(name) ? [index] : [])));
  let identifier: string | undefined;

  function fault(row: number, column: string, value: string, code: string, message: string): Problem {
    return { row, column, value: cut(value), code, message: `${message} Drop the file as it was published.` };
  }

  function headerFault(): Problem | undefined {
    const lacking = NEEDED.filter((name) => !at.has(name));
    if (lacking.length === 0) return undefined;
    const message = `Cannot take this file: the standard for open data needs the columns ${NEEDED.join(', ')}, and ${lacking.join(', ')} ${lacking.length === 1 ? 'is' : 'are'} not there.`;
    return fault(row, lacking.join(', '), '', 'missing-column', message);
  }

  function shapeFault(row: number, cells: readonly string[]): Problem | undefined {
    if (cells.length !== headings.length) {
      const message = `Cannot take this file: row ${row} has ${cells.length} cells and the header ${headings.length}, so figures may stand in the wrong column.`;
      return fault(row, '', '', 'row-length', message);
    }
    const differing = twice.find(({ index, last }) => cells[index] !== cells[last]);
    if (differing !== undefined) {
      const message = `Cannot take this file: the column ${differing.name} is there twice and says two things on row ${row}.`;
      return fault(row, differing.name, '', 'duplicate-column', message);
    }
    const blank = cells.findIndex(
      (cell, index) => (cell === '' && !blankable.has(index)) || NO_VALUE.test(cell),
    );
    if (blank === -1) return undefined;
    const message = `Cannot take this file: ${headings[blank] ?? ''} is blank or NULL on row ${row}, and the standard wants a symbol (c, x, z, low) where there is no figure.`;
    return fault(row, headings[blank] ?? '', '', 'blank-cell', message);
  }

  function timeProblem(row: number, cells: readonly string[]): Problem | undefined {
    const period = text(cells, 'time_period');
    const name = text(cells, 'time_identifier');
    const code = timeFault(period, name);
    if (code === 'unknown-time-identifier') {
      const message = `Cannot take this file: "${cut(name)}" on row ${row} is no time identifier of the standard, such as Calendar year or Academic year.`;
      return fault(row, 'time_identifier', name, code, message);
    }
    if (code === 'time-period-form') {
      const message = `Cannot take this file: "${cut(period)}" on row ${row} is no period of the kind ${name}; years that span two are written 202425, others 2024.`;
      return fault(row, 'time_period', period, code, message);
    }
    identifier ??= name;
    if (kindOf(identifier) === kindOf(name)) return undefined;
    const message = `Cannot take this file: it mixes ${identifier} and ${name}; a file has periods of one kind.`;
    return fault(row, 'time_identifier', name, 'mixed-time-identifiers', message);
  }

  function placeFault(row: number, cells: readonly string[]): Problem | undefined {
    const level = text(cells, 'geographic_level');
    if (!LEVELS.has(level)) {
      const message = `Cannot take this file: "${cut(level)}" on row ${row} is no geographic level of the standard, such as National, Regional or Local authority.`;
      return fault(row, 'geographic_level', level, 'unknown-geographic-level', message);
    }
    const wrong = (column: string, why: string, code: string) =>
      fault(row, column, text(cells, column), code, `Cannot take this file: ${column} on row ${row} ${why}.`);
    const country = text(cells, 'country_code');
    if (
      !/^([EKNSW]92000001|[EKNSW]9300000[1-3]|K0[2-4]00000[1-3]|S92000003|W92000004|N92000002|z)$/.test(
        country,
      )
    ) {
      return wrong('country_code', 'is not the code of a country', 'country-code');
    }
    const [region, oldCode, newCode] = ['region_code', 'old_la_code', 'new_la_code'].map((name) =>
      text(cells, name),
    );
    if (level === 'National') {
      const filled = ['region_code', 'old_la_code', 'new_la_code'].find((name) => text(cells, name) !== '');
      return filled === undefined
        ? undefined
        : wrong(filled, 'is filled in on a row about the whole country', 'location-of-other-level');
    }
    if (level === 'Regional' && !/^(E1[23]\d{6}|z)$/.test(region ?? '')) {
      return wrong('region_code', 'is not the code of a region', 'region-code');
    }
    if (level === 'Regional' && `${oldCode}${newCode}` !== '') {
      return wrong('old_la_code', 'is filled in on a row about a region', 'location-of-other-level');
    }
    if (level !== 'Local authority') return undefined;
    if (at.has('region_code') && !/^(E1[23]\d{6}|z|)$/.test(region ?? '')) {
      return wrong('region_code', 'is not the code of a region', 'region-code');
    }
    if (!/^(\d{3}|z)$/.test(oldCode ?? '')) {
      return wrong('old_la_code', 'is not the three-digit number of a council', 'la-code');
    }
    return /^([ENSW]\d{8}|z|x)$/.test(newCode ?? '')
      ? undefined
      : wrong('new_la_code', 'is not the ONS code of a council', 'la-code');
  }

  return {
    header: headerFault(),
    row: (row, cells) => shapeFault(row, cells) ?? timeProblem(row, cells) ?? placeFault(row, cells),
  };
}

/** `Calendar year Q1` and `Calendar year Q2` are of one kind, and so are months, weeks and terms. */
function kindOf(identifier: string): string {
  if (/term$/.test(identifier)) return 'term';
  if (/^Week/.test(identifier)) return 'week';
  if (/^Part/.test(identifier)) return 'part';
  return / (year|Q)/.test(identifier) ? identifier.replace(/\d/g, '') : 'month';
}
