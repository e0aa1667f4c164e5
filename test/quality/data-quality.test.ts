import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { uniformStream } from '../../shared/forecast/random.ts';
import { dataQuality } from '../../shared/quality/data-quality.ts';
import { type FindingCode, findingCodes } from '../../shared/quality/finding.ts';
import { actual, blockOf, dropOf } from '../facts/make.ts';
import { sampleCouncil } from '../recompute/sample-council.ts';
import { cleanCouncil, files, findings, type Months, monthOf } from './council.ts';

const now = new Date('2025-01-09T10:00:00.000Z');
const length = 24;
const clean = cleanCouncil(uniformStream(7), length, 6000);
const codes = (months: Months) => findings(months).map(({ code }) => code);

/** The clean council with its last month changed. */
function withLast(change: (last: Readonly<Record<string, number>>) => Record<string, number>): Months {
  return clean.map((month, index) => (index === length - 1 ? change(month) : month));
}

describe('each check finds its fault, and names the file, the month and what to check', () => {
  test('nothing is said of right files', () => expect(findings(clean)).toEqual([]));

  test('a figure in thousands', () => {
    const found = findings(
      withLast((last) => ({ ...last, 'inmss.placed': (last['inmss.placed'] ?? 0) * 1000 })),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      ...{ code: 'unit-slip', metric: 'inmss.placed', periods: [monthOf(length - 1)] },
      key: `E06000054/send-monthly/${monthOf(length - 1)}.csv`,
    });
    expect(found[0]?.text).toContain('1000 times too large');
  });

  test('a change beyond all that the series has done', () => {
    const jump = withLast((last) => ({
      ...last,
      'inmss.placed': Math.round((last['inmss.placed'] ?? 0) * 1.8),
    }));
    expect(codes(jump)).toEqual(['jump']);
  });

  test('two neighbouring columns swapped', () => {
    const swapped = withLast((last) => ({
      ...last,
      'ehcp.active': last['ehcp.requests'] ?? 0,
      'ehcp.requests': last['ehcp.active'] ?? 0,
    }));
    expect(codes(swapped)).toContain('shifted-columns');
  });

  test('last month’s figures under a new month', () =>
    expect(codes(withLast(() => clean[length - 2] ?? {}))).toContain('repeated-month'));

  test('plans that vanish without ceasing', () => {
    const gone = withLast((last) => ({
      ...last,
      'ehcp.active': Math.round((last['ehcp.active'] ?? 0) * 0.96),
    }));
    expect(codes(gone)).toContain('unexplained-stock');
  });

  test('a month of which nothing is known, between known ones', () => {
    const { drops, blocks } = files(clean);
    const lost = `E06000054/send-monthly/${monthOf(length - 3)}.csv`;
    const left = drops.filter(({ key }) => key !== lost);
    const found = dataQuality('E06000054', { drops: left, blocks }, metrics, now);
    expect(found.map(({ code, metric, periods }) => [code, metric, periods[0]])).toContainEqual([
      'missing-month',
      'ehcp.active',
      monthOf(length - 3),
    ]);
  });

  test.each([
    ['2024-08', '2024-10', true],
    ['2024-10', '2024-08', true],
    ['2024-10', '2024-10', false],
    ['2024-10', '2024-09', false],
    ['2024-10-07', '2024-07', false],
  ])('a file named %s with rows up to %s: odd is %s', (name, month, odd) => {
    const drop = dropOf({ key: `E06000054/send-monthly/${name}.csv` });
    const blocks = [blockOf(drop, actual('ehcp.active'), { [month]: 6000 })];
    const found = dataQuality('E06000054', { drops: [drop], blocks }, metrics, now);
    expect(found.map(({ code }) => code)).toEqual(odd ? ['wrong-month'] : []);
  });

  test('a file with less than half its rows; a file put again whole', () => {
    const rows = (accepted: number) => ({ read: accepted, accepted, partly: 0, rejected: 0, ignored: 0 });
    const version = (position: number, accepted: number) =>
      dropOf({ key: 'E06000054/send-monthly/all.csv', position, rows: rows(accepted) });
    const say = (last: number) =>
      dataQuality('E06000054', { drops: [version(0, 24), version(1, last)], blocks: [] }, metrics, now);
    expect(say(2).map(({ code, value }) => [code, value])).toEqual([['shrunken-file', 2]]);
    expect(say(24)).toEqual([]);
  });

  test('two files of one day that contradict each other; a later one restates', () => {
    const say = (knownAt: string) => {
      const drops = [
        dropOf({ key: 'E06000054/send-monthly/a.csv', knownAt: '2024-11-10T00:00:00.000Z' }),
        dropOf({ key: 'E06000054/send-monthly/b.csv', knownAt }),
      ];
      const blocks = drops.map((drop, at) =>
        blockOf(drop, actual('inmss.placed'), { '2024-10': at === 0 ? 362 : 359 }),
      );
      return dataQuality('E06000054', { drops, blocks }, metrics, now).map(({ code }) => code);
    };
    expect(say('2024-11-10T08:00:00.000Z')).toEqual(['conflicting-files']);
    expect(say('2025-01-07T00:00:00.000Z')).toEqual([]);
  });
});

