import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadDropOutcome } from '../../../shared/ingest/read-drop.ts';
import { balanced, codes, readFile } from './reading.ts';

const HEADER =
  'area,period,metric,level,group,school_type,sex,locality,numerator,denominator,value,status,source,note\n';

const own = (rows: string) => readFile('outcomes', `${HEADER}${rows}\n`);
const shared = (rows: string) => readFile('outcomes', `${HEADER}${rows}\n`, { area: '_shared' });

/** What a file says, a line a figure: `E06000054 ks2.rwm group=cla AY2023 = 0.5`. */
function figures({ blocks }: ReadDropOutcome): string[] {
  return blocks.flatMap(({ area, series, values }) =>
    Object.entries(values).map(([period, { value, status }]) => {
      const splits = Object.entries(series.dimensions).map(([name, of]) => ` ${name}=${of}`);
      const level = series.role === 'published' ? ` ${series.level}` : '';
      return `${area} ${series.metric}${level}${splits.join('')} ${period} = ${value ?? status}`;
    }),
  );
}

describe('results of a council', () => {
  test('carry their splits, counts and provenance; a blank split means all', async () => {
    const read = await own(
      [
        ',2023/24,ks2.rwm,,,,,,2961,5000,59%,,Key Stage 2 release,revised in December',
        ',AY2023,ks2.rwm,la,Pupil Premium,Academies,Female,Salisbury,9,20,45%,provisional,,',
      ].join('\n'),
    );
    expect(read).toMatchObject({ state: 'accepted', problemCount: 0, cells: 2 });
    expect(read.blocks.map(({ area, series, values }) => ({ area, series, values }))).toEqual([
      {
        area: 'E06000054',
        series: {
          role: 'actual',
          metric: 'ks2.rwm',
          dimensions: {
            group: 'disadvantaged',
            schoolType: 'academy',
            sex: 'girls',
            locality: 'Salisbury',
          },
        },
        values: {
          AY2023: { value: 0.45, status: 'provisional', numerator: 9, denominator: 20, row: 3 },
        },
      },
      {
        area: 'E06000054',
        series: { role: 'actual', metric: 'ks2.rwm', dimensions: {} },
        values: {
          AY2023: {
            value: 0.59,
            numerator: 2961,
            denominator: 5000,
            row: 2,
            source: 'Key Stage 2 release',
            note: 'revised in December',
          },
        },
      },
    ]);
  });

  test('of its region, England and its neighbours are kept as what was published', async () => {
    const read = await own(
      [
        ',2023/24,phonics.y1,region,,,,,,,80%,,,',
        'E92000001,2023/24,phonics.y1,national,,,,,,,81%,,,',
        'E12000009,2022/23,phonics.y1,,,,,,,,79%,,,',
        ',2023/24,phonics.y1,stat-neighbours,,,,,,,79.5%,,,',
        'E06000054,2023/24,phonics.y1,,,,,,,,78%,,,',
      ].join('\n'),
    );
    expect(codes(read)).toEqual([]);
    expect(figures(read).sort()).toEqual([
      'E06000054 phonics.y1 AY2023 = 0.78',
      'E06000054 phonics.y1 national AY2023 = 0.81',
      'E06000054 phonics.y1 region AY2022 = 0.79',
      'E06000054 phonics.y1 region AY2023 = 0.8',
      'E06000054 phonics.y1 stat-neighbours AY2023 = 0.795',
    ]);
  });

  test('are worked out from their counts where no value is given; symbols stay symbols', async () => {
    const read = await own(
      [
        ',2023/24,ks2.rwm,,,,,,3,4,,,,',
        ',2023/24,ks2.rwm,,cla,,,,c,20,,,,',
        ',2023/24,ks2.rwm,,pcla,,,,0,0,,,,',
        ',2023/24,ks2.rwm,,eal,,,,,,x,,,',
        ',2023/24,ks4.attainment8,,,,,,20700,450,46.0,,,',
      ].join('\n'),
    );
    expect(codes(read)).toEqual([]);
    expect(figures(read)).toEqual([
      'E06000054 ks2.rwm group=cla AY2023 = c',
      'E06000054 ks2.rwm group=eal AY2023 = x',
      'E06000054 ks2.rwm group=pcla AY2023 = z',
      'E06000054 ks2.rwm AY2023 = 0.75',
      'E06000054 ks4.attainment8 AY2023 = 46',
    ]);
  });

  test.each([
    ['2023/24', 'AY2023'],
    ['2023-24', 'AY2023'],
    ['2023/2024', 'AY2023'],
    ['AY2023', 'AY2023'],
    ['ay 2023/24', 'AY2023'],
    ['202324', 'AY2023'],
    ['2009-10', 'AY2009'],
    ['1999/00', 'AY1999'],
  ])('the school year %s is %s', async (written, period) => {
    expect(figures(await own(`,${written},ks2.rwm,,,,,,,,59%,,,`))).toEqual([
      `E06000054 ks2.rwm ${period} = 0.59`,
    ]);
  });

  test.each([
    ['a single year, which begins or ends', ',2024,ks2.rwm,,,,,,,,59%,,,', 'ambiguous-year'],
    ['years that do not follow each other', ',2023/25,ks2.rwm,,,,,,,,59%,,,', 'not-a-year'],
    ['a financial year', ',FY2023,ks2.rwm,,,,,,,,59%,,,', 'not-a-year'],
    ['a month', ',2024-06,ks2.rwm,,,,,,,,59%,,,', 'not-a-year'],
    ['a year that has not begun', ',2025/26,ks2.rwm,,,,,,,,59%,,,', 'future-year'],
    ['a metric of another feed', ',2023/24,ehcp.active,,,,,,,,59,,,', 'metric-of-other-feed'],
    ['an unknown group', ',2023/24,ks2.rwm,,sen suport,,,,,,59%,,,', 'unknown-word'],
    ['an unknown school type', ',2023/24,ks2.rwm,,,good,,,,,59%,,,', 'unknown-word'],
    ['an unknown status', ',2023/24,ks2.rwm,,,,,,,,59%,guessed,,', 'unknown-word'],
    ['a locality that is a formula', ',2023/24,ks2.rwm,,,,,=cmd(),,,59%,,,', 'formula'],
    ['a locality without end', `,2023/24,ks2.rwm,,,,,${'ab'.repeat(45)},,,59%,,,`, 'text-too-long'],
    ['a share that may be in per cent', ',2023/24,ks2.rwm,,,,,,,,59,,,', 'ratio-above-one'],
    ['more pupils than there are', ',2023/24,ks2.rwm,,,,,,21,20,,,,', 'part-above-whole'],
    ['counts that give another value', ',2023/24,ks2.rwm,,,,,,9,20,54%,,,', 'value-and-counts'],
    ['half a pupil', ',2023/24,ks2.rwm,,,,,,9.5,20,,,,', 'not-whole'],
    ['one count and no value', ',2023/24,ks2.rwm,,,,,,,20,,,,', 'missing-cell'],
    ['another council', 'E06000030,2023/24,ks2.rwm,,,,,,,,59%,,,', 'wrong-area'],
    ['another region', 'E12000001,2023/24,ks2.rwm,,,,,,,,59%,,,', 'wrong-area'],
    [
      'a level that is not its area’s',
      'E06000054,2023/24,ks2.rwm,region,,,,,,,59%,,,',
      'level-of-other-area',
    ],
    ['an area that is none', 'Wessex,2023/24,ks2.rwm,,,,,,,,59%,,,', 'unknown-area'],
  ])('%s rejects the row, and the rest is taken', async (_name, line, code) => {
    const read = await own(`,2022/23,ks2.rwm,,,,,,,,58%,,,\n${line}`);
    expect(codes(read)).toEqual([code]);
    expect(read).toMatchObject({ cells: 1, rows: { read: 2, accepted: 1, rejected: 1 } });
  });

  test('two rows of the same figure contradict each other also by their counts alone', async () => {
    const read = await own(',2023/24,ks2.rwm,,,,,,59,100,59%,,,\n,2023/24,ks2.rwm,,,,,,590,1000,59%,,,');
    expect(codes(read)).toEqual(['contradiction', 'contradiction']);
    expect(read.problems[0]?.message).toContain('59% (59 of 100)');
    expect(read.cells).toBe(0);
  });

  test('a file that is all about another council is quarantined', async () => {
    const read = await own('E06000030,2023/24,ks2.rwm,,,,,,,,59%,,,');
    expect(read).toMatchObject({ state: 'quarantined', blocks: [] });
    expect(codes(read)[0]).toBe('wrong-area');
  });

  test('a pupil number among the localities quarantines the file and is not repeated', async () => {
    const upn = await own(',2023/24,ks2.rwm,,,,,H801200001001,,,59%,,,');
    expect(balanced(upn.rows)).toBe(true);
    expect(upn.state).toBe('quarantined');
    expect(JSON.stringify(upn)).not.toContain('H801200001001');
  });
});

