import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellBlock } from '../../shared/facts/cell.ts';
import type { Drop } from '../../shared/facts/drop.ts';
import { type Facts, foldFacts } from '../../shared/facts/fold.ts';
import { cellHistory } from '../../shared/facts/history.ts';
import { periodOf } from '../period/make.ts';
import { actual, blockOf, dropOf } from './make.ts';

const ehcps = actual('ehcp.active');
const later = new Date('2026-01-01');

/** What shows, as plain values. */
function shown(facts: Facts): Record<string, number | null> {
  const cells = [...facts.values()].flatMap(({ cells }) => [...cells]);
  return Object.fromEntries(cells.map(([period, { value }]) => [period, value]).sort());
}

describe('one file', () => {
  const first = dropOf({ key: 'a.csv', position: 0, knownAt: '2024-11-10T00:00:00.000Z' });
  const second = dropOf({ key: 'a.csv', position: 1, knownAt: '2025-01-07T00:00:00.000Z' });
  const blocks = [
    blockOf(first, ehcps, { '2024-09': 6051, '2024-10': 6161 }),
    blockOf(second, ehcps, { '2024-10': 6170 }),
  ];

  test('a new version replaces the file whole: what it no longer says is retracted', () => {
    expect(shown(foldFacts([first, second], blocks, later))).toEqual({ '2024-10': 6170 });
  });

  test('as known on an earlier day the version before speaks', () => {
    expect(shown(foldFacts([first, second], blocks, new Date('2024-12-31')))).toEqual({
      '2024-09': 6051,
      '2024-10': 6161,
    });
    expect(shown(foldFacts([first, second], blocks, new Date('2024-11-09')))).toEqual({});
  });

  test.each(['processing', 'received', 'failed', 'quarantined'] as const)(
    'a version that is %s shows nothing and leaves the one before',
    (state) => {
      expect(shown(foldFacts([first, { ...second, state }], blocks, later))).toEqual({
        '2024-09': 6051,
        '2024-10': 6161,
      });
    },
  );

  test('a deleted file says nothing; put again it speaks again', () => {
    const marker = dropOf({ key: 'a.csv', position: 2, deleted: true });
    const again = dropOf({ key: 'a.csv', position: 3 });
    expect(shown(foldFacts([first, second, marker], blocks, later))).toEqual({});
    expect(
      shown(
        foldFacts(
          [first, second, marker, again],
          [...blocks, blockOf(again, ehcps, { '2024-10': 1 })],
          later,
        ),
      ),
    ).toEqual({ '2024-10': 1 });
  });

  test('an identical version lets the one before speak on, with its drop', () => {
    const repeat = dropOf({ key: 'a.csv', position: 2, knownAt: second.knownAt, repeats: second.versionId });
    const facts = foldFacts([first, second, repeat], blocks, later);
    expect(shown(facts)).toEqual({ '2024-10': 6170 });
    expect([...facts.values()][0]?.cells.get(periodOf('2024-10'))?.drop.id).toBe(second.id);
  });
});

describe('several files', () => {
  const early = dropOf({ key: 'b.csv', knownAt: '2024-11-10T00:00:00.000Z' });
  const late = dropOf({ key: 'a.csv', knownAt: '2025-01-07T00:00:00.000Z' });
  const blocks = [blockOf(early, ehcps, { '2024-10': 6161 }), blockOf(late, ehcps, { '2024-10': 6170 })];

  test('the one known last speaks, whichever was put last', () => {
    expect(
      shown(foldFacts([{ ...early, receivedAt: '2025-06-01T00:00:00.000Z' }, late], blocks, later)),
    ).toEqual({ '2024-10': 6170 });
  });

  test('when it is retracted the one before speaks again', () => {
    const marker = dropOf({ key: 'a.csv', position: 1, deleted: true });
    expect(shown(foldFacts([early, late, marker], blocks, later))).toEqual({ '2024-10': 6161 });
  });

  test('known at the same time: the one put last, then by key', () => {
    const knownAt = late.knownAt;
    expect(
      shown(foldFacts([{ ...early, knownAt, receivedAt: '2025-06-01T00:00:00.000Z' }, late], blocks, later)),
    ).toEqual({ '2024-10': 6161 });
    expect(shown(foldFacts([{ ...early, knownAt }, late], blocks, later))).toEqual({ '2024-10': 6161 });
  });

  test('a written absence speaks and is not zero; an absent cell says nothing', () => {
    const symbol = dropOf({ key: 'c.csv', knownAt: '2025-02-01T00:00:00.000Z' });
    const facts = foldFacts(
      [early, late, symbol],
      [...blocks, blockOf(symbol, ehcps, { '2024-10': null })],
      later,
    );
    expect(shown(facts)).toEqual({ '2024-10': null });
  });
});

