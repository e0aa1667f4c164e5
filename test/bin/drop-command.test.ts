import { describe, expect, test } from 'vitest';
import { type DropsPort, drop } from '../../bin/command/drop-command.ts';
import { dropId } from '../../shared/facts/drop-id.ts';
import { fakePace, recorder, reportJson, silent } from './fakes.ts';

const folder = 'E06000054/send-monthly';
const file = { key: `${folder}/2025-01.csv`, bytes: new TextEncoder().encode('month\n') };
const putTime = '2025-01-09T09:00:00.123Z';
const id = dropId(putTime, file.key, 'v1');

/** A bucket whose report is what `answers` gives, look after look; the last one stays. */
function port(
  reportKey: string,
  ...answers: (string | undefined)[]
): DropsPort & { puts: unknown[]; looks: string[] } {
  const puts: unknown[] = [];
  const looks: string[] = [];
  let left = answers;
  return {
    puts,
    looks,
    put: (given) => {
      puts.push(given);
      return Promise.resolve({ versionId: 'v1', putTime });
    },
    report: (key) => {
      looks.push(key);
      if (key !== reportKey) return Promise.resolve(undefined);
      const [answer] = left;
      if (left.length > 1) left = left.slice(1);
      return Promise.resolve(answer);
    },
  };
}

async function run(drops: DropsPort, { knownAt }: { knownAt?: string } = {}, files = [file]) {
  const { voice, out, err } = recorder();
  const request = { files: [], folder, wait: 5000, ...(knownAt === undefined ? {} : { knownAt }) };
  const code = await drop(files, request, {
    drops,
    pace: fakePace(),
    progress: silent,
    voice,
    whereIs: (key) => ({ object: `s3://reports/${key}`, page: `http://api/drops/${id}` }),
    whenLate: 'Look in the log.',
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('an accepted file ends with 0 and its report', async () => {
  const drops = port(`${folder}/${id}.json`, undefined, reportJson());
  const { code, out } = await run(drops, { knownAt: '2024-11-10' });
  expect(code).toBe(0);
  expect(out).toContain('2025-01.csv: accepted');
  expect(out).toContain(`Report: s3://reports/${folder}/${id}.json\n  Page: http://api/drops/${id}`);
  expect(drops.puts).toEqual([{ ...file, knownAt: '2024-11-10' }]);
});

describe('whatever was refused ends with 1', () => {
  test.each(['accepted-with-problems', 'quarantined'])('%s', async (state) => {
    expect((await run(port(`${folder}/${id}.json`, reportJson({ state })))).code).toBe(1);
  });

  test('one of two files is enough', async () => {
    const other = { ...file, key: `${folder}/2025-02.csv` };
    const drops = port(`${folder}/${id}.json`, reportJson());
    const otherReport = `${folder}/${dropId(putTime, other.key, 'v1')}.json`;
    const report: DropsPort['report'] = (key) =>
      key === otherReport ? Promise.resolve(reportJson({ state: 'quarantined' })) : drops.report(key);
    const { code, out } = await run({ ...drops, report }, {}, [file, other]);
    expect(code).toBe(1);
    expect(out).toMatch(/2025-01\.csv: accepted\n[\s\S]*2025-02\.csv: quarantined/);
  });
});

test('a report under _unknown is found', async () => {
  const { out } = await run(port(`_unknown/${id}.json`, reportJson({ state: 'quarantined' })));
  expect(out).toContain(`s3://reports/_unknown/${id}.json`);
});

test.each(['received', 'processing', 'failed'])('%s is not the end', async (state) => {
  const drops = port(`${folder}/${id}.json`, reportJson({ state }), reportJson({ state }), reportJson());
  expect(await run(drops)).toMatchObject({ code: 0, out: expect.stringContaining('accepted') });
});

test('a report that does not come ends with 1 and advice, and says nothing as a result', async () => {
  const { code, out, err } = await run(port('nowhere'));
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toContain('within 5 seconds');
  expect(err).toContain('Look in the log.');
});

test('what cannot be put is not followed', async () => {
  const drops = { ...port('nowhere'), put: () => Promise.reject(new Error('refused')) };
  await expect(run(drops)).rejects.toThrow('refused');
  expect(drops.looks).toEqual([]);
});