test('of the sample council the gap of November 2024 is said, and the places that no workstream has', async () => {
  const found = dataQuality('E06000054', await sampleCouncil(), metrics, now);
  expect(found.map(({ code, metric, periods }) => [code, metric, ...periods])).toEqual([
    ['missing-month', 'ehcp.active', '2024-11'],
    ['unknown-workstream', null],
  ]);
});

describe('laws', () => {
  // The range of six points may not hold the seventh: noise as wide as the leeway of 1.5 is what the check promises.
  test('a slip by 10, 100 or 1,000 is found in every series of six points that varies by less than half', () =>
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.array(fc.double({ min: 0.8, max: 1.19, noNaN: true }), { minLength: 6, maxLength: 24 }),
        fc.constantFrom(10, 100, 1000, 0.1, 0.01, 0.001),
        fc.nat(),
        (level, noise, factor, where) => {
          const slipped = where % noise.length;
          const months = noise.map((each, index) => ({
            'hnb.income': 0,
            'places.shortfall-cost': level * each * (index === slipped ? factor : 1),
          }));
          const found = findings(months).filter(({ code }) => code === 'unit-slip');
          expect(found.map(({ periods }) => periods[0])).toEqual([monthOf(slipped)]);
        },
      ),
    ));

  test('whatever the order in which files came, the same is said', () => {
    const { drops, blocks } = files(withLast((last) => ({ ...last, 'inmss.placed': 9, 'ehcp.active': 90 })));
    const said = dataQuality('E06000054', { drops, blocks }, metrics, now);
    expect(said.length).toBeGreaterThan(0);
    return fc.assert(
      fc.property(
        fc.shuffledSubarray(drops, { minLength: drops.length }),
        fc.shuffledSubarray(blocks, { minLength: blocks.length }),
        (shuffled, cells) => {
          expect(dataQuality('E06000054', { drops: shuffled, blocks: cells }, metrics, now)).toEqual(said);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('of 1,000 councils whose files are right each check doubts at most one file in a hundred', () => {
    const random = uniformStream(20_250_109);
    const doubted = new Map<FindingCode, number>(findingCodes.map((code) => [code, 0]));
    const councils = 1000;
    for (let council = 0; council < councils; council += 1) {
      const found = findings(cleanCouncil(random, length, 200 + random() * 12_000));
      for (const code of findingCodes) {
        const keys = new Set(found.filter((each) => each.code === code).map(({ key }) => key));
        doubted.set(code, (doubted.get(code) ?? 0) + keys.size);
      }
    }
    for (const [code, count] of doubted)
      expect([code, count / (councils * length) <= 0.01]).toEqual([code, true]);
  }, 60_000);
});
