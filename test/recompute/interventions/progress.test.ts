import { describe, expect, test } from 'vitest';
import { metricById } from '../../../shared/catalogue/metrics.ts';
import { foldFacts } from '../../../shared/facts/fold.ts';
import { addMonths, parseMonth } from '../../../shared/period/month.ts';
import { progressOf } from '../../../shared/recompute/interventions/progress.ts';
import { blockOf, dropOf } from '../../facts/make.ts';

const register = dropOf({ key: 'E06000054/interventions/plan.csv', feed: 'interventions' });
const usual = { metric: 'ehcp.requests', effect_per_month: -16, full_effect_by: '2025-04' };

/** How far interventions are on a day, after monthly values from April 2024 on. */
function progress(
  entries: Readonly<Record<string, Readonly<Record<string, string | number | null>>>>,
  values: readonly (number | null)[],
  today: string,
) {
  const blocks = Object.entries(entries).map(([id, fields]) =>
    blockOf(
      register,
      { role: 'register', metric: 'interventions', dimensions: { id } },
      { '0000': { value: null, row: 2, fields } },
    ),
  );
  const facts = foldFacts([register], blocks, new Date('2026-12-31'));
  const first = parseMonth('2024-04');
  if (!first) throw new Error('April is a month');
  const points = values.map((value, at) => ({ period: addMonths(first, at), value }));
  const judging = (metric: string) => {
    const definition = metricById(metric);
    return definition && { definition, points: metric === 'ehcp.requests' ? points : [] };
  };
  return progressOf(facts, judging, new Date(`${today}T12:00:00.000Z`));
}

const year = Array<number>(12).fill(97);

describe('how far an intervention is', () => {
  test('counts its months, says what is due of it by its profile, and what came', () => {
    const growing = { ...usual, starts: '2025-04', full_effect_by: '2025-07' };
    const found = progress({ a: growing }, [...year, 94, 90], '2025-06-10').get('a');
    expect(found).toMatchObject({
      ...{ state: 'on-course', starts: '2025-04', fullEffectBy: '2025-07', monthsSinceStart: 3 },
      ...{ baseline: 97, effectDue: -8 },
      months: [
        { month: '2025-04', expected: 93, actual: 94, achieved: 0.75 },
        { month: '2025-05', expected: 89, actual: 90, achieved: 0.875 },
      ],
    });
    expect(found?.text).toContain('90 in May 2025, expected 89, before it 97');
  });

  test('is behind when less than half came for two months, and only once behind in the first', () => {
    const state = (...since: number[]) =>
      progress({ a: usual }, [...year, ...since], '2025-07-01').get('a')?.state;
    expect([state(97), state(97, 96), state(97, 96, 85)]).toEqual(['behind-once', 'behind', 'on-course']);
  });

  test('those that move one metric are held against it together, each with its own effect', () => {
    const found = progress(
      { a: { ...usual, effect_per_month: -8 }, b: { ...usual, effect_per_month: -4 } },
      [...year, 85],
      '2025-05-02',
    );
    expect(found.get('a')).toMatchObject({ together: ['a', 'b'], effectDue: -8 });
    expect(found.get('b')).toMatchObject({ effectDue: -4, months: found.get('a')?.months });
  });

  test('has not started before its month, nor without a figure since', () => {
    expect(progress({ a: usual }, year, '2025-02-01').get('a')).toMatchObject({
      ...{ state: 'not-started', monthsSinceStart: 0, months: [] },
    });
    expect(progress({ a: usual }, year, '2025-05-20').get('a')?.state).not.toBe('on-course');
  });

  test('what cannot be measured says what is missing: effect, month, figures before, or a figure of a month', () => {
    const text = (fields: Parameters<typeof progress>[0][string], values: readonly number[] = year) => {
      const found = progress({ a: fields }, [...values, 90], '2025-06-01').get('a');
      expect(found?.state).toBe('not-measurable');
      return found?.text;
    };
    expect(text({ ...usual, effect_per_month: null })).toContain('no expected effect');
    expect(text({ ...usual, full_effect_by: null })).toContain('no month');
    expect(text({ ...usual, change: 'Pause' })).toContain('paused');
    expect(text({ ...usual, metric: 'inmss.placed' })).toContain('not a figure of what happens in a month');
    expect(text(usual, [])).toContain('six known months');
  });
});
