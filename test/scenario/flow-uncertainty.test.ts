import { describe, expect, test } from 'vitest';
import { deviationsOf } from '../../shared/scenario/flow/deviations.ts';
import { systemFlow } from '../../shared/scenario/flow/system-flow.ts';
import { systemFlowSchema } from '../../shared/scenario/flow/system-flow-schema.ts';
import { percentilesOf } from '../../shared/scenario/percentiles.ts';
import { monthOf } from '../period/make.ts';

const none = { requests: [], noToAssessRate: [], noToIssueRate: [], ceased: [] };
const current = { requests: 97, noToAssessRate: 0.12, noToIssueRate: 0.039, ceased: 29 };
const asked = (uncertainty: object) =>
  systemFlowSchema.parse({ ...current, start: 6357, from: '2025-01', horizonMonths: 24, uncertainty });
const answerOf = (uncertainty: object) =>
  systemFlow(asked(uncertainty), monthOf('2025-02'), none).uncertainty?.months.at(-1)?.active;

describe('the uncertainty of a flow', () => {
  test('without any deviation every path is the planned one', () => {
    const still = { requests: 0, noToAssessRate: 0, noToIssueRate: 0, ceased: 0 };
    const active = answerOf({ deviations: still, paths: 100 });
    const planned = 6357 + 24 * (97 * 0.88 * 0.961 - 29);
    for (const value of Object.values(active ?? {})) expect(value).toBeCloseTo(planned, 6);
  });

  test('the same seed gives the same percentiles, another seed others', () => {
    expect(answerOf({ seed: 7 })).toEqual(answerOf({ seed: 7 }));
    expect(answerOf({ seed: 7 })).not.toEqual(answerOf({ seed: 8 }));
  });

  test('percentiles are nested, and wider with wider deviations', () => {
    const usual = answerOf({ deviations: { requests: 5 } });
    const wild = answerOf({ deviations: { requests: 50 } });
    if (!usual || !wild) throw new Error('There is an answer');
    for (const { p5, p10, p50, p90, p95 } of [usual, wild])
      expect([p5, p10, p50, p90, p95]).toEqual([p5, p10, p50, p90, p95].toSorted((a, b) => a - b));
    expect(wild.p95 - wild.p5).toBeGreaterThan(2 * (usual.p95 - usual.p5));
  });

  test('deviations are given, else fitted to a year of months, else the least that chance gives', () => {
    const ceased = [20, 40, 20, 40, 20, 40, 20, 40, 20, 40, 20, 40];
    const found = deviationsOf(current, { requests: 3 }, { ...none, ceased });
    expect(found.requests).toEqual({ deviation: 3, source: 'given' });
    expect(found.ceased.source).toBe('fitted');
    expect(found.ceased.deviation).toBeCloseTo(Math.sqrt(1200 / 11), 9);
    expect(found.noToAssessRate.source).toBe('assumed');
    expect(found.noToAssessRate.deviation).toBeCloseTo(Math.sqrt((0.12 * 0.88) / 97), 9);
    expect(deviationsOf(current, {}, { ...none, ceased: ceased.slice(1) }).ceased.source).toBe('assumed');
  });

  test('percentiles of one value are that value, of 0 to 100 themselves', () => {
    expect(percentilesOf(Float64Array.of(4))).toEqual({ p5: 4, p10: 4, p50: 4, p90: 4, p95: 4 });
    const hundred = Float64Array.from({ length: 101 }, (_, at) => 100 - at);
    expect(percentilesOf(hundred)).toEqual({ p5: 5, p10: 10, p50: 50, p90: 90, p95: 95 });
  });
});
