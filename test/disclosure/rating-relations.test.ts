import { describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { areaTable } from '../../shared/disclosure/area-table.ts';
import { disclosurePattern } from '../../shared/disclosure/pattern.ts';
import { nothingWithheld } from '../../shared/disclosure/pattern-schema.ts';
import { veilOf } from '../../shared/disclosure/veil.ts';
import { ownBoundsOf } from '../../shared/recompute/own-bounds.ts';
import { tells } from '../../shared/recompute/protected/protected-series.ts';
import type { Setting } from '../../shared/settings/setting.ts';
import { canTell, seenOf } from './attacker.ts';
import { type Council, filed, monthOf, planned, smallCouncil } from './small-council.ts';

const now = new Date('2025-06-30T12:00:00.000Z');
const rule = (version: number, amber: number, red: number): Setting => ({
  ...{ area: 'E06000017', kind: 'rule', id: 'ehcp.tribunal-appeals', version, by: 'ann' },
  body: { bounds: { amber: { enter: amber }, red: { enter: red } }, reason: 'Agreed' },
  ...{ at: '2024-01-09T09:00:00.000Z', validFrom: '2022-01-01' },
});
const joined = (...all: readonly Council[]): Council => ({
  drops: all.flatMap(({ drops }) => drops),
  blocks: all.flatMap(({ blocks }) => blocks),
});

describe('rules of the council’s own', () => {
  // Plan 4: red from 1% over it; a rule that makes red begin at 75% over it says of five or six that it is neither.
  const appeals = joined(filed(smallCouncil(14)), planned({ 'ehcp.tribunal-appeals': 4 }));
  const months = appeals.blocks.map(({ series, values }) =>
    series.metric === 'ehcp.tribunal-appeals' && series.role === 'actual' ? Object.keys(values) : [],
  );
  const council: Council = {
    ...appeals,
    blocks: appeals.blocks.map((block) =>
      block.series.metric === 'ehcp.tribunal-appeals' && block.series.role === 'actual'
        ? {
            ...block,
            values: Object.fromEntries(
              Object.entries(block.values).map(([at, cell]) => [at, { ...cell, value: 5 }]),
            ),
          }
        : block,
    ),
  };

  test('every version counts, also one that is over', () => {
    const bounds = ownBoundsOf([rule(1, 0.1, 0.3), rule(2, 0.2, 0.4)]).get('ehcp.tribunal-appeals') ?? [];
    for (const fraction of [0.1, 0.075, 0.125, 0.3, 0.225, 0.2, 0.15, 0.25, 0.4])
      expect(bounds.some((each) => Math.abs(each - fraction) < 1e-9)).toBe(true);
  });

  test('that pin a small number have the ratings withheld, which the catalogue’s alone have not', () => {
    expect(months.flat().length).toBeGreaterThan(10);
    const ratings = 'ratings:ehcp.tribunal-appeals|';
    const withheldBy = (settings: readonly Setting[]) =>
      disclosurePattern({ ...council, ownBounds: ownBoundsOf(settings) }, metrics, now, nothingWithheld)
        .withheld;
    expect(withheldBy([])).not.toContain(ratings);
    // More than four (amber at 2.5% over), and not as many as six (red at 50%): five.
    expect(withheldBy([rule(1, 0.025, 0.5)])).toContain(ratings);
  }, 60_000);

  test('and an attacker who knows them tells nothing', () => {
    const ownBounds = ownBoundsOf([rule(1, 0.025, 0.5), rule(2, 0.3, 0.6)]);
    const { withheld } = disclosurePattern({ ...council, ownBounds }, metrics, now, nothingWithheld);
    const { table } = areaTable({ ...council, ownBounds }, metrics, now);
    const seen = seenOf(table, new Set(withheld));
    const told = table.counts.filter(({ small, id, value }) => small && canTell(seen, id, value, 4) === true);
    expect(told.map(({ id }) => id)).toEqual([]);
  }, 60_000);
});

describe('a share that is held against the number placed a year earlier', () => {
  const share = { metric: 'inmss.share', dimensions: {} };
  const cap = 'share-alone:inmss.placed';
  const veil = veilOf([`figure:inmss.placed||${monthOf(2)}`], metrics);

  test('does not name that number where it is withheld', () => {
    expect(tells(veil, share, monthOf(14), false, cap)).toBe(true);
    expect(tells(veil, share, monthOf(15), false, cap)).toBe(false);
    expect(tells(veil, share, monthOf(14), false, 'against-plan-green')).toBe(false);
  });

  test('tells in the table that the number has risen or has not', () => {
    const council = joined(filed(smallCouncil(14)), planned({ 'inmss.share': 0.05 }));
    const { table } = areaTable(council, metrics, now);
    const held = table.relations.filter(
      ({ terms, shownBy }) =>
        shownBy === 'ratings:inmss.share|' &&
        terms.length === 2 &&
        terms.every(({ count }) => count.startsWith('inmss.placed|')),
    );
    expect(held.length).toBe(2);
  });
});
