import { beforeAll, describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { areaTable } from '../../shared/disclosure/area-table.ts';
import { disclosurePattern } from '../../shared/disclosure/pattern.ts';
import { nothingWithheld, type Pattern } from '../../shared/disclosure/pattern-schema.ts';
import { isSmall } from '../../shared/disclosure/policy.ts';
import { type Veil, veilOf } from '../../shared/disclosure/veil.ts';
import { sampleCouncil } from '../recompute/sample-council.ts';
import { canTell, seenOf } from './attacker.ts';
import { filed, fileOf, monthOf, smallCouncil } from './small-council.ts';

const now = new Date('2025-06-30T12:00:00.000Z');
const MONTHS = 24;
const figures = smallCouncil(MONTHS);
const council = filed(figures);

let pattern: Pattern;
let veil: Veil;

beforeAll(() => {
  pattern = disclosurePattern(council, metrics, now, nothingWithheld);
  veil = veilOf(pattern.withheld, metrics);
});

describe('what is withheld of a council', () => {
  test('every count below ten', () => {
    for (const [index, said] of figures.entries())
      for (const [metric, value] of Object.entries(said))
        if (isSmall(value)) expect(veil.figure(metric, {}, monthOf(index))).toBe('withheld');
  });

  test('a rate of a withheld count, its residual and its 12-month mean; a 12-month rate is rounded', () => {
    const at = figures.findIndex((said) => isSmall(said['ehcp.no-to-assess'] ?? 99));
    const month = monthOf(at);
    expect(veil.figure('ehcp.no-to-assess-rate', {}, month)).toBe('withheld');
    expect(veil.figure('ehcp.unexplained', {}, month)).toBe('withheld');
    expect(veil.figure('ehcp.tribunal-appeals.r12', {}, month)).toBe('withheld');
    expect(veil.figure('ehcp.no-to-assess-rate.r12', {}, month)).not.toBe('whole');
  });

  test('not what is large and tells nothing', () => {
    for (const index of figures.keys()) {
      expect(veil.figure('ehcp.active', {}, monthOf(index))).toBe('whole');
      expect(veil.figure('inmss.share', {}, monthOf(index))).toBe('whole');
    }
  });

  test('most 12-month rates stay', () => {
    const names = [
      'ehcp.no-to-assess-rate.r12',
      'ehcp.new-plans-early-years-share.r12',
      'ehcp.ceased-neet-rate.r12',
    ];
    const shown = names.flatMap((name) =>
      [...figures.keys()].slice(11).map((index) => veil.figure(name, {}, monthOf(index))),
    );
    expect(shown.filter((showing) => showing === 'rounded').length).toBeGreaterThan(shown.length / 2);
  });

  test('an attacker with the whole table, every rounded rate and every version tells nothing', () => {
    const short = filed(figures.slice(0, 14));
    const { withheld } = disclosurePattern(short, metrics, now, nothingWithheld);
    const { table } = areaTable(short, metrics, now);
    const seen = seenOf(table, new Set(withheld));
    // Bounds alone: the whole search is for smaller tables.
    const told = table.counts.filter(({ small, id, value }) => small && canTell(seen, id, value, 4) === true);
    expect(told.map(({ id }) => id)).toEqual([]);
  }, 60_000);

  test('what was withheld stays so when a file is restated, and the same facts give the same', () => {
    const restated = fileOf(3, { ...figures[3], 'ehcp.requests': 12, 'ehcp.no-to-assess': 25 }, 1);
    const later = {
      drops: [...council.drops, restated.drop],
      blocks: [...council.blocks, ...restated.blocks],
    };
    const after = disclosurePattern(later, metrics, now, pattern);
    expect(new Set(pattern.withheld).difference(new Set(after.withheld)).size).toBe(0);
    expect(veilOf(after.withheld, metrics).figure('ehcp.no-to-assess', {}, monthOf(3))).toBe('withheld');
    expect(disclosurePattern(later, metrics, now, pattern)).toEqual(after);
  }, 60_000);

  test('nothing of what is published elsewhere', () => {
    const published = {
      drops: council.drops.map((drop) => ({ ...drop, feed: 'published' })),
      blocks: council.blocks,
    };
    expect(disclosurePattern(published, metrics, now, nothingWithheld).withheld).toEqual([]);
  });

  test('nothing of the sample council, whose counts are all above ten', async () => {
    const known = await sampleCouncil();
    expect(disclosurePattern(known, metrics, now, nothingWithheld).withheld).toEqual([]);
  });
});
