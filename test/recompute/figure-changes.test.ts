import { beforeAll, describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { type FigureChange, figureChanges, knownInstants } from '../../shared/recompute/figure-changes.ts';
import type { Known } from '../../shared/recompute/figures.ts';
import { sampleCouncil } from './sample-council.ts';

const now = new Date('2025-01-09T10:00:00.000Z');

let known: Known;
let instants: readonly string[];

beforeAll(async () => {
  known = await sampleCouncil();
  instants = knownInstants(known, now);
});

const idOf = ({ definition, dimensions, period }: FigureChange) =>
  JSON.stringify([definition.id, dimensions, period]);

describe('the changes of the sample council', () => {
  test('from nothing to now, each change goes on from the one before (law)', () => {
    const last = new Map<string, number | null>();
    for (const change of figureChanges(known, metrics, instants, undefined).toReversed()) {
      expect(change.before?.value ?? null).toBe(last.get(idOf(change)) ?? null);
      last.set(idOf(change), change.after?.value ?? null);
    }
    expect(last.size).toBeGreaterThan(50);
  });

  test('a span cut in two gives the changes of the whole (law)', () => {
    const whole = figureChanges(known, metrics, instants, undefined);
    for (let cut = 1; cut < instants.length; cut += 4) {
      const early = figureChanges(known, metrics, instants.slice(0, cut), undefined);
      const late = figureChanges(known, metrics, instants.slice(cut), instants[cut - 1]);
      expect([...late, ...early]).toEqual(whole);
    }
  });
});
