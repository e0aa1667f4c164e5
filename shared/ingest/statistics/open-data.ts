import { metricById } from '../../catalogue/metrics.ts';
import type { Release, ReleaseFigure } from '../../catalogue/releases/release.ts';
import { releaseOf } from '../../catalogue/releases/releases.ts';
import type { Dimensions } from '../../facts/cell.ts';
import type { Problem } from '../../facts/drop.ts';
import { SHARED_AREA } from '../../facts/folder.ts';
import { ENGLAND } from '../../facts/place.ts';
import type { Figure } from '../../reading/figure.ts';
import { cut, type Read, read } from '../../reading/problem.ts';
import { cellProblem, type Statement, statement } from '../row-reading.ts';
import { foreign, ignored, type NationalLayout } from './national-row.ts';
import { councilOf, regionOf } from './places.ts';
import type { StandardCheck } from './standard.ts';
import { periodOf } from './time.ts';
import { readNational } from './value.ts';

type Cells = (name: string) => string;

/** How the rows of an Explore Education Statistics file are read; `area` is the folder that it lies in. */
export function openDataLayout(
  headings: readonly string[],
  standard: StandardCheck,
  area: string,
): NationalLayout {
  const release = releaseOf(headings);
  const at = new Map(headings.map((name, index) => [name, index]));
  return {
    recognisedAs: release ? `DfE open data, ${release.title}` : 'DfE open data, no mapping',
    mapped: release !== undefined,
    read({ row, cells }) {
      const problem = standard.row(row, cells);
      if (problem !== undefined) return { kind: 'broken', problem };
      if (release === undefined) return ignored;
      const cell: Cells = (name) => cells[at.get(name) ?? -1] ?? '';
      const dimensions = dimensionsOf(release, cell);
      const period = periodOf(cell('time_period'), cell('time_identifier'));
      const place = placeOf(cell);
      if (dimensions === undefined || period === undefined || place === undefined) return ignored;
      if (area !== SHARED_AREA && place !== area)
        return place.startsWith('E1200') || place === ENGLAND ? ignored : foreign;
      const statements: Statement[] = [];
      const problems: Problem[] = [];
      for (const figure of release.figures) {
        const found = figureOf(figure, cell);
        if (!found.ok) problems.push(cellProblem(row, figure.column, cell(figure.column), found.fault));
        else {
          statements.push(
            statement({
              ...(area === SHARED_AREA && { place }),
              series: { role: 'actual', metric: figure.metric, dimensions },
              period,
              cell: { ...found.value, row },
              column: figure.column,
              text: cut(cell(figure.column)),
            }),
          );
        }
      }
      return problems.length > 0 ? { kind: 'rejected', problems } : { kind: 'statements', statements };
    },
  };
}

/** The dimensions of a row whose filters are all mapped; undefined for any other breakdown. */
function dimensionsOf({ filters }: Release, cell: Cells): Dimensions | undefined {
  let dimensions: Dimensions = {};
  for (const [column, values] of Object.entries(filters)) {
    const text = cell(column);
    if (!Object.hasOwn(values, text)) return undefined;
    dimensions = { ...dimensions, ...values[text] };
  }
  return dimensions;
}

function placeOf(cell: Cells): string | undefined {
  switch (cell('geographic_level')) {
    case 'National':
      return cell('country_code') === 'E92000001' ? ENGLAND : undefined;
    case 'Regional':
      return regionOf(cell('region_code'));
    case 'Local authority':
      return councilOf(cell('old_la_code'), cell('new_la_code'));
    default:
      return undefined;
  }
}

type Counted = Figure & { readonly numerator?: number; readonly denominator?: number };

function figureOf({ column, metric, written, of }: ReleaseFigure, cell: Cells): Read<Counted> {
  const counted = metricById(metric)?.unit === 'count';
  const parts = of && {
    numerator: readNational(cell(of.numerator), 'number', true),
    denominator: readNational(cell(of.denominator), 'number', true),
  };
  const numerator = parts?.numerator.ok ? parts.numerator.value.value : null;
  const denominator = parts?.denominator.ok ? parts.denominator.value.value : null;
  const counts =
    numerator === null || denominator === null || numerator > denominator ? {} : { numerator, denominator };
  if (written !== 'quotient') {
    const figure = readNational(cell(column), written, counted);
    return figure.ok ? read({ ...figure.value, ...(figure.value.value !== null && counts) }) : figure;
  }
  for (const part of parts ? [parts.numerator, parts.denominator] : []) {
    if (!part.ok || part.value.value === null) return part;
  }
  // A share above one, or of nobody, is no share: the release marks neither.
  return read(
    numerator === null || denominator === null || denominator === 0 || numerator > denominator
      ? { value: null, status: 'x' }
      : { value: numerator / denominator, ...counts },
  );
}
