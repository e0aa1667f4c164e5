import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellBlock } from '../../shared/facts/cell.ts';
import { type Drop, dropStates } from '../../shared/facts/drop.ts';
import { foldFacts } from '../../shared/facts/fold.ts';
import { neverShown } from '../../shared/recompute/retention.ts';
import { actual, blockOf, dropOf } from '../facts/make.ts';

/** Versions of one file in every state, each with cells in the table, as lost attempts may leave them. */
const versions = fc
  .array(fc.record({ state: fc.constantFrom(...dropStates), day: fc.integer({ min: 1, max: 28 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((all) =>
    all.map(({ state, day }, position): Drop => {
      const receivedAt = `2025-01-${String(day).padStart(2, '0')}T09:00:00.000Z`;
      return dropOf({ key: 'E06000054/send-monthly/a.csv', position, state, receivedAt });
    }),
  );

function blocksOf(drops: readonly Drop[]): CellBlock[] {
  return drops.map((drop) => blockOf(drop, actual('ehcp.active'), { '2024-01': 5000 + drop.position }));
}

/** A version that repeats the one before it, where that one is committed. */
function repeating(drops: readonly Drop[]): readonly Drop[] {
  const last = drops.at(-1);
  if (last?.state !== 'accepted') return drops;
  const position = drops.length;
  return [...drops, dropOf({ key: last.key, position, repeats: last.versionId })];
}

describe('what retention may remove', () => {
  test('nothing that shows at any time, now or after an unfinished version commits', () => {
    fc.assert(
      fc.property(versions.map(repeating), (drops) => {
        const blocks = blocksOf(drops);
        const dead = new Set(neverShown({ drops, blocks }));
        const left = blocks.filter((block) => !dead.has(block));
        const unfinished = ({ state }: Drop) => ['received', 'processing', 'failed'].includes(state);
        const finished = drops.map((drop) =>
          unfinished(drop) ? { ...drop, state: 'accepted' as const } : drop,
        );
        for (const then of [drops, finished])
          for (const { receivedAt } of drops) {
            const at = new Date(receivedAt);
            expect(foldFacts(then, left, at)).toEqual(foldFacts(then, blocks, at));
          }
      }),
    );
  });

  test('all that no version will ever show', () => {
    const key = 'E06000054/send-monthly/a.csv';
    const drops = [
      dropOf({ key, position: 0 }),
      dropOf({ key, position: 1, state: 'quarantined' }),
      dropOf({ key, position: 2, repeats: 'v0' }),
      dropOf({ key, position: 3, state: 'failed' }),
    ];
    const dead = neverShown({ drops, blocks: blocksOf(drops) });
    expect(dead.map(({ versionId }) => versionId)).toEqual(['v1', 'v2']);
  });
});
