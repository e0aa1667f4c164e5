import { describe, expect, test } from 'vitest';
import { differences } from './end-state.ts';
import { judge } from './verdict.ts';

describe('killed again and again', () => {
  test('loses nothing, doubles nothing, and ends equal to a run that nobody disturbed', async () => {
    const seed = Math.floor(Math.random() * 1e9);
    const { faults, outcome } = await judge({ drops: 40, kills: 5, seed, say: () => undefined });
    expect(faults, `seed ${seed}`).toEqual([]);
    expect(outcome.reads).toBeGreaterThan(0);
  }, 240_000);

  test('the comparison sees what is missing, changed and too much', () => {
    expect(differences({ a: [1, 2], b: 'x' }, { a: [1, 2], b: 'x' })).toEqual([]);
    expect(differences({ a: [1, 2] }, { a: [1], c: null })).toEqual([
      '/a/1: undisturbed 2, tortured undefined',
      '/c: undisturbed undefined, tortured null',
    ]);
  });
});
