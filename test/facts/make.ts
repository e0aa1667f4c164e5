import type { CellBlock, CellValue, SeriesKey } from '../../shared/facts/cell.ts';
import { type Drop, noRows } from '../../shared/facts/drop.ts';
import { dropId } from '../../shared/facts/drop-id.ts';

/** A committed drop of a test, first version of its file unless said otherwise. */
export function dropOf(given: Partial<Drop> & Pick<Drop, 'key'>): Drop {
  const position = given.position ?? 0;
  const versionId = given.versionId ?? `v${position}`;
  const receivedAt = given.receivedAt ?? '2025-01-09T09:00:00.000Z';
  return {
    id: dropId(receivedAt, given.key, versionId),
    area: 'E06000054',
    feed: 'send-monthly',
    versionId,
    position,
    deleted: false,
    receivedAt,
    knownAt: receivedAt,
    state: 'accepted',
    finishedAt: receivedAt,
    sha256: null,
    repeats: null,
    rows: noRows,
    cells: 0,
    problemCount: 0,
    recognisedAs: null,
    quarantineCode: null,
    warnings: [],
    ...given,
  };
}

/** The cells of a drop for one series; plain numbers are values, null is a written absence. */
export function blockOf(
  drop: Drop,
  series: SeriesKey,
  values: Readonly<Record<string, number | null | CellValue>>,
): CellBlock {
  const cells = Object.entries(values).map(([period, value], at) => [
    period,
    typeof value === 'object' && value !== null
      ? value
      : { value, row: at + 2, ...(value === null && { status: 'c' }) },
  ]);
  return {
    area: drop.area,
    series,
    year: '2024',
    file: drop.key,
    versionId: drop.versionId,
    values: Object.fromEntries(cells),
  };
}

export function actual(metric: string, dimensions: Readonly<Record<string, string>> = {}): SeriesKey {
  return { role: 'actual', metric, dimensions };
}
