import { join } from 'node:path';
import type { HandFigure } from './figure.ts';
import type { HandPlaces } from './places.ts';
import { handRows } from './table.ts';

/** What somebody would write into the columns of a scorecard by hand; null where there is nothing to write. */
export type HandBeside = {
  readonly council: number | null;
  readonly region: number | null;
  readonly national: number | null;
  readonly neighbours: number | null;
  /** Of how many neighbours the mean is. */
  readonly n: number;
};

/** Gives the columns for a metric, a group (empty for all pupils) and a period. */
export type HandScorecard = (metric: string, group: string, period: string) => HandBeside;

/** Wiltshire has this number in all lists of the Department. */
const COUNCIL = '865';

/** Places the figures of an export beside each other by the list of neighbours of 2025, `neighbours/` below a folder. */
export function handBeside(
  figures: readonly HandFigure[],
  folder: string,
  places: HandPlaces,
): HandScorecard {
  const file = join(folder, 'neighbours/statistical-neighbours-2025.csv');
  const own = handRows(file).find((row) => row('old_la_code') === COUNCIL);
  if (!own) throw new Error(`${file} has no row of ${COUNCIL}`);
  const ten = Array.from({ length: 10 }, (_, at) => places.council(own(`SN_${at + 1}`).trim()) ?? '');
  const values = new Map(
    figures.flatMap(({ place, metric, group = '', period, value }) =>
      value === null ? [] : [[[place, metric, group, period].join(' '), value] as const],
    ),
  );
  const region = places.regionNamed(own('region_name').trim()) ?? '';
  return (metric, group, period) => {
    const of = (place: string) => values.get([place, metric, group, period].join(' ')) ?? null;
    const there = ten.map(of).filter((value) => value !== null);
    let sum = 0;
    for (const value of there) sum += value;
    return {
      ...{ council: of(places.council(COUNCIL) ?? ''), region: of(region), national: of('ENGLAND') },
      ...{ neighbours: there.length === 0 ? null : sum / there.length, n: there.length },
    };
  };
}
