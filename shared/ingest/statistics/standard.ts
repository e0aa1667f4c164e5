import type { Problem } from '../../facts/drop.ts';
import { cut } from '../../reading/problem.ts';
import { isLocation } from './levels.ts';
import { placeCheck } from './standard-places.ts';
import { timeFault } from './time.ts';

/** Source: Department for Education, Analysts' guide, open data standards. */
const NEEDED = ['time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name'];

/** What a database, and R, write where they have nothing. */
const NO_VALUE = /^(null|na)$/i;

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
  const blankable = new Set(headings.flatMap((name, index) => (isLocation(name) ? [index] : [])));
  const place = placeCheck(new Set(headings));
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
    const message = `Cannot take this file: ${headings[blank] ?? ''} is blank, NULL or NA on row ${row}, and the standard wants a symbol (c, x, z, low) where there is no figure.`;
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

  return {
    header: headerFault(),
    row: (row, cells) =>
      shapeFault(row, cells) ?? timeProblem(row, cells) ?? place(row, (name) => text(cells, name)),
  };
}

/** `Calendar year Q1` and `Calendar year Q2` are of one kind, and so are months, weeks and terms. */
function kindOf(identifier: string): string {
  if (/^(Autumn|Spring|Summer) term$/.test(identifier)) return 'term';
  if (/term$/.test(identifier)) return identifier;
  if (/^Week/.test(identifier)) return 'week';
  if (/^Part/.test(identifier)) return 'part';
  return / (year|Q)/.test(identifier) ? identifier.replace(/\d/g, '') : 'month';
}
