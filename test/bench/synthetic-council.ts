import { metrics } from '../../shared/catalogue/metrics.ts';
import type { CellBlock, CellValue, SeriesKey } from '../../shared/facts/cell.ts';
import { type Drop, noRows } from '../../shared/facts/drop.ts';
import { dropId } from '../../shared/facts/drop-id.ts';
import { monthAt } from '../../shared/period/month.ts';
import { storageYear } from '../../shared/period/period.ts';
import type { Known } from '../../shared/recompute/figures.ts';

const FIRST = 2020 * 12;
const stored = metrics.filter(({ derivation, nature }) => derivation === undefined && nature !== 'year-end');

/** A made-up council: so many stored series (metrics in turn, then split by locality) of so many months, each with a plan. */
export function syntheticCouncil(series: number, months: number): Known {
  const drop = committed('E06000054/send-monthly/synthetic.csv');
  const blocks = Array.from({ length: series }, (_, at) => {
    const metric = stored[at % stored.length];
    if (!metric) throw new Error('The catalogue has no stored metric');
    const split = Math.floor(at / stored.length);
    const dimensions: Record<string, string> = split === 0 ? {} : { locality: `area-${split}` };
    const value = (month: number) =>
      Math.round(
        100 + at + month * 1.5 + 20 * Math.sin((month * Math.PI) / 6) + ((month * 7919 + at * 104_729) % 17),
      );
    const key: SeriesKey = { role: 'actual', metric: metric.id, dimensions };
    const plan: SeriesKey = {
      role: 'plan',
      metric: metric.id,
      dimensions,
      trajectory: 'plan',
      kind: 'mitigated',
    };
    return [
      ...blocksOf(drop, key, months, value),
      ...blocksOf(drop, plan, months, (month) => 100 + at + month),
    ];
  }).flat();
  return { drops: [drop], blocks };
}

function blocksOf(
  drop: Drop,
  series: SeriesKey,
  months: number,
  value: (month: number) => number,
): CellBlock[] {
  const cells = Array.from({ length: months }, (_, at): [string, CellValue] => [
    monthAt(FIRST + at),
    { value: value(at), row: at + 2 },
  ]);
  const years = Map.groupBy(cells, ([month]) =>
    storageYear(monthAt(FIRST + cells.findIndex(([each]) => each === month))),
  );
  return [...years].map(([year, entries]) => ({
    area: drop.area,
    series,
    year,
    file: drop.key,
    versionId: drop.versionId,
    values: Object.fromEntries(entries),
  }));
}

function committed(key: string): Drop {
  const at = '2025-01-09T09:00:00.000Z';
  return {
    ...{
      id: dropId(at, key, 'v0'),
      area: 'E06000054',
      feed: 'send-monthly',
      key,
      versionId: 'v0',
      position: 0,
      deleted: false,
    },
    ...{
      receivedAt: at,
      knownAt: at,
      state: 'accepted',
      finishedAt: at,
      sha256: null,
      repeats: null,
      rows: noRows,
    },
    ...{ cells: 0, problemCount: 0, recognisedAs: null, quarantineCode: null, warnings: [] },
  };
}
