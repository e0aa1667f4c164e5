import type { CellBlock } from '../../shared/facts/cell.ts';
import type { HandFigure } from './independent/figure.ts';

export type Comparison = {
  readonly compared: number;
  readonly equal: number;
  /** A sentence for each figure that is not as the file has it, that lacks, or that the second reader does not find. */
  readonly differences: readonly string[];
};

/** Holds what is stored against what was read by hand, both ways. */
export function compare(blocks: readonly CellBlock[], figures: readonly HandFigure[]): Comparison {
  const stored = new Map(
    blocks.flatMap(({ area, series, values }) =>
      Object.entries(values).map(([period, cell]) => {
        const { group, ...more } = series.dimensions;
        const place = series.role === 'actual' ? area : `${area} ${series.role}`;
        return [idOf({ place, metric: series.metric, group, period }) + Object.keys(more).join(), cell];
      }),
    ),
  );
  const differences: string[] = [];
  let equal = 0;
  const wanted = new Set<string>();
  for (const figure of figures) {
    const id = idOf(figure);
    // A file may say a figure twice; the ingest takes one.
    if (wanted.has(id)) continue;
    wanted.add(id);
    const cell = stored.get(id);
    const same =
      cell !== undefined &&
      close(cell.value, figure.value) &&
      cell.status === figure.status &&
      close(cell.numerator ?? null, figure.numerator ?? null) &&
      close(cell.denominator ?? null, figure.denominator ?? null);
    if (same) equal += 1;
    else differences.push(`${id}: the file has ${told(figure)}, stored is ${cell ? told(cell) : 'nothing'}`);
  }
  for (const [id, cell] of stored) {
    if (!wanted.has(id)) differences.push(`${id}: stored is ${told(cell)}, the second reader finds nothing`);
  }
  return { compared: wanted.size, equal, differences };
}

function idOf(of: {
  readonly place: string;
  readonly metric: string;
  readonly group?: string | undefined;
  readonly period: string;
}): string {
  return `${of.place} ${of.metric}${of.group === undefined ? '' : ` of ${of.group}`} ${of.period}`;
}

/** Equal to nine digits: percentages are divided in another order here. */
function close(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

function told(figure: {
  readonly value: number | null;
  readonly status?: string;
  readonly numerator?: number;
  readonly denominator?: number;
}): string {
  const { value, status, numerator, denominator } = figure;
  const parts = numerator === undefined ? '' : ` = ${numerator} ÷ ${denominator}`;
  return `${value ?? ''}${parts}${status === undefined ? '' : ` (${status})`}`.trim();
}
