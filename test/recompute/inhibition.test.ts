import { expect, test } from 'vitest';
import { parseMonth } from '../../shared/period/month.ts';
import { inhibitedBy, refusedFiles } from '../../shared/recompute/inhibition.ts';
import type { LateFile } from '../../shared/recompute/late-files.ts';
import { dropOf } from '../facts/make.ts';

const area = 'E06000054';
const january = parseMonth('2025-01');
const december = parseMonth('2024-12');
if (january === undefined || december === undefined) throw new Error('These are months');

const taken = dropOf({ key: `${area}/send-monthly/2024-12.csv`, receivedAt: '2025-01-10T09:00:00.000Z' });
const refused = dropOf({
  ...{ key: `${area}/send-monthly/2025-01.csv`, receivedAt: '2025-02-10T09:00:00.000Z' },
  state: 'quarantined',
});
const series = {
  ...{ metric: 'ehcp.active', dimensions: {} },
  points: [{ period: december, value: 6357, source: { drop: taken, row: 2 } }],
};
const late: LateFile = {
  ...{ feed: 'send-monthly', title: 'SEND monthly figures', period: january, due: '2025-02-14' },
  ...{ isTold: true, text: 'It has not come.' },
};

test('a series waits for the late file of its feed', () => {
  expect(inhibitedBy(area, series, [late], new Map())).toBe(`${area}.late.send-monthly.2025-01`);
  expect(inhibitedBy(area, series, [{ ...late, isTold: false }], new Map())).toBeNull();
  expect(inhibitedBy(area, series, [{ ...late, feed: 'finance-monthly' }], new Map())).toBeNull();
});

test('a series that has the month from elsewhere does not wait', () => {
  const point = { period: january, value: 6400, source: { drop: taken, row: 3 } };
  expect(inhibitedBy(area, { ...series, points: [...series.points, point] }, [late], new Map())).toBeNull();
});

test('a figure that came after the file was due is news, however old its month', () => {
  const drop = { ...taken, receivedAt: '2025-03-03T09:00:00.000Z' };
  const point = { period: december, value: 6357, source: { drop, row: 2 } };
  expect(inhibitedBy(area, { ...series, points: [point] }, [late], new Map())).toBeNull();
});

test('a refused file explains its feed until another file of it is taken', () => {
  const found = refusedFiles(area, [taken, refused]);
  expect(inhibitedBy(area, series, [], found)).toBe(`${area}.file.${area}~2Fsend-monthly~2F2025-01.csv`);
  const after = dropOf({ key: `${area}/send-monthly/new.csv`, receivedAt: '2025-02-11T09:00:00.000Z' });
  expect(inhibitedBy(area, series, [], refusedFiles(area, [taken, refused, after]))).toBeNull();
});
