import * as z from 'zod';

export const webhookKinds = ['generic', 'slack', 'teams', 'pagerduty'] as const;
export type WebhookKind = (typeof webhookKinds)[number];

/** Where messages are posted, in whose form, and with which keys. */
export type WebhookTarget = {
  readonly url: string;
  readonly kind: WebhookKind;
  /** Signs each post; without it posts are not signed. */
  readonly signingKey: string | null;
  /** PagerDuty's integration key. */
  readonly routingKey: string | null;
};

const schema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  kind: z.enum(webhookKinds).exactOptional(),
  signingKey: z.string().min(16).exactOptional(),
  routingKey: z.string().min(1).exactOptional(),
});

/**
 * A target from what was settled: JSON with `url` and perhaps `kind`, `signingKey` and `routingKey`. Without a kind the
 * host tells it. Throws with what is wrong, and never repeats the text: an address may itself be a secret.
 */
export function parseTarget(text: string): WebhookTarget {
  const found = schema.safeParse(jsonOf(text));
  if (!found.success) {
    const wrong = found.error.issues.map(({ path, code }) => `${path.join('.') || 'the whole'}: ${code}`);
    throw new Error(
      `Cannot use this webhook: ${wrong.join(', ')}. It must be JSON with url, and may have kind (${webhookKinds.join(', ')}), signingKey (16 characters or more) and routingKey.`,
    );
  }
  const { url, signingKey = null, routingKey = null } = found.data;
  const kind = found.data.kind ?? kindOf(new URL(url).hostname);
  if (kind === 'pagerduty' && routingKey === null)
    throw new Error(
      'Cannot use this webhook: PagerDuty needs routingKey, the integration key of its service.',
    );
  return { url, kind, signingKey, routingKey };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function kindOf(host: string): WebhookKind {
  if (host === 'hooks.slack.com') return 'slack';
  if (host === 'events.pagerduty.com' || host === 'events.eu.pagerduty.com') return 'pagerduty';
  return /\.(webhook\.office\.com|logic\.azure\.com|powerplatform\.com)$/.test(host) ? 'teams' : 'generic';
}