describe('results under _shared', () => {
  test('lie under the council, region or country that each row names', async () => {
    const read = await shared(
      [
        'E06000054,2023/24,eyfsp.gld,,,,,,,,69.6%,,,',
        'E10000027,2023/24,eyfsp.gld,,,,,,,,70%,,,',
        '933,2022/23,eyfsp.gld,la,,,,,,,66%,,,',
        'E12000009,2023/24,eyfsp.gld,region,,,,,,,69%,,,',
        'South West,2022/23,eyfsp.gld,,,,,,,,68%,,,',
        ',2023/24,eyfsp.gld,national,,,,,,,67.7%,,,',
        'England,2022/23,eyfsp.gld,,,,,,,,67.2%,,,',
        'E06000054,2023/24,eyfsp.gld,stat-neighbours,,,,,,,69.9%,,,',
      ].join('\n'),
    );
    expect(codes(read)).toEqual([]);
    expect(figures(read).sort()).toEqual([
      'E06000054 eyfsp.gld AY2023 = 0.696',
      'E06000054 eyfsp.gld stat-neighbours AY2023 = 0.699',
      'E06000066 eyfsp.gld AY2022 = 0.66',
      'E06000066 eyfsp.gld AY2023 = 0.7',
      'E12000009 eyfsp.gld AY2022 = 0.68',
      'E12000009 eyfsp.gld AY2023 = 0.69',
      'ENGLAND eyfsp.gld AY2022 = 0.672',
      'ENGLAND eyfsp.gld AY2023 = 0.677',
    ]);
  });

  test.each([
    ['a row that does not say whose figure it is', ',2023/24,eyfsp.gld,,,,,,,,70%,,,', 'missing-cell'],
    [
      'the neighbours of a region',
      'E12000009,2023/24,eyfsp.gld,stat-neighbours,,,,,,,70%,,,',
      'level-of-other-area',
    ],
  ])('%s is rejected', async (_name, line, code) => {
    const read = await shared(`E06000054,2022/23,eyfsp.gld,,,,,,,,69%,,,\n${line}`);
    expect(codes(read)).toEqual([code]);
  });

  test('a council’s own monthly figures cannot lie there', async () => {
    const read = await readFile('send-breakdown', 'month,metric,value\n2024-10,ehcp.requests,5\n', {
      area: '_shared',
    });
    expect(codes(read)[0]).toBe('not-shared');
  });
});

test('a value agrees with its counts exactly when it is their quotient, rounded to its own digits', async () => {
  const counts = fc
    .tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 2 }))
    .map(([pupils, of, digits]) => ({ pupils, reached: Math.min(of, pupils), digits }));
  await fc.assert(
    fc.asyncProperty(counts, async ({ pupils, reached, digits }) => {
      const step = 10 ** -digits;
      const percent = (100 * reached) / pupils;
      const row = (value: number) =>
        own(`,2023/24,ks2.rwm,,,,,,${reached},${pupils},${value.toFixed(digits)}%,,,`);
      expect(codes(await row(percent))).toEqual([]);
      const off = percent + 2 * step > 100 ? percent - 2 * step : percent + 2 * step;
      if (off >= 0) expect(codes(await row(off))).toEqual(['value-and-counts']);
    }),
    { numRuns: 60 },
  );
});
