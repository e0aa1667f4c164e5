import { expect, test } from 'vitest';
import { dueOnText, plainDayText } from '../../dashboard/words/when.ts';
import { whenText } from '../../shared/rating/period-text.ts';

test.each([
  ['2024-09', 'September 2024', 'in September 2024'],
  ['2024-09-01', '1 September 2024', 'on 1 September 2024'],
  ['2025-12-31', '31 December 2025', 'on 31 December 2025'],
])('%s is due %s', (due, text, sentence) => {
  expect(whenText(due)).toBe(text);
  expect(dueOnText(due)).toBe(sentence);
});

test.each(['2024-09', '2024', 'soon'])('of what is no day none is made up: %s', (text) => {
  expect(plainDayText(text)).toBe(text);
});
