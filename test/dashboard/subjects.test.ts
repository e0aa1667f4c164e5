import { expect, test } from 'vitest';
import { subjectsOf } from '../../dashboard/words/subjects.ts';

const plans = { metric: 'ehcp.active', unit: 'count' };
const places = { metric: 'places.shortfall', unit: 'count' };
const deficit = { metric: 'dsg.in-year-balance', unit: 'gbp' };
const reading = { metric: 'ks2.reading', unit: 'ratio' };

test('headline measures come first, and every item stands once under its own kind', () => {
  const subjects = subjectsOf(
    [reading, deficit, plans, places],
    new Set(['ehcp.active', 'dsg.in-year-balance']),
  );
  expect(subjects.map(({ id, items }) => [id, items])).toEqual([
    ['headline', [deficit, plans]],
    ['plans', [plans, places]],
    ['money', [deficit]],
    ['ks2', [reading]],
  ]);
});

test('of what nothing is known there is no choice', () => {
  expect(subjectsOf([reading], new Set(['ehcp.active'])).map(({ id }) => id)).toEqual(['ks2']);
  expect(subjectsOf([], new Set())).toEqual([]);
});
