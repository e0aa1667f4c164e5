import { describe, expect, test } from 'vitest';
import { forecastLines } from '../../shared/forecast/forecast-csv.ts';
import { type NamedSeries, readSeriesCsv } from '../../shared/forecast/series-csv.ts';
import { made, month } from './series.ts';

function seriesOf(text: string): readonly NamedSeries[] {
  const file = readSeriesCsv(text);
  if (file.kind !== 'read') throw new Error(file.reason);
  return file.series;
}

describe('reading a file of series', () => {
  test('takes rows in any order, fills what is not there with gaps, keeps the order of the series', () => {
    const text = 'series,period,value\r\nb,2024-03,3\r\na,2024-01,1\r\nb,2024-01,\r\nb,2023-12,-1.5e1\r\n';
    expect(seriesOf(text)).toEqual([
      { kind: 'series', name: 'b', first: '2023-12', values: [-15, null, null, 3] },
      { kind: 'series', name: 'a', first: '2024-01', values: [1] },
    ]);
  });

  test('finds columns by name, with a byte order mark, quotes and others between', () => {
    const text = '\uFEFFValue,note,Series,period\n"7","x, y","a ""b""",2024-01\n';
    expect(seriesOf(text)).toEqual([{ kind: 'series', name: 'a "b"', first: '2024-01', values: [7] }]);
  });

  test.each([
    { rows: 'a,13/2024,1', reason: 'Cannot read the period "13/2024" in line 2: write months as 2024-10.' },
    { rows: 'a,2024-01,6.161,5', reason: null },
    {
      rows: 'a,2024-01,many',
      reason: 'Cannot read the value "many" in line 2: write a plain number or leave it empty.',
    },
    {
      rows: 'a,2024-01,NaN',
      reason: 'Cannot read the value "NaN" in line 2: write a plain number or leave it empty.',
    },
    {
      rows: 'a,2024-01,1e999',
      reason: 'Cannot read the value "1e999" in line 2: write a plain number or leave it empty.',
    },
    {
      rows: 'a,2024-01,0x10',
      reason: 'Cannot read the value "0x10" in line 2: write a plain number or leave it empty.',
    },
    { rows: 'a,2024-01,1\na,2024-01,2', reason: 'Two values for 2024-01: 1 and 2 in line 3; keep one.' },
    { rows: 'a,2024-01,1\na,2024-01,1', reason: null },
    {
      rows: 'a,1024-01,1\na,2024-01,1',
      reason: 'It spans 12001 months, at most 2400 are read: check the years.',
    },
  ])('$rows: $reason', ({ rows, reason }) => {
    const [series] = seriesOf(`series,period,value\n${rows}\ngood,2024-01,1\n`);
    expect(series?.kind === 'bad' ? series.reason : null).toBe(reason);
    expect(seriesOf(`series,period,value\n${rows}\ngood,2024-01,1\n`).at(-1)?.kind).toBe('series');
  });

  test.each(['c', 'x', 'Z', ':', '..', '-', 'n/a', 'low', 'supp'])(
    'takes %s for a month whose figure is withheld or not there: a gap, never 0',
    (symbol) => {
      const rows = `a,2024-01,1\na,2024-02,${symbol}\na,2024-03,3\n`;
      expect(seriesOf(`series,period,value\n${rows}`)).toMatchObject([{ values: [1, null, 3] }]);
    },
  );

  test('says what is missing from a file that has no such columns', () => {
    expect(readSeriesCsv('month;value\n2024-01;1\n')).toEqual({
      kind: 'unreadable',
      reason: 'Cannot read the series: its first line has month, value; needed are series, period and value.',
    });
    expect(readSeriesCsv('')).toMatchObject({ kind: 'unreadable' });
    expect(readSeriesCsv('series,period,value\n"open,2024-01,1\n')).toMatchObject({ kind: 'unreadable' });
  });

  test('a file with a header only has no series', () => {
    expect(seriesOf('series,period,value\n')).toEqual([]);
  });
});

describe('writing forecasts', () => {
  test('one line a month, names quoted where CSV needs it', () => {
    const lines = forecastLines('a,"b"', made([0, 0, 0], { first: month('2024-01'), horizon: 2 }))
      .trimEnd()
      .split('\n');
    expect(lines).toEqual([
      '"a,""b""",2024-04,0,0,0,0,0,mean of the average so far and exponential smoothing',
      '"a,""b""",2024-05,0,0,0,0,0,mean of the average so far and exponential smoothing',
    ]);
  });

  test('a series that cannot be forecast has one line with the reason', () => {
    expect(forecastLines('x', { kind: 'not-enough', reason: 'Not enough, yet.' })).toBe(
      'x,,,,,,,"Not enough, yet."\n',
    );
  });
});
