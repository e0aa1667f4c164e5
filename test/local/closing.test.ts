import { expect, test } from 'vitest';
import { closing } from '../../local/closing.ts';

test('closes in reverse order, once, and goes on past one that fails', async () => {
  const order: string[] = [];
  const reported: string[] = [];
  const all = closing((text) => reported.push(text));
  all.add('first', () => void order.push('first'));
  all.add('second', () => Promise.reject(new Error('no')));
  all.add('third', () => void order.push('third'));
  await Promise.all([all.close(), all.close()]);
  await all.close();
  expect(order).toEqual(['third', 'first']);
  expect(reported).toEqual(['Cannot close second: no']);
});
