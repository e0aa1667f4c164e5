import { expect, test } from 'vitest';
import { askingAt } from '../../bin/command/api-client.ts';
import type { Place } from '../../bin/command/place.ts';
import { s3Drops } from '../../bin/command/s3-drops.ts';
import { isUnreachable, unreachable } from '../../bin/command/unreachable.ts';
import { closedPort } from './fakes.ts';

/** A place at which nobody listens. */
async function nowhere(): Promise<Place> {
  const port = await closedPort();
  const url = `http://127.0.0.1:${port}`;
  return {
    name: 'this machine',
    apiUrl: url,
    s3Url: url,
    region: 'eu-west-2',
    dropsBucket: 'bellwether-drops',
    reportsBucket: 'bellwether-reports',
    whenSilent: 'Start it with `npm start`.',
  };
}

test('a closed port is told from a refusal, over HTTP and over S3', async () => {
  const place = await nowhere();
  const api = await askingAt(place)('GET', '/api/v1/areas').catch((error: unknown) => error);
  const s3 = await s3Drops(place)
    .put({ key: 'E06000054/send-monthly/a.csv', bytes: new Uint8Array() })
    .catch((error: unknown) => error);
  expect([api, s3].map(isUnreachable)).toEqual([true, true]);
});

test('a bug is not taken for a closed port', () => {
  expect(isUnreachable(new TypeError('x is not a function'))).toBe(false);
  expect(isUnreachable('ECONNREFUSED')).toBe(false);
  expect(isUnreachable(new Error('Access Denied', { cause: new Error('no right') }))).toBe(false);
});

test('the message says where, and what to do', async () => {
  const place = await nowhere();
  expect(unreachable(place, place.apiUrl)).toMatch(/nothing answers at http.*npm start/);
});
