import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { advance } from '../../shared/alerting/advance.ts';
import { groupMessages } from '../../shared/alerting/group.ts';
import { postsOf } from '../../shared/webhook/posts.ts';
import { headersOf } from '../../shared/webhook/signature.ts';
import type { WebhookKind } from '../../shared/webhook/target.ts';
import { condition } from '../alerting/conditions.ts';

const NOW = new Date('2025-01-09T10:00:00Z');
const links = {
  dashboard: 'https://bellwether.example/?area=E06000054',
  runbook: 'https://bellwether.example/r',
};
const target = (kind: WebhookKind) => ({
  url: 'https://x.example',
  kind,
  signingKey: null,
  routingKey: 'route',
});
const messages = (count: number) =>
  advance(
    [],
    Array.from({ length: count }, (_, at) =>
      condition({ dedupKey: `E06000054.m${at}.plan`, severity: 'critical', rating: 'red', links }),
    ),
    NOW,
  ).messages;

function bodies(count: number, kind: WebhookKind) {
  return groupMessages(messages(count)).flatMap((message) =>
    postsOf(message, target(kind)).map(({ id, body }) => ({ id, body: JSON.parse(body) })),
  );
}

test('PagerDuty gets an event of its version 2 for each alert, also of a group', () => {
  const [event] = bodies(1, 'pagerduty');
  expect(event?.body).toMatchObject({
    ...{ routing_key: 'route', event_action: 'trigger', dedup_key: 'E06000054.m0.plan' },
    payload: {
      ...{
        source: 'E06000054',
        severity: 'critical',
        timestamp: NOW.toISOString(),
        component: 'ehcp.active',
      },
      summary: 'EHCPs, 30 (3.0%) above plan in January 2024: amber',
      ...{ group: 'on-call', custom_details: { value: 1030, bound: 1020, deliver: 'now' } },
    },
    links: [{ href: links.dashboard }, { href: links.runbook }],
  });
  const six = bodies(6, 'pagerduty');
  expect(six.map(({ body }) => body.dedup_key)).toHaveLength(6);
  expect(new Set(six.map(({ id }) => id)).size).toBe(6);
});

test('any other gets one post a message: as it is, as text, as a card', () => {
  expect(bodies(1, 'generic')[0]?.body).toMatchObject({ id: 'E06000054.m0.plan.1', action: 'trigger' });
  expect(bodies(6, 'generic')).toMatchObject([{ body: { alerts: expect.any(Array) } }]);
  expect(bodies(1, 'slack')[0]?.body.text).toMatch(/^CRITICAL: EHCPs, 30 \(3\.0%\) above plan/);
  const card = bodies(6, 'teams')[0]?.body.attachments[0];
  expect(card).toMatchObject({ content: { type: 'AdaptiveCard', body: expect.any(Array) } });
});

test('a post is signed over its time and body, and carries its id', () => {
  const post = { id: 'a.1', body: '{"a":1}' };
  const headers = headersOf(post, 'a-key-of-sixteen-and-more', NOW);
  const expected = createHmac('sha256', 'a-key-of-sixteen-and-more')
    .update('1736416800.{"a":1}')
    .digest('hex');
  expect(headers).toMatchObject({
    ...{ 'idempotency-key': 'a.1', 'bellwether-timestamp': '1736416800' },
    'bellwether-signature': `v1=${expected}`,
  });
  expect(headersOf(post, null, NOW)).not.toHaveProperty('bellwether-signature');
});
