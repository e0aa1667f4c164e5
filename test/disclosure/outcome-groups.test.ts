import { describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { disclosurePattern } from '../../shared/disclosure/pattern.ts';
import { nothingWithheld } from '../../shared/disclosure/pattern-schema.ts';
import { isSmall } from '../../shared/disclosure/policy.ts';
import { veilOf } from '../../shared/disclosure/veil.ts';
import type { CellBlock } from '../../shared/facts/cell.ts';
import { parsePeriod } from '../../shared/period/period.ts';
import { randomOf } from '../simulation/random.ts';
import { canTell } from './attacker.ts';
import { seenFrom } from './seen-from.ts';
import { fileOf, SMALL_COUNCIL } from './small-council.ts';

const NOW = new Date('2025-06-30T12:00:00.000Z');
const YEAR = parsePeriod('AY2023');
if (!YEAR) throw new Error('AY2023 is a period');
const year = YEAR;

type Counts = { readonly numerator: number; readonly denominator: number };

/** Results of all pupils and of groups that part them, each in its own way. */
function councilOf(seed: number): ReadonlyMap<string, Counts> {
  const random = randomOf(seed);
  const one = (): Counts => {
    const denominator = 10 + random.below(random.pick([20, 60, 400]));
    return { denominator, numerator: random.below(denominator + 1) };
  };
  const add = (...all: readonly Counts[]): Counts => ({
    numerator: all.reduce((sum, { numerator }) => sum + numerator, 0),
    denominator: all.reduce((sum, { denominator }) => sum + denominator, 0),
  });
  const [support, plan, none] = [one(), one(), one()];
  const all = add(support, plan, none);
  const disadvantaged: Counts = {
    numerator: random.below(Math.min(12, all.numerator) + 1),
    denominator: 12 + random.below(Math.max(1, all.denominator - 24)),
  };
  const few = Math.min(disadvantaged.numerator, disadvantaged.denominator);
  const others = {
    numerator: all.numerator - few,
    denominator: all.denominator - disadvantaged.denominator,
  };
  return new Map([
    ['', all],
    ['sen-support', support],
    ['ehcp', plan],
    ['no-sen', none],
    ['sen', add(support, plan)],
    ['disadvantaged', { ...disadvantaged, numerator: few }],
    ['not-disadvantaged', others],
  ]);
}

const SUMS: readonly (readonly [string, readonly string[]])[] = [
  ['', ['sen-support', 'ehcp', 'no-sen']],
  ['', ['sen', 'no-sen']],
  ['sen', ['sen-support', 'ehcp']],
  ['', ['disadvantaged', 'not-disadvantaged']],
];

function filed(council: ReadonlyMap<string, Counts>) {
  const { drop } = fileOf(0, {});
  const key = `${SMALL_COUNCIL}/outcomes/2024.csv`;
  const blocks = [...council].map(
    ([group, counts], row): CellBlock => ({
      ...{ area: SMALL_COUNCIL, year: '2023', file: key, versionId: 'outcomes' },
      series: { role: 'actual', metric: 'ks2.rwm', dimensions: group === '' ? {} : { group } },
      values: { [year]: { ...counts, value: counts.numerator / counts.denominator, row: row + 2 } },
    }),
  );
  return { drops: [{ ...drop, id: 'drop-outcomes', feed: 'outcomes', key, versionId: 'outcomes' }], blocks };
}

describe('results by group, each whole parted in several ways', () => {
  test('of 60 councils of chance nobody tells a number below ten from what is shown of the others', () => {
    let small = 0;
    const told: string[] = [];
    for (let seed = 1; seed <= 60; seed += 1) {
      const council = councilOf(seed);
      const { withheld } = disclosurePattern(filed(council), metrics, NOW, nothingWithheld);
      const veil = veilOf(withheld, metrics);
      const isShown = (group: string) =>
        veil.figure('ks2.rwm', group === '' ? {} : { group }, year) === 'whole';
      const hidden = [...council.keys()].filter((group) => !isShown(group));
      const parts = ['numerator', 'denominator'] as const;
      const ids = hidden.flatMap((group) => parts.map((part) => `${group} ${part}`));
      const seen = seenFrom(
        hidden.flatMap((group) =>
          parts.map((part) => {
            const value = council.get(group)?.[part] ?? 0;
            const isFew = isSmall(value);
            return { id: `${group} ${part}`, low: isFew ? 0 : 10, high: isFew ? 9 : 100_000, value };
          }),
        ),
        SUMS.flatMap(([whole, groups]) =>
          parts.map((part) => {
            let rest = 0;
            const terms = [...groups.map((group) => [group, 1] as const), [whole, -1] as const].flatMap(
              ([group, times]): (readonly [number, number])[] => {
                const at = ids.indexOf(`${group} ${part}`);
                if (at >= 0) return [[at, times]];
                rest += times * (council.get(group)?.[part] ?? 0);
                return [];
              },
            );
            return { terms, low: -rest, high: -rest };
          }),
        ).filter(({ terms }) => terms.length > 0),
      );
      for (const group of council.keys())
        for (const part of parts) {
          const value = council.get(group)?.[part] ?? 0;
          if (!isSmall(value)) continue;
          small += 1;
          if (isShown(group) || canTell(seen, `${group} ${part}`, value))
            told.push(`${seed}: ${group} ${part} ${value}`);
        }
    }
    expect(small).toBeGreaterThan(40);
    expect(told).toEqual([]);
  });

  test('a share of so many pupils is withheld where it says that fewer than ten reached it', () => {
    const one = (value: number, denominator: number) => {
      const { drops, blocks } = filed(new Map([['', { numerator: 1, denominator }]]));
      const only = blocks.map(
        (block): CellBlock => ({ ...block, values: { [year]: { value, denominator, row: 2 } } }),
      );
      const { withheld } = disclosurePattern({ drops, blocks: only }, metrics, NOW, nothingWithheld);
      return veilOf(withheld, metrics).figure('ks2.rwm', {}, year);
    };
    expect(one(0.05, 100)).toBe('withheld');
    expect(one(0.5, 100)).toBe('whole');
  });
});
