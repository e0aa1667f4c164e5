import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { deriveSeries } from '../../shared/derive/derive.ts';
import type { CellValue, RegisterField, SeriesKey } from '../../shared/facts/cell.ts';
import { foldFacts } from '../../shared/facts/fold.ts';
import { cellHistory } from '../../shared/facts/history.ts';
import { registerEntries, unknownWorkstreams } from '../../shared/facts/register.ts';
import { parsePeriod } from '../../shared/period/period.ts';
import { actual, blockOf, dropOf } from './make.ts';

const LATER = new Date('2025-01-10');

function condition(id: string): SeriesKey {
  return { role: 'register', metric: 'conditions', dimensions: { condition: id } };
}

function saying(fields: Record<string, RegisterField>, row = 2): CellValue {
  return { value: null, fields, row };
}

const august = dropOf({
  key: 'E06000054/conditions/a.csv',
  feed: 'conditions',
  knownAt: '2024-09-11T00:00:00.000Z',
});
const november = dropOf({
  key: 'E06000054/conditions/b.csv',
  feed: 'conditions',
  knownAt: '2024-12-11T00:00:00.000Z',
});
const blocks = [
  blockOf(august, condition('1'), { '2024-08': saying({ rating: 'amber' }) }),
  blockOf(november, condition('1'), {
    '2024-08': saying({ rating: 'red' }, 3),
    '2024-11': saying({ rating: 'red' }, 4),
  }),
  blockOf(november, condition('2'), { '2024-11': saying({ rating: null }, 5) }),
];

describe('entries of a register', () => {
  test('have their updates, the last first, each with the drop and the row that say it', () => {
    const entries = registerEntries(foldFacts([august, november], blocks, LATER), 'conditions');
    expect(entries).toEqual([
      {
        identity: { condition: '1' },
        updates: [
          { update: '2024-11', fields: { rating: 'red' }, drop: november, row: 4 },
          { update: '2024-08', fields: { rating: 'red' }, drop: november, row: 3 },
        ],
      },
      {
        identity: { condition: '2' },
        updates: [{ update: '2024-11', fields: { rating: null }, drop: november, row: 5 }],
      },
    ]);
  });

  test('stand as they were known on a day', () => {
    const facts = foldFacts([august, november], blocks, new Date('2024-10-01'));
    expect(
      registerEntries(facts, 'conditions').map(({ updates }) => updates.map(({ fields }) => fields)),
    ).toEqual([[{ rating: 'amber' }]]);
  });

  test('go when their file is deleted, and what an earlier file said speaks again', () => {
    const gone = dropOf({ ...november, versionId: 'v1', position: 1, deleted: true });
    const facts = foldFacts([august, november, gone], blocks, LATER);
    expect(registerEntries(facts, 'conditions').map(({ updates }) => updates[0]?.fields)).toEqual([
      { rating: 'amber' },
    ]);
  });

  test('are the same in whatever order drops and blocks come', () => {
    const wanted = registerEntries(foldFacts([august, november], blocks, LATER), 'conditions');
    fc.assert(
      fc.property(
        fc.shuffledSubarray(blocks, { minLength: blocks.length }),
        fc.boolean(),
        (shuffled, turned) => {
          const drops = turned ? [november, august] : [august, november];
          expect(registerEntries(foldFacts(drops, shuffled, LATER), 'conditions')).toEqual(wanted);
        },
      ),
    );
  });

  test('keep every earlier statement', () => {
    const period = parsePeriod('2024-08');
    if (period === undefined) throw new Error('No period');
    const history = cellHistory([august, november], blocks, condition('1'), period, LATER);
    expect(history.map(({ fields, current }) => [fields?.['rating'], current])).toEqual([
      ['red', true],
      ['amber', false],
    ]);
  });

  test('are no figures: nothing is derived from them', () => {
    const plans = dropOf({ key: 'E06000054/send-monthly/a.csv' });
    const figure = blockOf(plans, actual('ehcp.active'), { '2024-11': 6259 });
    const without = deriveSeries(foldFacts([plans], [figure], LATER), metrics);
    const facts = foldFacts([plans, august, november], [figure, ...blocks], LATER);
    expect(deriveSeries(facts, metrics)).toEqual(without);
  });
});

test('a milestone of a workstream that no programme names is told, spelling aside', () => {
  const drop = dropOf({ key: 'E06000054/programme/a.csv' });
  const workstream = (feed: string, name: string): SeriesKey => ({
    role: 'register',
    metric: feed,
    dimensions: { workstream: name, [feed]: 'x' },
  });
  const facts = foldFacts(
    [drop],
    [
      blockOf(drop, workstream('programme', 'Early support'), { '2024-11': saying({ status: 'green' }) }),
      blockOf(drop, workstream('milestones', 'Early Support '), { '0000': saying({ due: '2025-03' }) }),
      blockOf(drop, workstream('milestones', 'Transport'), { '0000': saying({ due: '2025-03' }) }),
    ],
    LATER,
  );
  expect(unknownWorkstreams(facts)).toEqual(['Transport']);
  expect(registerEntries(facts, 'milestones').map(({ updates }) => updates[0]?.update)).toEqual([null, null]);
});
