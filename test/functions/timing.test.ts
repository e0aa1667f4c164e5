import { expect, test } from 'vitest';
import { spent, timed } from '../../functions/timing.ts';

const answer: { status: number; headers: Record<string, string>; body: string } = {
  status: 200,
  headers: { etag: '"a"' },
  body: '{}',
};

test('an answer says how long it took and what of it the table took, and is else as it was', async () => {
  const response = await timed(async () => {
    await Promise.all([spent(() => Promise.resolve(1)), spent(() => Promise.resolve(2))]);
    await spent(() => Promise.resolve(3));
    return answer;
  });
  const { 'server-timing': timing, ...headers } = response.headers;
  expect(timing).toMatch(/^total;dur=\d+\.\d, table;dur=\d+\.\d;desc="3 requests"$/);
  expect({ ...response, headers }).toEqual(answer);
});

test('requests to the table count for the answer that they serve, whatever runs beside it', async () => {
  const asking = (times: number) =>
    timed(async () => {
      for (let at = 0; at < times; at += 1) await spent(() => new Promise((done) => setImmediate(done, at)));
      return answer;
    });
  const [two, five] = await Promise.all([asking(2), asking(5)]);
  expect(JSON.stringify(two.headers)).toContain('2 requests');
  expect(JSON.stringify(five.headers)).toContain('5 requests');
});

test('a request that fails is counted, and fails', async () => {
  const response = await timed(async () => {
    await expect(spent(() => Promise.reject(new Error('throttled')))).rejects.toThrow('throttled');
    return answer;
  });
  expect(JSON.stringify(response.headers)).toContain('1 requests');
});
