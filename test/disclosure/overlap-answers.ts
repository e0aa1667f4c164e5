import { isWithin, regionsOf } from '../../shared/catalogue/breakdowns/combination.ts';
import { metrics } from '../../shared/catalogue/metrics.ts';
import type { Point } from '../../shared/derive/point.ts';
import { veilOf } from '../../shared/disclosure/veil.ts';
import { overlapsOf, vennOf } from '../../shared/outcomes/overlaps/overlap-view.ts';
import { parsePeriod } from '../../shared/period/period.ts';
import type { Told } from './overlap-attack.ts';
import type { Combinations } from './random-overlaps.ts';
import { fileOf } from './small-council.ts';

const period = parsePeriod('AY2023');
const source = { drop: fileOf(0, {}).drop, row: 2 };

/** What the product shows of each version under a pattern: every combination, total and part of a diagram. */
export function overlapsShown(
  versions: readonly Combinations[],
  withheld: readonly string[],
): readonly Told[] {
  const veil = veilOf(withheld, metrics);
  if (!period) throw new Error('AY2023 is a period');
  const isWithheld = (dimensions: Readonly<Record<string, string>>) =>
    veil.figure('overlaps', dimensions, period) === 'withheld';
  return versions.map((combinations): Told => {
    const names = [...combinations.keys()];
    const rows = [...combinations].map(([combination, value]) => {
      const point: Point = { period, value, source };
      return { combination, point };
    });
    const items = overlapsOf(rows, isWithheld);
    const parts = vennOf(
      regionsOf(names).filter(({ outside }) => outside.length > 0),
      rows,
      isWithheld,
    );
    const totals = [
      ...items.flatMap(({ of, groups, pupils }) =>
        of === 'at-least' ? [{ inside: groups, outside: [], pupils }] : [],
      ),
      ...parts,
    ];
    return {
      exact: new Map(
        items.flatMap(({ of, groups, pupils }) =>
          of === 'exact' ? [[groups.join('+'), pupils] as const] : [],
        ),
      ),
      totals: totals.map(({ pupils, ...region }) => ({
        of: names.filter((name) => isWithin(name, region)),
        pupils,
      })),
    };
  });
}
