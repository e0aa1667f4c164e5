import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personalTextProblem } from '../../shared/api/personal-text.ts';
import { upns } from '../reading/personal-data/upns.ts';
import { doors } from './doors.ts';

const SECRETS = ['jo.bloggs@example.org', 'DOB 12/03/2014', 'NHS 943 476 5919'];
const bounds = { amber: { enter: 0.1 }, red: { enter: 0.2 } };

/** Every place where somebody may write a text that is kept. */
const places: readonly [string, (text: string) => object][] = [
  ['ratings/ehcp.active/override', (reason) => ({ rating: 'amber', reason, until: '2025-03-31' })],
  ['rules/ehcp.active', (reason) => ({ bounds, reason, version: 0 })],
  ['rebase/ehcp.requests', (reason) => ({ from: '2024-09', reason, version: 0 })],
  ['silences/half-term', (reason) => ({ match: { metric: 'ehcp.active' }, reason, until: '2025-01-20' })],
];

describe.each(places)('a text about a single person in PUT %s', (path, body) => {
  test.each(SECRETS)('is refused, not kept and not repeated: %s', async (secret) => {
    const { put, stores } = doors();
    const { status, body: answer } = await put('ann', path, body(`Because of ${secret}, as agreed`));
    expect(status).toBe(400);
    expect(answer.errors).toEqual([{ field: 'reason', message: expect.stringContaining('Seems to hold') }]);
    expect(JSON.stringify(answer)).not.toContain(secret);
    expect(await stores.settings.list('E06000054')).toEqual([]);
  });

  test('and what is about many is taken', async () => {
    const { put } = doors();
    expect(
      (await put('ann', path, body('102 requests in March 2025, 12/03/2025 is the review'))).status,
    ).toBe(200);
  });
});

test('a pupil number is found wherever it stands, in a name as well, and never repeated', () => {
  fc.assert(
    fc.property(upns, fc.constantFrom('note', 'match'), fc.boolean(), (upn, name, asName) => {
      const written = asName ? { [upn]: name } : { [name]: { deep: [`see ${upn}.`] } };
      const found = personalTextProblem(written);
      expect(found?.status).toBe(400);
      expect(JSON.stringify(found)).not.toContain(upn);
    }),
  );
});
