import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groups } from '../../../shared/catalogue/breakdowns/groups.ts';
import { codes, readFile } from './reading.ts';

describe('figures of a month broken down', () => {
  const HEADER = 'month,metric,academic_age,reason,requester,school_group,placement,value\n';
  const read = (rows: string) => readFile('send-breakdown', `${HEADER}${rows}\n`);

  test('carry each split under the name by which it is asked for', async () => {
    const outcome = await read(
      [
        'Oct-24,ehcp.requests,Age 3,,Parent / Carer,,,25',
        '2024-10,ehcp.ceased,,Outcomes met,,,,c',
        '2024-10,ehcp.active,,,,Target schools,INMSS,"1,359"',
      ].join('\n'),
    );
    expect(outcome).toMatchObject({ state: 'accepted', cells: 3, problemCount: 0 });
    expect(outcome.blocks.map(({ series, values }) => [series, values])).toEqual([
      [
        {
          role: 'actual',
          metric: 'ehcp.active',
          dimensions: { schoolGroup: 'target-schools', placement: 'inmss' },
        },
        { '2024-10': { value: 1359, row: 4 } },
      ],
      [
        { role: 'actual', metric: 'ehcp.ceased', dimensions: { reason: 'outcomes-met' } },
        { '2024-10': { value: null, status: 'c', row: 3 } },
      ],
      [
        {
          role: 'actual',
          metric: 'ehcp.requests',
          dimensions: { age: '3', requester: 'parent-carer' },
        },
        { '2024-10': { value: 25, row: 2 } },
      ],
    ]);
  });

  test.each([
    ['3', '3'],
    ['3 years', '3'],
    ['aged 17', '17'],
    ['5 to 10', '5-10'],
    ['11–15', '11-15'],
    ['under 5', 'under-5'],
    ['20 and over', '20-plus'],
    ['20+', '20-plus'],
  ])('the age %s is %s', async (written, age) => {
    const { blocks } = await read(`2024-10,ehcp.requests,${written},,,,,25`);
    expect(blocks[0]?.series.dimensions).toEqual({ age });
  });

  test.each([
    ['an age that is a date', '2024-10,ehcp.requests,05-Oct,,,,,25', 'not-an-age'],
    ['an age of nobody', '2024-10,ehcp.requests,31,,,,,25', 'not-an-age'],
    ['a span that runs backwards', '2024-10,ehcp.requests,10-5,,,,,25', 'not-an-age'],
    ['a rate, which is worked out', '2024-10,ehcp.no-to-assess-rate,3,,,,,25%', 'metric-of-other-feed'],
    ['a result of a school year', '2024-10,ks2.rwm,3,,,,,25%', 'metric-of-other-feed'],
    ['a month that has not begun', '2025-02,ehcp.requests,3,,,,,25', 'future-month'],
    ['half a case', '2024-10,ehcp.requests,3,,,,,2.5', 'not-whole'],
    ['fewer than none', '2024-10,ehcp.requests,3,,,,,-2', 'below-range'],
    ['a reason without a letter', '2024-10,ehcp.ceased,,(/),,,,2', 'unknown-word'],
    ['a placement that is a formula', '2024-10,ehcp.active,,,,,"=HYPERLINK(""x"")",2', 'formula'],
  ])('%s rejects the row', async (_name, line, code) => {
    const outcome = await read(`2024-09,ehcp.requests,3,,,,,20\n${line}`);
    expect(codes(outcome)).toEqual([code]);
    expect(outcome.rows).toMatchObject({ accepted: 1, rejected: 1 });
  });

  test('the same split spelt in two ways is one figure, which two numbers contradict', async () => {
    const outcome = await read(
      '2024-10,ehcp.requests,,,parent carer,,,5\n2024-10,ehcp.requests,,,Parent/Carer,,,6',
    );
    expect(codes(outcome)).toEqual(['contradiction', 'contradiction']);
  });
});

