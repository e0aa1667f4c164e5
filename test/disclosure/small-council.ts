import type { CellBlock } from '../../shared/facts/cell.ts';
import type { Drop } from '../../shared/facts/drop.ts';
import { monthAt } from '../../shared/period/month.ts';
import { randomOf } from '../simulation/random.ts';

/** Invented: a council so small that most of its monthly counts are below ten. */
export const SMALL_COUNCIL = 'E06000017';

export type Council = { readonly drops: readonly Drop[]; readonly blocks: readonly CellBlock[] };

/** The figures of a month, by metric. */
export type MonthFigures = Readonly<Record<string, number>>;

const FIRST = 2022 * 12;

/** So many months of one file each, put on the tenth of the month after. */
export function smallCouncil(months: number, seed = 1): readonly MonthFigures[] {
  const random = randomOf(seed);
  let active = 300;
  return Array.from({ length: months }, () => {
    const newPlans = 3 + random.below(12);
    const [ceased, transferred, post16] = [1 + random.below(6), random.below(3), random.below(6)];
    active += newPlans + transferred - ceased;
    return {
      'ehcp.active': active,
      'ehcp.requests': 6 + random.below(14),
      'ehcp.no-to-assess': random.below(4),
      'ehcp.new-plans': newPlans,
      'ehcp.new-plans-early-years': random.below(3),
      'ehcp.ceased': ceased,
      'ehcp.transferred-in': transferred,
      'ehcp.post-16-ceased': post16,
      'ehcp.post-16-ceased-neet': random.below(post16 + 1),
      'inmss.placed': 11 + random.below(5),
      'ehcp.tribunal-appeals': random.below(4),
    };
  });
}

/** A file for each month, as ingest would have stored it. */
export function filed(figures: readonly MonthFigures[]): Council {
  const files = figures.map((said, index) => fileOf(index, said));
  return { drops: files.map(({ drop }) => drop), blocks: files.flatMap(({ blocks }) => blocks) };
}

/** The month of a place in the list. */
export function monthOf(index: number) {
  return monthAt(FIRST + index);
}

/** What one file says; put again later it says something else of the same month. */
export function fileOf(
  index: number,
  figures: MonthFigures,
  version = 0,
): { drop: Drop; blocks: CellBlock[] } {
  const month = monthOf(index);
  const put = new Date(`${monthOf(index + 1)}-${version === 0 ? '10' : '20'}T09:00:00.000Z`).toISOString();
  const key = `${SMALL_COUNCIL}/send-monthly/${month}.csv`;
  const versionId = `${month}-${version}`;
  const drop: Drop = {
    ...{
      id: `drop-${versionId}`,
      area: SMALL_COUNCIL,
      feed: 'send-monthly',
      key,
      versionId,
      position: version,
    },
    ...{
      deleted: false,
      receivedAt: put,
      knownAt: put,
      state: 'accepted',
      finishedAt: put,
      sha256: versionId,
    },
    ...{ repeats: null, rows: { read: 1, accepted: 1, partly: 0, rejected: 0, ignored: 0 }, cells: 1 },
    ...{ problemCount: 0, recognisedAs: null, quarantineCode: null, warnings: [] },
  };
  const blocks = Object.entries(figures).map(([metric, value]) => ({
    ...{
      area: SMALL_COUNCIL,
      series: { role: 'actual', metric, dimensions: {} } as const,
      year: month.slice(0, 4),
    },
    ...{ file: key, versionId, values: { [month]: { value, row: 2 } } },
  }));
  return { drop, blocks };
}

/** A plan for every month, known from the beginning; or a limit. */
export function planned(
  values: Readonly<Record<string, number>>,
  kind: 'mitigated' | 'limit' = 'mitigated',
): Council {
  const { drop } = fileOf(0, {});
  const key = `${SMALL_COUNCIL}/trajectory/${kind}.csv`;
  const blocks = Object.entries(values).flatMap(([metric, value]) =>
    ['2022', '2023', '2024'].map((year) => ({
      ...{ area: SMALL_COUNCIL, year, file: key, versionId: 'plan' },
      series: { role: 'plan', metric, dimensions: {}, trajectory: kind, kind } as const,
      values: Object.fromEntries(
        Array.from({ length: 12 }, (_, at) => [
          `${year}-${String(at + 1).padStart(2, '0')}`,
          { value, row: at + 2 },
        ]),
      ),
    })),
  );
  return {
    drops: [{ ...drop, id: `drop-${kind}`, feed: 'trajectory', key, versionId: 'plan', sha256: kind }],
    blocks,
  };
}

/** Results of a school year by locality and in all, of so few pupils that most are small. */
export function placesOf(year: number): Council {
  const { drop } = fileOf(0, {});
  const key = `${SMALL_COUNCIL}/outcomes/${year}.csv`;
  const localities = { North: [4, 14], South: [7, 19], East: [12, 30] } as const;
  const said = [
    ...Object.entries(localities).map(([locality, parts]) => ({ dimensions: { locality }, parts })),
    { dimensions: {}, parts: [23, 63] as const },
  ];
  const blocks = ['ks2.rwm', 'absence.persistent'].flatMap((metric, at) =>
    said.map(({ dimensions, parts: [numerator, denominator] }, row) => ({
      ...{ area: SMALL_COUNCIL, year: String(year), file: key, versionId: 'places' },
      series: { role: 'actual', metric, dimensions } as const,
      values: {
        [`AY${year}`]: { value: numerator / denominator, numerator, denominator, row: at * 10 + row + 2 },
      },
    })),
  );
  return {
    drops: [{ ...drop, id: 'drop-places', feed: 'outcomes', key, versionId: 'places', sha256: 'places' }],
    blocks,
  };
}
