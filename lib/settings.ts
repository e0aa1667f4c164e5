/** What may differ between one deployment and the next. Everything else is the same everywhere. */
export type Settings = {
  /** Names the stack `Bellwether-<stage>`; absent on one machine, where the stack is `Bellwether`. */
  readonly stage?: string;
  /** AWS account; that of the credentials when absent. */
  readonly account?: string;
  /** AWS region; London unless told, so that the figures stay in the country. */
  readonly region?: string;
  /** Codes of the councils that are listed, accept drops and are recomputed. */
  readonly areas: readonly string[];
  /** `iss` of the tokens that are accepted. Without all three token settings every token is refused: 401. */
  readonly tokenIssuer?: string;
  readonly tokenAudience?: string;
  /** Where the issuer publishes its keys (JWKS). */
  readonly tokenKeysUrl?: string;
  /** Where people find the dashboard, without a trailing slash; the distribution's own address unless told. */
  readonly dashboardUrl?: string;
  /** ARN of the certificate for `dashboardUrl`, in us-east-1 as CloudFront wants it; with it TLS 1.2 is the least. */
  readonly dashboardCertificateArn?: string;
  /** ARN of a web ACL of AWS WAF before pages and API, in us-east-1 as CloudFront wants it; none unless told. */
  readonly webAclArn?: string;
  /** Physical names; generated when absent, so that two stages never collide. */
  readonly dropsBucketName?: string;
  readonly reportsBucketName?: string;
  /** ARN of the secret that says where to post alerts as well (docs/alerts.md); none unless told. */
  readonly webhookSecretArn?: string;
  /** The same in the clear, as JSON: for one machine only, where there is nobody to keep it from. */
  readonly localWebhook?: string;
  /** The dashboard as the identity provider knows it; without it pages ask nobody to sign in. */
  readonly signInClientId?: string;
  /** Scopes that the sign-in asks for, separated by spaces; all that there are unless told. */
  readonly signInScope?: string;
  /** Origins besides the issuer's that the sign-in speaks to. */
  readonly signInOrigins?: readonly string[];
  /** Mailboxes that are subscribed to each topic. */
  readonly alarmRecipients?: {
    readonly operations: readonly string[];
    readonly onCall: readonly string[];
    readonly dataQuality: readonly string[];
  };
  /** Days that the functions' logs are kept; 90 unless told. */
  readonly logDays?: number;
  /** Days that access logs of buckets and pages are kept; 400 unless told. */
  readonly accessLogDays?: number;
  /** Versioned bucket in another region, and its key, to which every dropped file is copied. */
  readonly replica?: { readonly bucketArn: string; readonly keyArn: string };
  /** Which table serves, 1 unless told; and one that is made empty beside it, to take its place. */
  readonly table?: { readonly generation?: number; readonly next?: number };
  /** US dollars a month at which operations is told. */
  readonly monthlyBudgetUsd?: number;
  /** What is deployed, `0.1.0-3fa9c2d41b07`; `/health` answers it. */
  readonly release?: string;
};

/** Where it is written what the webhook is. */
export type WebhookPlace =
  | { readonly kind: 'secret'; readonly arn: string }
  | { readonly kind: 'local'; readonly target: string };

/** Where it is written what the webhook is; undefined where there is none. */
export function webhookPlace({
  webhookSecretArn: arn,
  localWebhook: target,
}: Settings): WebhookPlace | undefined {
  if (arn !== undefined) return { kind: 'secret', arn };
  return target === undefined ? undefined : { kind: 'local', target };
}

/** Wiltshire, the sample council. */
export const defaultSettings = { areas: ['E06000054'], region: 'eu-west-2' } satisfies Settings;