describe('cohorts', () => {
  const HEADER = 'cohort,period,year_group,metric,value,pupils\n';
  const read = (rows: string) => readFile('cohorts', `${HEADER}${rows}\n`);

  test('are results of many pupils in each of their years', async () => {
    const outcome = await read(
      'slightly below 2019,2018/19,Reception,eyfsp.gld,61%,120\nslightly below 2019,2024/25,Y6,ks2.rwm,58%,118',
    );
    expect(outcome).toMatchObject({ state: 'accepted', problemCount: 0 });
    expect(outcome.blocks.map(({ series, values }) => [series, values])).toEqual([
      [
        {
          role: 'pupils',
          metric: 'eyfsp.gld',
          dimensions: { cohort: 'slightly below 2019', yearGroup: 'reception' },
        },
        { AY2018: { value: 0.61, denominator: 120, row: 2 } },
      ],
      [
        {
          role: 'pupils',
          metric: 'ks2.rwm',
          dimensions: { cohort: 'slightly below 2019', yearGroup: 'year-6' },
        },
        { AY2024: { value: 0.58, denominator: 118, row: 3 } },
      ],
    ]);
  });

  test.each([
    ['a cohort of one pupil', 'a,2018/19,R,eyfsp.gld,100%,1', 'one-pupil'],
    ['a year group that is none', 'a,2018/19,Year 15,eyfsp.gld,61%,120', 'unknown-word'],
    ['no number of pupils', 'a,2018/19,R,eyfsp.gld,61%,', 'missing-cell'],
  ])('%s rejects the row', async (_name, line, code) => {
    const outcome = await read(`b,2018/19,R,eyfsp.gld,61%,120\n${line}`);
    expect(codes(outcome)).toEqual([code]);
  });

  test('a file of pupils is quarantined, whatever else it has', async () => {
    const outcome = await readFile(
      'cohorts',
      'upn,cohort,period,year_group,metric,value,pupils\nH801200001001,a,2018/19,R,eyfsp.gld,1,2\n',
    );
    expect(codes(outcome)[0]).toBe('personal-data');
    expect(JSON.stringify(outcome)).not.toContain('H801200001001');
  });
});

describe('overlaps', () => {
  const read = (rows: string) => readFile('overlaps', `period,groups,pupils\n${rows}\n`);

  test('count the pupils of a combination of groups; a suppressed count stays suppressed', async () => {
    const outcome = await read('2023/24,DIS+SEN+CLA,34\n2023/24,EAL,120\n2023/24,CPP + FSM,c');
    expect(outcome).toMatchObject({ state: 'accepted', cells: 3 });
    expect(outcome.blocks.map(({ series, values }) => [series, values])).toEqual([
      [
        { role: 'pupils', metric: 'overlaps', dimensions: { groups: 'child-protection+fsm' } },
        { AY2023: { value: null, status: 'c', row: 4 } },
      ],
      [
        { role: 'pupils', metric: 'overlaps', dimensions: { groups: 'cla+disadvantaged+sen' } },
        { AY2023: { value: 34, row: 2 } },
      ],
      [
        { role: 'pupils', metric: 'overlaps', dimensions: { groups: 'eal' } },
        { AY2023: { value: 120, row: 3 } },
      ],
    ]);
  });

  test('whatever the order of the groups, a combination is one, and two counts of it contradict each other', async () => {
    const some = fc.subarray(
      groups.map(({ id }) => id),
      { minLength: 1, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(
        some.chain((ids) => fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length }))),
        async ([ids, shuffled]) => {
          const same = await read(`2023/24,${ids.join('+')},7\n2023/24,${shuffled.join(' + ')},7`);
          expect(same).toMatchObject({ state: 'accepted', cells: 1, rows: { accepted: 1, ignored: 1 } });
          const two = await read(`2023/24,${ids.join('+')},7\n2023/24,${shuffled.join('&')},8`);
          expect(codes(two)).toEqual(['contradiction', 'contradiction']);
        },
      ),
      { numRuns: 40 },
    );
  });

  test.each([
    ['a group twice', '2023/24,DIS+PP,7', 'repeated-word'],
    ['a group that is none', '2023/24,DIS+NINJA,7', 'unknown-word'],
    ['no group', '2023/24,,7', 'missing-cell'],
    ['pupils in per cent', '2023/24,DIS+EAL,7%', 'percent-in-count'],
  ])('%s rejects the row', async (_name, line, code) => {
    expect(codes(await read(`2022/23,DIS,5\n${line}`))).toEqual([code]);
  });
});
