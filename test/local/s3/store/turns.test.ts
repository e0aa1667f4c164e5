import { setImmediate as soon } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Turns } from '../../../../local/s3/store/turns.ts';

describe('turns', () => {
  test('work of one name runs in the order asked, one at a time, also after a failure', async () => {
    const turns = new Turns();
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} begins`);
      await soon();
      log.push(`${name} ends`);
      if (name === 'b') throw new Error('b failed');
    };
    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((name) => turns.take('k', work(name))));
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('work of different names runs together', async () => {
    const turns = new Turns();
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} begins`);
      await soon();
      log.push(`${name} ends`);
    };
    await Promise.all(['a', 'b'].map((name) => turns.take(name, work(name))));
    expect(log.slice(0, 2)).toEqual(['a begins', 'b begins']);
  });
});
