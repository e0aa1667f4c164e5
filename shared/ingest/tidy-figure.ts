import type { CellValue } from '../facts/cell.ts';
import type { Problem } from '../facts/drop.ts';
import { type Figure, type FigureRule, readFigure } from '../reading/figure.ts';
import { cut } from '../reading/problem.ts';
import { cellProblem } from './row-reading.ts';

/** A cell of the row with the canonical name of its column; the text is empty where the file has no such column. */
export type NamedCell = { readonly name: string; readonly text: string };

export type FigureCells = {
  readonly value: NamedCell;
  readonly numerator: NamedCell;
  readonly denominator: NamedCell;
  /** How many pupils there must be at least, so that the figure is not that of a person. */
  readonly fewest: number;
};

type FigureReading =
  | { readonly ok: true; readonly value: Pick<CellValue, 'value' | 'status' | 'numerator' | 'denominator'> }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The figure of a row with the counts that it rests on. Without a value it is worked out from part and whole; given
 * all three, they must agree as far as the value is written out. Answers every problem of the three cells.
 */
export function readTidyFigure(row: number, cells: FigureCells, rule: FigureRule): FigureReading {
  const problems: Problem[] = [];
  const readCell = ({ name, text }: NamedCell, as: FigureRule): Figure | undefined => {
    if (text.trim() === '') return undefined;
    const figure = readFigure(text, as);
    if (figure.ok) return figure.value;
    problems.push(cellProblem(row, name, text, figure.fault));
    return undefined;
  };
  const value = readCell(cells.value, rule);
  // The part of a mean is a sum of scores; that of a share is a number of pupils.
  const part =
    rule.unit === 'score'
      ? ({ unit: 'score', whole: false } as const)
      : ({ unit: 'count', whole: true, min: 0 } as const);
  const numerator = readCell(cells.numerator, part);
  const denominator = readCell(cells.denominator, { unit: 'count', whole: true, min: 0 });
  if (problems.length > 0) return { ok: false, problems };
  const counts = { numerator: numerator?.value ?? null, denominator: denominator?.value ?? null };
  const problem = countsProblem(row, cells, counts, rule) ?? disagreement(row, cells, value, counts, rule);
  if (problem !== undefined) return { ok: false, problems: [problem] };
  const figure = value ?? workedOut(counts, [numerator, denominator]);
  if (figure === undefined) return { ok: false, problems: [noFigure(row, cells)] };
  return {
    ok: true,
    value: {
      ...figure,
      ...(counts.numerator !== null && { numerator: counts.numerator }),
      ...(counts.denominator !== null && { denominator: counts.denominator }),
    },
  };
}

type Counts = { readonly numerator: number | null; readonly denominator: number | null };

function countsProblem(
  row: number,
  cells: FigureCells,
  { numerator, denominator }: Counts,
  { unit }: FigureRule,
): Problem | undefined {
  if (denominator !== null && denominator < cells.fewest) {
    return cellProblem(row, cells.denominator.name, cells.denominator.text, {
      code: 'one-pupil',
      message: `Cannot take this row: a cohort has at least ${cells.fewest} pupils, and what is said of fewer is said of a person. Leave the row out.`,
    });
  }
  if (unit === 'score' || numerator === null || denominator === null || numerator <= denominator)
    return undefined;
  return cellProblem(row, cells.numerator.name, cells.numerator.text, {
    code: 'part-above-whole',
    message: `Cannot take this row: ${numerator} of ${denominator} pupils is more than all of them. Check whether numerator and denominator stand in each other's place.`,
  });
}

/** The mean or share that the counts give, a count itself; null where there is no pupil to divide by. */
function quotient({ numerator, denominator }: Counts, { unit }: FigureRule): number | null {
  if (unit === 'count') return numerator;
  return numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
}

function disagreement(
  row: number,
  { value, numerator, denominator }: FigureCells,
  figure: Figure | undefined,
  counts: Counts,
  rule: FigureRule,
): Problem | undefined {
  const given = figure?.value;
  const counted = quotient(counts, rule);
  if (given === undefined || given === null || counted === null) return undefined;
  if (Math.abs(given - counted) <= lastDigit(value.text) / 2 + 1e-9) return undefined;
  const shown =
    rule.unit === 'ratio' ? `${Number((counted * 100).toFixed(2))}%` : String(Number(counted.toFixed(4)));
  const by =
    rule.unit === 'count'
      ? `numerator ${numerator.text.trim()}`
      : `${numerator.text.trim()} of ${denominator.text.trim()}`;
  return cellProblem(row, value.name, value.text, {
    code: 'value-and-counts',
    message: `Cannot take this row: its value is ${cut(value.text.trim())}, and ${by} gives ${shown}. Correct the one that is wrong, or leave the value empty to have it worked out.`,
  });
}

/** What one step of the last digit of a number as written is worth: 0.01 of `59%`, 0.001 of `58.7%` and of `0.587`. */
function lastDigit(text: string): number {
  const [, decimals = ''] = /\.(\d*)/.exec(text) ?? [];
  return 10 ** -(decimals.length + (text.includes('%') ? 2 : 0));
}

function workedOut(
  { numerator, denominator }: Counts,
  said: readonly (Figure | undefined)[],
): Figure | undefined {
  const status = said.find((figure) => figure?.status !== undefined)?.status;
  if (status !== undefined) return { value: null, status };
  if (numerator === null || denominator === null) return undefined;
  // A share of nobody: there is nothing to measure, which is not nought.
  return denominator === 0 ? { value: null, status: 'z' } : { value: numerator / denominator };
}

function noFigure(row: number, { value, numerator, denominator }: FigureCells): Problem {
  const given = numerator.text.trim() === '' ? denominator : numerator;
  return cellProblem(row, value.name, '', {
    code: 'missing-cell',
    message: `Cannot take this row: it has a ${given.name} and no ${value.name}, and one count alone gives none. Fill in ${value.name}, or both counts.`,
  });
}
