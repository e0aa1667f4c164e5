import { beforeAll, describe, expect, test } from 'vitest';
import { metrics } from '../../../shared/catalogue/metrics.ts';
import { type Recomputed, recompute } from '../../../shared/recompute/recompute.ts';
import { sampleCouncil } from '../sample-council.ts';
import { rowIn, scorecardIn } from './council-results.ts';

let run: Recomputed;

beforeAll(async () => {
  run = recompute({
    ...{ area: 'E06000054', known: await sampleCouncil(), catalogue: metrics },
    ...{ now: new Date('2025-01-09T09:00:00.000Z'), dashboardUrl: '' },
    earlier: { alerts: [], forecasts: {} },
  });
}, 60_000);

describe('the scorecards of the sample council', () => {
  test('KS2 RWM of 2024/25: 59% beside 63% in England and 62.1% of ten neighbours, 4 points behind', () => {
    const row = rowIn(scorecardIn(run, 'ks2'), 'ks2.rwm');
    expect(row).toMatchObject({
      ...{ council: { value: 0.59 }, region: { value: 0.6 }, national: { value: 0.63 } },
      neighbours: { value: 0.621, n: 10, of: 10, edition: '2025' },
      gaps: {
        national: { difference: -0.04, percentagePoints: -4, arrow: 'down-bad', pupils: null },
        region: { percentagePoints: -1 },
        neighbours: { percentagePoints: -3.1 },
      },
      pupils: { denominator: null, text: 'number not published' },
      trend: { difference: 0.02, since: 'AY2023', arrow: 'up-good' },
      distance: { difference: -0.05, since: 'AY2018' },
      rating: 'amber',
    });
  });

  test('phonics of 2024/25 are provisional, and GLD and Attainment 8 as published', () => {
    expect(rowIn(scorecardIn(run, 'ks1'), 'phonics.y1').council).toMatchObject({
      ...{ value: 0.79, status: 'provisional' },
    });
    expect(rowIn(scorecardIn(run, 'early-years'), 'eyfsp.gld').council.value).toBe(0.704);
    expect(rowIn(scorecardIn(run, 'ks4'), 'ks4.attainment8').council.value).toBe(46.2);
  });

  test('the years of Covid are not there, and 2021/22 is marked', () => {
    expect(scorecardIn(run, 'ks2').years).toEqual(
      [2024, 2023, 2022, 2021, 2018, 2017, 2016, 2015].map((year) => `AY${year}`),
    );
    const notes = rowIn(scorecardIn(run, 'ks2', 'AY2021'), 'ks2.rwm').notes;
    expect(notes[0]).toContain('Affected by Covid');
  });

  test('what has ended says why, and is not rated', () => {
    const row = rowIn(scorecardIn(run, 'ks1'), 'ks1.reading');
    expect(row.council.value).toBeNull();
    expect(row.council.why).toContain('school’s own choice');
    expect(row.rating).toBeNull();
    expect(rowIn(scorecardIn(run, 'ks4'), 'ks4.progress8').council.why).toContain('Covid');
  });

  test('every figure of a disadvantaged group says that Pupil Premium Plus is in it', () => {
    const { rows } = scorecardIn(run, 'ks2');
    const about = rows.filter(({ dimensions }) => /disadvantaged|fsm/.test(dimensions['group'] ?? ''));
    expect(about).toHaveLength(4);
    for (const { notes } of about) expect(notes.join(' ')).toContain('Pupil Premium Plus');
  });

  test('key points are three to five, each of figures that the scorecard has', () => {
    for (const stage of ['early-years', 'ks1', 'ks2', 'ks4', 'absence']) {
      const card = scorecardIn(run, stage);
      expect(card.keyPoints.length).toBeGreaterThanOrEqual(3);
      expect(card.keyPoints.length).toBeLessThanOrEqual(5);
      for (const { metric, dimensions } of card.keyPoints)
        expect(rowIn(card, metric, dimensions['group']).council.value).not.toBeNull();
    }
    expect(scorecardIn(run, 'ks2').keyPoints.map(({ text }) => text)).toEqual([
      'KS2 RWM: 59% in 2024/25; England 63%, South West 60%, neighbours (mean of 10) 62.1%.',
      'Furthest behind England: KS2 RWM, disadvantaged: 38%, 10 percentage points below England (48%).',
      'Widest gap between groups: KS2 RWM, disadvantaged: 38%, 27 percentage points below pupils who are not disadvantaged (65%); narrower by 4 percentage points since 2023/24.',
      'Biggest change: KS2 RWM, SEN support: 29%, up 9 percentage points since 2023/24, which is better (whether by chance cannot be told: number of pupils not published).',
      'Longest trend: KS2 RWM, no special educational needs: 71%, up 3 years running since 2021/22, which is better.',
    ]);
  });

  test('the first page has each stage, assessment and group, and the ratings have them too', () => {
    const { stages, assessments, groups } = run.summary.outcomes;
    expect(stages.map(({ stage, rating }) => [stage, rating])).toEqual([
      ['early-years', 'green'],
      ['ks1', 'green'],
      ['ks2', 'amber'],
      ['ks4', 'green'],
      ['absence', 'amber'],
    ]);
    expect(assessments.map(({ metric }) => metric)).not.toContain('ks1.reading');
    expect(groups.find(({ group }) => group === 'disadvantaged')).toMatchObject({
      ...{ rating: 'red', decidedBy: ['ks2.rwm'], officerRating: null },
    });
    const item = run.ratings.items.find(
      ({ metric, dimensions }) => metric === 'ks2.rwm' && !dimensions['group'] && !dimensions['locality'],
    );
    expect(item).toMatchObject({ rating: 'amber', period: 'AY2024' });
    expect(run.series.find(({ metric }) => metric === 'ks2.reading')?.rating?.rating).toBe('amber');
    const kinds = Map.groupBy(run.ratings.rollUps, ({ kind }) => kind);
    expect(kinds.get('stage')?.map(({ id }) => id)).toEqual(stages.map(({ stage }) => stage));
    expect(kinds.get('group')?.map(({ id }) => id)).toEqual(groups.map(({ group }) => group));
  });

  test('the overall rating of the council rests on plans and money alone, as before', () => {
    expect(run.ratings.overall.reasons[0]?.text).not.toMatch(/KS2|absence/i);
  });
});
