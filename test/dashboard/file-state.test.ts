import { expect, test } from 'vitest';
import { stateText } from '../../dashboard/words/files.ts';

test.each([
  ['accepted', 12, 'Accepted'],
  ['accepted-with-problems', 12, 'Accepted, with problems'],
  ['accepted-with-problems', 0, 'Nothing taken, with problems'],
  ['quarantined', 0, 'Refused: nothing of it is used'],
] as const)('%s with %d figures: %s', (state, cells, text) => {
  expect(stateText({ state, cells })).toBe(text);
});
