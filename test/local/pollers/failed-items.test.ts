import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../local/functions/instance.ts';
import { failedItems } from '../../../local/pollers/failed-items.ts';
import { backoffSeconds } from '../../../local/pollers/settle.ts';

const batch = ['a', 'b', 'c'].map((MessageId) => ({ MessageId }));
const answered = (result: unknown): Outcome => ({ kind: 'answered', result });
const named = (...ids: string[]) =>
  answered({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) });
const failedIds = (outcome: Outcome, reports = true) =>
  failedItems(batch, outcome, reports).map(({ MessageId }) => MessageId);

describe('what of a batch is tried again', () => {
  test.each([
    ['nothing named', named(), []],
    ['nothing returned', answered(null), []],
    ['an empty answer', answered({}), []],
    ['no list', answered({ batchItemFailures: null }), []],
    ['one named', named('b'), ['b']],
    ['all named', named('a', 'b', 'c'), ['a', 'b', 'c']],
    ['one named twice', named('b', 'b'), ['b']],
    ['a message of another batch', named('a', 'z'), ['a', 'b', 'c']],
    ['an empty name', named(''), ['a', 'b', 'c']],
    ['a malformed answer', answered({ batchItemFailures: [{ id: 'a' }] }), ['a', 'b', 'c']],
    ['a text', answered('fine'), ['a', 'b', 'c']],
    ['a failure', { kind: 'failed', failure: { errorType: 'E', errorMessage: 'm' } }, ['a', 'b', 'c']],
    ['a time-out', { kind: 'timed-out', afterSeconds: 1 }, ['a', 'b', 'c']],
  ] satisfies [string, Outcome, string[]][])('%s', (_, outcome, expected) => {
    expect(failedIds(outcome)).toEqual(expected);
  });

  test('a function that does not report items has done all it answered', () => {
    expect(failedIds(named('a'), false)).toEqual([]);
  });
});

test('tries follow each other at 1, 2, 4 … seconds and never more than 30 apart', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 50].map(backoffSeconds)).toEqual([1, 2, 4, 8, 16, 30, 30, 30]);
});
