import { expect, test } from 'vitest';
import type { Answer, Ask } from '../../bin/command/api-client.ts';
import { dryRun } from '../../bin/command/dry-run-command.ts';
import { recorder, reportJson, silent } from './fakes.ts';

const folder = 'E06000054/send-monthly';
const file = { key: `${folder}/2025-01 first.csv`, bytes: new TextEncoder().encode('month\n') };

/** The answers in turn, with what was asked. */
function asking(...answers: Answer[]): { ask: Ask; asked: unknown[] } {
  const asked: unknown[] = [];
  const ask: Ask = (...question) => {
    const answer = answers[asked.push(question) - 1];
    return answer ? Promise.resolve(answer) : Promise.reject(new Error('asked too often'));
  };
  return { ask, asked };
}

const good: Answer = { ok: true, body: JSON.parse(reportJson()) };
const bad: Answer = { ok: true, body: JSON.parse(reportJson({ state: 'accepted-with-problems' })) };

test('a file that would be accepted ends with 0, and its report says that nothing is stored', async () => {
  const { ask, asked } = asking(good);
  const { voice, out } = recorder();
  const request = { folder, knownAt: '2024-11-10' };
  expect(await dryRun([file], request, { ask, progress: silent, voice })).toBe(0);
  expect(out.join('\n')).toMatch(/accepted\n.*240 figures would be stored[\s\S]*nothing is stored/);
  expect(asked).toEqual([
    [
      'POST',
      '/api/v1/areas/E06000054/drops/dry-run?feed=send-monthly&filename=2025-01+first.csv&knownAt=2024-11-10',
      file.bytes,
    ],
  ]);
});

test('one that would not, or that the API does not read, ends with 1; the others are tried all the same', async () => {
  const { ask, asked } = asking(bad, { ok: false, problem: 'POST /x answered 413: too large.' }, good);
  const { voice, out, err } = recorder();
  expect(await dryRun([file, file, file], { folder }, { ask, progress: silent, voice })).toBe(1);
  expect(asked).toHaveLength(3);
  expect(out).toHaveLength(2);
  expect(err).toEqual([expect.stringContaining('413: too large')]);
});
