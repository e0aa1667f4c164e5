import { describe, expect, test } from 'vitest';
import { feedById } from '../../shared/catalogue/feeds/feeds.ts';
import { readDrop } from '../../shared/ingest/read-drop.ts';
import { sampleBytes, sampleFiles, sampleRows } from './sample-files.ts';

describe('the real reader takes every sample', () => {
  test.each(sampleFiles)('$key', async ({ key, knownAt }) => {
    const [area = '', feedId = '', filename = ''] = key.split('/');
    const feed = feedById(feedId);
    if (feed === undefined) throw new Error(`Cannot read ${key}: there is no feed ${feedId}.`);
    const outcome = await readDrop({
      bytes: new Blob([sampleBytes(key)]).stream(),
      filename,
      feed,
      area,
      now: new Date(`${knownAt}T00:00:00Z`),
    });
    const read = sampleRows(key).length;
    expect(outcome.problems).toEqual([]);
    expect(outcome.warnings).toEqual([]);
    expect(outcome.state).toBe('accepted');
    expect(outcome.rows).toEqual({ read, accepted: read, partly: 0, rejected: 0, ignored: 0 });
    expect(outcome.cells).toBeGreaterThanOrEqual(read);
  });
});
