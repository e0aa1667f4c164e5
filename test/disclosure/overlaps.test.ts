import { describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { disclosurePattern } from '../../shared/disclosure/pattern.ts';
import { nothingWithheld } from '../../shared/disclosure/pattern-schema.ts';
import { overlapsShown } from './overlap-answers.ts';
import { attackOverlaps } from './overlap-attack.ts';
import { overlapFiles, randomOverlaps } from './random-overlaps.ts';

const NOW = new Date('2025-06-30T12:00:00.000Z');

describe('pupils by combination of groups', () => {
  test('of 60 files of chance, in all their versions, nobody tells a small number; without secondary suppression many', () => {
    const { small, recovered, givenUp } = attackOverlaps(1, 60, overlapsShown);
    expect(small).toBeGreaterThan(100);
    expect(recovered).toEqual([]);
    expect(givenUp).toBeLessThan(small / 20);
    expect(attackOverlaps(1, 60, overlapsShown, false).recovered.length).toBeGreaterThan(50);
  }, 120_000);

  test('nothing is withheld where nothing is small, and the order of the rows does not matter', () => {
    const large = new Map([
      ['cla+disadvantaged', 40],
      ['disadvantaged', 400],
      ['sen-support', 200],
    ]);
    const none = disclosurePattern(overlapFiles([large]), metrics, NOW, nothingWithheld);
    expect(none.withheld).toEqual([]);
    for (const seed of [3, 4, 5]) {
      const [first = new Map<string, number>()] = randomOverlaps(seed);
      const files = overlapFiles([first]);
      const turned = { drops: files.drops, blocks: files.blocks.toReversed() };
      expect(disclosurePattern(turned, metrics, NOW, nothingWithheld)).toEqual(
        disclosurePattern(files, metrics, NOW, nothingWithheld),
      );
    }
  });

  test('the total of a group stays where its combinations can be withheld instead', () => {
    const combinations = new Map([
      ['disadvantaged', 400],
      ['sen-support', 300],
      ['disadvantaged+sen-support', 6],
    ]);
    const [told] = overlapsShown(
      [combinations],
      disclosurePattern(overlapFiles([combinations]), metrics, NOW, nothingWithheld).withheld,
    );
    expect(told?.exact.get('disadvantaged+sen-support')).toBeNull();
    expect(told?.totals.find(({ of }) => of.length === 3)?.pupils).toBe(706);
  });
});
