import { describe, expect, test } from 'vitest';
import { respond } from '../../shared/api/respond.ts';
import { calculations } from '../../shared/api/routes/calculations.ts';
import { views } from '../../shared/api/routes/views.ts';
import { doors } from './ask.ts';

const { ports } = doors();

describe('the description of the API', () => {
  test('can be made, and has every view: two schemas of one name would stop it', async () => {
    const request = { method: 'GET', path: '/api/v1/openapi.json', query: {}, headers: {} };
    const { status, body } = await respond(request, calculations, ports);
    expect(status).toBe(200);
    const described = Object.keys(JSON.parse(body).paths);
    expect(described).toEqual(expect.arrayContaining(views.map(({ path }) => `/api/v1${path}`)));
  });
});
