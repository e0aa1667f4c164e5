import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compressed } from '../../functions/compressed.ts';

const headers = { 'content-type': 'application/json; charset=utf-8' };
const answer = (body: string) => ({ status: 200, headers, body });

describe('answers on their way out', () => {
  test('are compressed for a caller who accepts it, and are the same when unpacked', async () => {
    const body = JSON.stringify('£43.2m '.repeat(1000));
    const sent = await compressed(answer(body), 'br, gzip');
    expect(sent).toMatchObject({
      statusCode: 200,
      isBase64Encoded: true,
      headers: { 'content-encoding': 'gzip' },
    });
    expect(gunzipSync(Buffer.from(sent.body, 'base64')).toString()).toBe(body);
  });

  test('stay as they are when small, or when the caller does not accept gzip', async () => {
    expect(await compressed(answer('{}'), 'gzip')).toEqual({ statusCode: 200, headers, body: '{}' });
    const body = 'x'.repeat(5000);
    expect(await compressed(answer(body), undefined)).toEqual({ statusCode: 200, headers, body });
  });

  test('that are too large for the gateway say how to ask for less; compressed they may fit', async () => {
    const body = JSON.stringify('£'.repeat(4_000_000));
    const refused = await compressed(answer(body), undefined);
    expect(refused.statusCode).toBe(400);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(refused.body).detail).toContain('gzip');
    expect((await compressed(answer(body), 'gzip')).statusCode).toBe(200);
  });
});
