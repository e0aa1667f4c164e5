import { expect, test } from 'vitest';
import { parseTarget } from '../../shared/webhook/target.ts';

const kindOf = (url: string, more: object = {}) => parseTarget(JSON.stringify({ url, ...more })).kind;

test('the host tells the kind, unless it is said', () => {
  expect(kindOf('https://hooks.slack.com/services/T/B/x')).toBe('slack');
  expect(kindOf('https://council.webhook.office.com/webhookb2/x')).toBe('teams');
  expect(kindOf('https://events.eu.pagerduty.com/v2/enqueue', { routingKey: 'r' })).toBe('pagerduty');
  expect(kindOf('https://council.example/hook')).toBe('generic');
  expect(kindOf('https://proxy.example/slack', { kind: 'slack' })).toBe('slack');
});

test('what is wrong is said, and the address is not repeated', () => {
  const wrong = [
    'nothing',
    '{}',
    '{"url":"ftp://secret.example"}',
    '{"url":"https://secret.example","kind":"pigeon"}',
    '{"url":"https://secret.example","signingKey":"short"}',
    '{"url":"https://secret.example","colour":"red"}',
    '{"url":"https://events.pagerduty.com/v2/secret"}',
  ];
  for (const text of wrong) {
    expect(() => parseTarget(text)).toThrow(/^Cannot use this webhook: /);
    expect(() => parseTarget(text)).not.toThrow(/secret/);
  }
});
