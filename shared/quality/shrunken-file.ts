import { compareVersions, type Drop, isCommitted } from '../facts/drop.ts';
import { type Finding, findingOf } from './finding.ts';

// Below that, half a file is a row or two.
const FEWEST_ROWS = 4;

/** Files with less than half the rows of the version before. What they no longer say is retracted. */
export function shrunkenFiles(
  speaking: ReadonlyMap<string, Drop>,
  drops: readonly Drop[],
): readonly Finding[] {
  return [...speaking.values()].flatMap((drop) => {
    const before = drops
      .filter(
        (other) =>
          other.key === drop.key &&
          isCommitted(other) &&
          !other.deleted &&
          other.repeats === null &&
          compareVersions(other, drop) < 0,
      )
      .sort(compareVersions)
      .at(-1);
    const rows = rowsOf(drop);
    if (!before || rowsOf(before) < FEWEST_ROWS || rows * 2 >= rowsOf(before)) return [];
    return [
      findingOf({
        ...{ code: 'shrunken-file', drop, metric: null, periods: [], value: rows },
        expected: `about ${rowsOf(before)} rows, as in the version before`,
        text: `This version of ${drop.key} has ${rows} rows of figures, the one before had ${rowsOf(before)}: what it no longer says is retracted. If the export was cut off, put the whole file again under the same name.`,
      }),
    ];
  });
}

function rowsOf({ rows }: Drop): number {
  return rows.accepted + rows.partly;
}
