import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resultsRun, rowIn, scorecardIn } from './council-results.ts';

const OWN = 'E06000054/outcomes/results.csv';
const SHARED = '_shared/outcomes/results.csv';
const HEADER = 'period,metric,group,numerator,denominator,value';
const SHARED_HEADER = 'area,period,metric,level,group,numerator,denominator,value';

const own = [
  '2023/24,ks2.rwm,,2750,5000,',
  '2024/25,ks2.rwm,,2950,5000,',
  '2024/25,ks2.rwm,eal,300,600,',
  '2024/25,ks2.rwm,disadvantaged,300,1000,',
  '2024/25,ks2.reading,,,,74%',
  '2024/25,ks2.maths,,60,100,',
  '2024/25,ks2.writing,,,,c',
];
const england = [
  'E92000001,2024/25,ks2.rwm,national,,400000,640000,',
  'E92000001,2024/25,ks2.reading,national,,,,76%',
  'E92000001,2024/25,ks2.maths,national,,480000,640000,',
  'E92000001,2024/25,ks2.writing,national,,,,73%',
];
const files = { [OWN]: [HEADER, ...own], [SHARED]: [SHARED_HEADER, ...england] };
const card = async () => scorecardIn(await resultsRun(files), 'ks2');

describe('a scorecard from a council’s own numbers', () => {
  test('says what a gap is in pupils, and that it is beyond chance', async () => {
    const row = rowIn(await card(), 'ks2.rwm');
    expect(row.council).toMatchObject({ value: 0.59, numerator: 2950, denominator: 5000 });
    // 59% less 62.5% of 5,000 pupils.
    expect(row.gaps.national).toMatchObject({ percentagePoints: -3.5, pupils: -175, arrow: 'down-bad' });
    expect(row.gaps.national?.chance).toMatchObject({ judged: true, beyond: true });
    expect(row.pupils.text).toBe('2,950 of 5,000');
    expect(row.council.interval?.lower).toBeLessThan(0.59);
    expect(row.trend).toMatchObject({ difference: 0.04, chance: { judged: true, beyond: true } });
  });

  test('a hundred pupils 15 points behind are beyond chance, so red; twenty of them would not be', async () => {
    expect(rowIn(await card(), 'ks2.maths').rating).toBe('red');
    const few = { ...files, [OWN]: [HEADER, '2024/25,ks2.maths,,12,20,'] };
    expect(rowIn(scorecardIn(await resultsRun(few), 'ks2'), 'ks2.maths').rating).toBe('amber-green');
  });

  test('all other pupils follow from counts where nobody published them', async () => {
    const row = rowIn(await card(), 'ks2.rwm', 'eal');
    expect(row.complement).toMatchObject({
      ...{ group: 'not-eal', name: 'pupils whose first language is English', basis: 'worked-out' },
    });
    expect(row.complement?.value).toBeCloseTo(2650 / 4400, 10);
    expect(row.gaps.complement?.difference).toBeCloseTo(0.5 - 2650 / 4400, 10);
  });

  test('a figure without numbers says so, and its gap is not judged against chance', async () => {
    const row = rowIn(await card(), 'ks2.reading');
    expect(row.pupils).toEqual({ numerator: null, denominator: null, text: 'number not published' });
    expect(row.gaps.national).toMatchObject({ pupils: null, chance: { judged: false, beyond: null } });
  });

  test('a suppressed figure is none: no gap, no rating, and the symbol as the file has it', async () => {
    const row = rowIn(await card(), 'ks2.writing');
    expect(row.council).toMatchObject({ value: null, status: 'c' });
    expect(row.council.why).toContain('fewer than ten');
    expect([row.gaps.national, row.rank, row.rating]).toEqual([null, null, null]);
  });

  test('behind England for the first time is told, and only then', async () => {
    const rows = (values: readonly string[], metric = 'ks2.gps') =>
      values.map((value, at) => `${2021 + at}/${22 + at},${metric},,,,${value}`);
    const nation = [2021, 2022, 2023].map(
      (year) => `E92000001,${year}/${year - 1999},ks2.gps,national,,,,70%`,
    );
    const told = async (...values: readonly string[]) => {
      const run = await resultsRun({
        [OWN]: [HEADER, ...rows(values)],
        [SHARED]: [SHARED_HEADER, ...nation],
      });
      return scorecardIn(run, 'ks2').keyPoints.find(({ rule }) => rule === 'first-below-national')?.text;
    };
    expect(await told('71%', '70%', '69%')).toBe(
      'Behind England for the first time in the years that are known: KS2 GPS: 69%, by 1 percentage point.',
    );
    expect(await told('69%', '71%', '69%')).toBeUndefined();
    expect(await told('71%', '71%', '70%')).toBeUndefined();
  });

  test('officers’ ratings of stage, group and assessment stand beside', async () => {
    const run = await resultsRun({
      ...files,
      'E06000054/officer-ratings/2026-01.csv': [
        'update,subject,rating,commentary',
        '2026-01,stage Key Stage 2,green,',
        '2026-01,group Pupil Premium,amber,',
        '2026-01,metric ks2.rwm,red,',
      ],
    });
    const found = scorecardIn(run, 'ks2');
    expect(found.officerRating).toBe('green');
    expect(rowIn(found, 'ks2.rwm').officerRating).toBe('red');
    expect(rowIn(found, 'ks2.rwm', 'disadvantaged').officerRating).toBe('amber');
    expect(rowIn(found, 'ks2.reading').officerRating).toBeNull();
    expect(run.summary.outcomes.stages[0]).toMatchObject({ stage: 'ks2', officerRating: 'green' });
    expect(run.summary.outcomes.groups.find(({ group }) => group === 'disadvantaged')?.officerRating).toBe(
      'amber',
    );
  });

  test('the order of the rows of a file does not matter', async () => {
    const expected = (await resultsRun(files)).outcomes.map(({ scorecards, gaps }) => [
      scorecards,
      [...gaps],
    ]);
    const shuffled = fc.shuffledSubarray(own, { minLength: own.length });
    await fc.assert(
      fc.asyncProperty(
        shuffled,
        fc.shuffledSubarray(england, { minLength: england.length }),
        async (a, b) => {
          const run = await resultsRun({ [OWN]: [HEADER, ...a], [SHARED]: [SHARED_HEADER, ...b] });
          expect(run.outcomes.map(({ scorecards, gaps }) => [scorecards, [...gaps]])).toEqual(expected);
        },
      ),
      { numRuns: 10 },
    );
  });
});

describe('gaps over the years', () => {
  test('leave no year out: those of Covid say why they have no figure', async () => {
    const run = await resultsRun({
      [OWN]: [HEADER, '2018/19,ks2.rwm,,,,64%', '2021/22,ks2.rwm,,,,57%'],
      [SHARED]: [SHARED_HEADER, 'E92000001,2018/19,ks2.rwm,national,,,,65%'],
    });
    const years = run.outcomes[0]?.gaps.get('ks2.rwm')?.[0]?.years ?? [];
    expect(years.map(({ period, council }) => [period, council.value])).toEqual([
      ['AY2018', 0.64],
      ['AY2019', null],
      ['AY2020', null],
      ['AY2021', 0.57],
    ]);
    expect(years[1]?.why).toContain('Covid');
    expect(years[3]?.covid).toContain('Covid');
    expect(years.map(({ gaps }) => gaps.national?.percentagePoints)).toEqual([
      -1,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
