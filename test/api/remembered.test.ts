import { expect, test } from 'vitest';
import { remembering } from '../../shared/api/remembered.ts';

/** A memory of so many answers that says what it had to find. */
function memory(most: number) {
  const remember = remembering<string>(most);
  const found: string[] = [];
  const ask = (question: string) =>
    remember(question, () => {
      found.push(question);
      return Promise.resolve(`answer to ${question}`);
    });
  return { ask, found };
}

test('a question is answered once, also when it is asked twice at the same time', async () => {
  const { ask, found } = memory(2);
  expect(await Promise.all([ask('a'), ask('a')])).toEqual(['answer to a', 'answer to a']);
  expect(await ask('a')).toBe('answer to a');
  expect(found).toEqual(['a']);
});

test('what was asked least recently is forgotten first', async () => {
  const { ask, found } = memory(2);
  for (const question of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(question);
  expect(found).toEqual(['a', 'b', 'c', 'b']);
});

test('a failure is not remembered', async () => {
  const remember = remembering<string>(2);
  await expect(remember('a', () => Promise.reject(new Error('no table')))).rejects.toThrow('no table');
  expect(await remember('a', () => Promise.resolve('now'))).toBe('now');
});
