import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { alertFileName } from '../../../local/alerts/file-name.ts';
import { alertReceiver } from '../../../local/alerts/receive.ts';

let data: string;
let folder: string;
let said: string[];
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'bellwether-alerts-'));
  folder = join(data, 'alerts');
  said = [];
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const alert = {
  id: 'E06000054.ehcp.active.plan.1',
  action: 'trigger',
  severity: 'critical',
  title: 'EHCPs 650 above plan',
  reasons: [{ rule: 'against-plan', text: '6,357 against 5,707' }],
  links: { dashboard: 'http://127.0.0.1:8080/x' },
};

async function receive(...bodies: unknown[]): Promise<void> {
  const take = alertReceiver(folder, join(data, 'mail'), (text) => said.push(text));
  await take({
    Records: bodies.map((body) => ({ body: typeof body === 'string' ? body : JSON.stringify(body) })),
  });
}

test('a message is a file with everything it says, and a few lines for the reader', async () => {
  await receive(alert);
  expect(JSON.parse(readFileSync(join(folder, `${alert.id}.json`), 'utf8'))).toEqual(alert);
  expect(said).toEqual([
    'Alert: EHCPs 650 above plan (critical)\n  6,357 against 5,707\n  http://127.0.0.1:8080/x',
  ]);
});

test('a second delivery changes nothing and is not said', async () => {
  await receive(alert);
  await receive(alert, { ...alert, title: 'another text' });
  expect(readdirSync(folder)).toEqual([`${alert.id}.json`]);
  expect(said).toHaveLength(1);
});

test('a grouped message is one file', async () => {
  await receive({
    id: 'group-1',
    title: '2 alerts for E06000054',
    alerts: [alert, { ...alert, id: 'b', title: 'B' }],
  });
  expect(readdirSync(folder)).toEqual(['group-1.json']);
  expect(said[0]).toMatch(/^Alert: 2 alerts for E06000054\nEHCPs 650 above plan \(critical\)\n/);
});

test('what SNS would give to programs is unwrapped', async () => {
  await receive({ default: JSON.stringify(alert), email: 'To be read' });
  expect(JSON.parse(readFileSync(join(folder, `${alert.id}.json`), 'utf8'))).toEqual(alert);
});

test('a resolve says so', async () => {
  await receive({ ...alert, action: 'resolve' });
  expect(said[0]).toMatch(/^Alert: EHCPs 650 above plan \(critical, resolve\)/);
});

test('a message that is no alert is kept, not lost', async () => {
  await receive('not JSON', { hello: 'there' });
  expect(readdirSync(folder)).toHaveLength(2);
});

test('any id makes a file name of its own that no file system or shell misreads', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 400 }), fc.string({ minLength: 1 }), (one, other) => {
      const name = alertFileName(one.toWellFormed());
      expect(name).toMatch(/^[A-Za-z0-9_!'()~%-][A-Za-z0-9._!'()~%-]*\.json$/);
      expect(name.length).toBeLessThanOrEqual(200);
      if (one.toWellFormed() !== other.toWellFormed())
        expect(alertFileName(other.toWellFormed())).not.toBe(name);
    }),
  );
});