describe('laws', () => {
  const scenario = fc.array(
    fc.record({
      key: fc.constantFrom('a.csv', 'b.csv', 'c.csv'),
      known: fc.integer({ min: 1, max: 6 }),
      put: fc.integer({ min: 6, max: 12 }),
      deleted: fc.boolean(),
      state: fc.constantFrom('accepted' as const, 'quarantined' as const, 'processing' as const),
      cells: fc.dictionary(fc.constantFrom('2024-01', '2024-02', '2024-03'), fc.integer({ min: 0, max: 99 })),
    }),
    { maxLength: 12 },
  );

  function build(versions: typeof scenario extends fc.Arbitrary<infer T> ? T : never): {
    drops: Drop[];
    blocks: CellBlock[];
  } {
    const counts = new Map<string, number>();
    const drops = versions.map(({ key, known, put, deleted, state }) => {
      const position = counts.get(key) ?? 0;
      counts.set(key, position + 1);
      const month = (each: number) => `2025-${String(each).padStart(2, '0')}-01T00:00:00.000Z`;
      return dropOf({ key, position, knownAt: month(known), receivedAt: month(put), deleted, state });
    });
    const blocks = drops.flatMap((drop, at) =>
      drop.deleted ? [] : [blockOf(drop, ehcps, versions[at]?.cells ?? {})],
    );
    return { drops, blocks };
  }

  test('the order in which drops and cells are read never matters, nor does reading them twice', () => {
    fc.assert(
      fc.property(scenario, fc.infiniteStream(fc.nat()), (versions, random) => {
        const { drops, blocks } = build(versions);
        const shuffled = <T>(items: readonly T[]) =>
          items
            .map((item) => ({ item, at: random.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item);
        const expected = shown(foldFacts(drops, blocks, later));
        expect(shown(foldFacts(shuffled(drops), shuffled([...blocks, ...blocks]), later))).toEqual(expected);
      }),
    );
  });

  test('what shows is what the last committed version of each live file says, the one known last winning', () => {
    fc.assert(
      fc.property(scenario, (versions) => {
        const { drops, blocks } = build(versions);
        const model = new Map<string, { value: number | null; rank: string }>();
        for (const key of ['a.csv', 'b.csv', 'c.csv']) {
          const last = drops.filter((drop) => drop.key === key && drop.state === 'accepted').at(-1);
          if (!last || last.deleted) continue;
          const rank = `${last.knownAt} ${last.receivedAt} ${key}`;
          const said = blocks.find(({ file, versionId }) => file === key && versionId === last.versionId);
          for (const [period, cell] of Object.entries(said?.values ?? {})) {
            if ((model.get(period)?.rank ?? '') < rank) model.set(period, { value: cell.value, rank });
          }
        }
        const expected = Object.fromEntries([...model].map(([period, { value }]) => [period, value]).sort());
        expect(shown(foldFacts(drops, blocks, later))).toEqual(expected);
      }),
    );
  });

  test('nothing that was committed is ever lost from the history of a period', () => {
    fc.assert(
      fc.property(scenario, (versions) => {
        const { drops, blocks } = build(versions);
        const period = periodOf('2024-02');
        const history = cellHistory(drops, blocks, ehcps, period, later);
        const committed = blocks.filter((block) => {
          const drop = drops.find(
            ({ key, versionId }) => key === block.file && versionId === block.versionId,
          );
          return drop?.state === 'accepted' && block.values[period] !== undefined;
        });
        expect(history).toHaveLength(committed.length);
        const current = history.filter((version) => version.current).map(({ value }) => value);
        const now = shown(foldFacts(drops, blocks, later))['2024-02'];
        expect(current).toEqual(now === undefined ? [] : [now]);
      }),
    );
  });
});
