import type { AlertMessage } from '../alerting/alert.ts';
import type { OutgoingMessage } from '../alerting/group.ts';
import { mailOf } from '../alerting/mail.ts';
import type { WebhookTarget } from './target.ts';

/** One post: its id, by which a receiver knows a second delivery, and its body. */
export type Post = { readonly id: string; readonly body: string };

/** The posts of a message in the form of the receiver. PagerDuty gets each alert of a group by itself. */
export function postsOf(message: OutgoingMessage, target: WebhookTarget): readonly Post[] {
  const post = (body: unknown): Post => ({ id: message.id, body: JSON.stringify(body) });
  switch (target.kind) {
    case 'generic':
      return [post(message)];
    case 'slack':
      return [post({ text: textOf(message) })];
    case 'teams':
      return [post(teamsCard(message))];
    case 'pagerduty': {
      const alerts = 'alerts' in message ? message.alerts : [message];
      return alerts.map((alert) => ({
        id: alert.id,
        body: JSON.stringify(pagerDutyEvent(alert, target.routingKey ?? '')),
      }));
    }
  }
}

function textOf(message: OutgoingMessage): string {
  const { subject, body } = mailOf(message);
  return `${subject}\n${body}`;
}

// Source: Adaptive Cards 1.4 in a message, as workflows of Teams take it.
function teamsCard(message: OutgoingMessage) {
  const { subject, body } = mailOf(message);
  const [, ...lines] = body.split('\n\n');
  const block = (text: string, more: object = {}) => ({ type: 'TextBlock', text, wrap: true, ...more });
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [block(subject, { weight: 'bolder', size: 'medium' }), ...lines.map((line) => block(line))],
        },
      },
    ],
  };
}

// PagerDuty refuses longer summaries and keys. Source: Events API v2.
const LONGEST_SUMMARY = 1024;
const LONGEST_KEY = 255;

/** An event of PagerDuty's Events API v2. */
export function pagerDutyEvent(alert: AlertMessage, routingKey: string) {
  const { action, dedupKey, severity, area, metric, topic, title, at, links } = alert;
  return {
    routing_key: routingKey,
    event_action: action,
    dedup_key: dedupKey.slice(0, LONGEST_KEY),
    client: 'Bellwether',
    client_url: links.dashboard,
    payload: {
      summary: title.slice(0, LONGEST_SUMMARY),
      source: area,
      severity,
      timestamp: at,
      ...(metric !== null && { component: metric }),
      group: topic,
      class: alert.reasons[0]?.rule ?? 'alert',
      custom_details: {
        ...{ id: alert.id, rating: alert.rating, previousRating: alert.previousRating },
        ...{ period: alert.period, value: alert.value, bound: alert.bound, since: alert.since },
        ...{ deliver: alert.deliver, deliverAt: alert.deliverAt, reminder: alert.reminder },
        acknowledgement: alert.acknowledgement,
        reasons: alert.reasons.map(({ text }) => text),
      },
    },
    links: [
      { href: links.dashboard, text: 'Figures' },
      { href: links.runbook, text: 'What to check' },
    ].filter(({ href }) => /^https?:/.test(href)),
  };
}
