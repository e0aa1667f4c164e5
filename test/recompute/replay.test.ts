import { beforeAll, describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { type Month, parseMonth } from '../../shared/period/month.ts';
import { recomputeAsKnown } from '../../shared/recompute/as-known.ts';
import type { Known } from '../../shared/recompute/figures.ts';
import { type Replayed, replay } from '../../shared/recompute/replay.ts';
import { sampleCouncil } from './sample-council.ts';

const area = 'E06000054';
const now = new Date('2025-01-09T10:00:00.000Z');
const month = (text: string): Month => {
  const parsed = parseMonth(text);
  if (!parsed) throw new Error(`${text} is no month`);
  return parsed;
};

let known: Known;
let replayed: readonly Replayed[];

beforeAll(async () => {
  known = await sampleCouncil();
  replayed = replay({ area, known, catalogue: metrics, from: month('2024-04'), to: month('2025-01'), now });
});

const ehcps = (at: string) => replayed.find((each) => each.month === at && each.metric === 'ehcp.active');

describe('replay of the sample council', () => {
  test('EHCPs were amber at the end of May 2024, on April’s figure, known on 10 May', () => {
    expect(ehcps('2024-05')).toMatchObject({ period: '2024-04', rating: 'amber', assumed: true });
    expect(ehcps('2024-05')?.knownAt).toBe('2024-05-09T23:00:00.000Z');
  });

  test('and red at the end of September 2024, on August’s figure, known on 10 September', () => {
    expect(ehcps('2024-09')).toMatchObject({ period: '2024-08', rating: 'red' });
    expect(ehcps('2024-09')?.knownAt).toBe('2024-09-09T23:00:00.000Z');
    expect(ehcps('2024-08')?.rating).toBe('amber');
  });

  test('at the end of April 2024 no number of EHCPs was known: April’s came in May', () => {
    expect(ehcps('2024-04')).toBeUndefined();
  });

  test('the last month first, one line for a metric and month', () => {
    const months = [...new Set(replayed.map((each) => each.month))];
    expect(months).toEqual(months.toSorted().reverse());
    const lines = replayed.map((each) => `${each.month} ${each.metric}`);
    expect(new Set(lines).size).toBe(lines.length);
  });

  test('a month that is not over is looked at from now', () => {
    const { series } = recomputeAsKnown(area, known, metrics, now);
    const current = series.find(({ metric }) => metric === 'ehcp.active')?.rating;
    expect(ehcps('2025-01')).toMatchObject({ period: current?.period, rating: current?.rating });
  });

  test('no figure is known after the month end that it is looked at from', () => {
    for (const { knownAt, month } of replayed) expect(knownAt.slice(0, 7) <= month).toBe(true);
  });

  test('a metric of which no figure is known has no line', () => {
    expect(replayed.filter(({ metric }) => metric === 'dsg.cumulative-balance')).toEqual([]);
  });

  test('beside it stands what officers had rated of the condition, and how much earlier the data spoke', () => {
    const at = (month: string, metric: string) =>
      replayed.find((each) => each.month === month && each.metric === metric);
    // Condition 3.1: green in May, amber in August and November, never red.
    expect(ehcps('2024-05')).toMatchObject({ officerRating: 'green', leadMonths: 3 });
    expect(ehcps('2024-08')).toMatchObject({ rating: 'amber', officerRating: 'amber', leadMonths: 3 });
    expect(ehcps('2024-09')).toMatchObject({ rating: 'red', officerRating: 'amber', leadMonths: null });
    // Condition 1 was rated red in November, known in December; the data of June, known in July, said it first.
    expect(at('2024-11', 'dsg.in-year-balance')?.officerRating).toBe('amber');
    expect(at('2024-12', 'dsg.in-year-balance')).toMatchObject({ rating: 'red', officerRating: 'red' });
  });

  test('one metric alone is what it is among all', () => {
    const [from, to] = [month('2024-04'), month('2025-01')];
    const alone = replay({ area, known, catalogue: metrics, from, to, metric: 'ehcp.active', now });
    expect(alone).toEqual(replayed.filter(({ metric }) => metric === 'ehcp.active'));
  });
});
